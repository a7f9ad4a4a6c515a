package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.model.ComparisonOperator;
import dev.asl4j.compiler.naming.Identifiers;
import dev.asl4j.compiler.naming.NameSet;
import dev.asl4j.compiler.naming.Words;
import java.util.List;
import java.util.stream.Collectors;

/** How names of a definition are spelled as Java names. Makes them legal; {@link NameSet} then makes them different. */
public final class JavaNames {
    private JavaNames() {}

    /**
     * The name of the class for a definition: {@code order-fulfilment.asl.json} gives {@code OrderFulfilment}. Names that
     * the class could not have without hiding others (java.lang, the runtime) get a number.
     */
    public static String className(String fileName) {
        String wish = Identifiers.type(Words.of(machineName(fileName)), "Machine");
        return NameSet.ofClasses(Reserved.all(Reserved.TYPES, Reserved.JAVA_LANG))
                .claim(wish);
    }

    /** The file name without {@code .asl.json}, {@code .json} or whatever it ends in. */
    public static String machineName(String fileName) {
        for (String ending : List.of(".asl.json", ".asl.yaml", ".asl.yml", ".asl", ".json", ".yaml", ".yml")) {
            if (fileName.endsWith(ending) && fileName.length() > ending.length()) {
                return fileName.substring(0, fileName.length() - ending.length());
            }
        }
        return fileName;
    }

    /** The package for the folders of a definition, as the language specification advises: {@code my_orders.class_._2go}. */
    public static String packageName(String prefix, List<String> folders) {
        String name = folders.stream().map(JavaNames::packagePart).collect(Collectors.joining("."));
        if (prefix.isEmpty() && (name.equals("java") || name.startsWith("java."))) {
            // The virtual machine loads nobody else's classes from there.
            return "java_" + name.substring("java".length());
        }
        return prefix.isEmpty() || name.isEmpty() ? prefix + name : prefix + "." + name;
    }

    private static String packagePart(String folder) {
        StringBuilder part = new StringBuilder();
        folder.codePoints().forEach(codePoint -> {
            boolean kept = Character.isJavaIdentifierPart(codePoint)
                    && !Character.isIdentifierIgnorable(codePoint)
                    && codePoint != '$';
            part.appendCodePoint(kept ? codePoint : '_');
        });
        if (part.isEmpty() || !Character.isJavaIdentifierStart(part.codePointAt(0))) {
            part.insert(0, '_');
        }
        return Reserved.WORDS.contains(part.toString()) ? part + "_" : part.toString();
    }

    /** {@code validateOrder}. */
    static String method(String name) {
        return member(Words.of(name), "state");
    }

    /** The same for a task, whose fallback is another. */
    static String task(String name) {
        return member(Words.of(name), "task");
    }

    /** {@code VALIDATE_ORDER}. */
    static String constant(String name) {
        return Identifiers.constant(Words.of(name), "STATE");
    }

    /**
     * The name of a nested class, which nobody outside writes: of ASCII letters, as not every machine can have others in
     * the name of a class file.
     */
    static String nested(String name, String otherwise) {
        return Identifiers.nested(name, otherwise);
    }

    /** {@code PriceItems} as {@code priceItems}. */
    static String field(String className) {
        return member(Words.of(className), "scope");
    }

    /** The runtime's method for an operator: {@code NumericLessThan} and {@code NumericLessThanPath} share one. */
    public static String comparison(ComparisonOperator operator) {
        String field = operator.field();
        String name = field.endsWith("Path") ? field.substring(0, field.length() - "Path".length()) : field;
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String member(List<String> words, String otherwise) {
        return Identifiers.member(words, otherwise);
    }
}
