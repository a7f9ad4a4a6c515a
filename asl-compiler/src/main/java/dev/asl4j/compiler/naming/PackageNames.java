package dev.asl4j.compiler.naming;

import java.util.List;
import java.util.stream.Collectors;

/** How folders become packages. */
public final class PackageNames {
    private PackageNames() {}

    /** The package for the folders of a definition, as the language specification advises: {@code my_orders.class_._2go}. */
    public static String of(String prefix, List<String> folders) {
        String name = folders.stream().map(PackageNames::part).collect(Collectors.joining("."));
        if (prefix.isEmpty() && (name.equals("java") || name.startsWith("java."))) {
            // The virtual machine loads nobody else's classes from there.
            return "java_" + name.substring("java".length());
        }
        return prefix.isEmpty() || name.isEmpty() ? prefix + name : prefix + "." + name;
    }

    private static String part(String folder) {
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
        return JavaWords.KEYWORDS.contains(part.toString()) ? part + "_" : part.toString();
    }
}
