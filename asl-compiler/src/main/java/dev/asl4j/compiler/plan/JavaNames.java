package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.model.ComparisonOperator;
import dev.asl4j.compiler.naming.Identifiers;
import dev.asl4j.compiler.naming.NameSet;
import dev.asl4j.compiler.naming.PackageNames;
import dev.asl4j.compiler.naming.Words;
import java.util.List;

/** How names of a definition are spelled as Java names. Makes them legal; {@link NameSet} then makes them different. */
public final class JavaNames {
    private JavaNames() {}

    /**
     * The name of the class for a definition: {@code order-fulfilment.asl.json} gives {@code OrderFulfilment}. Names that
     * the class could not have without hiding others (java.lang, the runtime) get a number.
     */
    public static String className(String fileName) {
        String wish = Identifiers.type(Words.of(machineName(fileName)), "Machine");
        return Reserved.classes().claim(wish);
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

    /** The package for the folders of a definition, see {@link PackageNames#of}. */
    public static String packageName(String prefix, List<String> folders) {
        return PackageNames.of(prefix, folders);
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
