package dev.asl4j.compiler;

import dev.asl4j.compiler.plan.JavaNames;
import dev.asl4j.compiler.source.Location;
import dev.asl4j.compiler.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * A definition with the names that follow from its path.
 *
 * @param packageName empty: the unnamed package
 */
record Unit(Definition definition, String packageName, String className, String fileName) {

    static Unit of(Definition definition, String packagePrefix) {
        List<String> parts = List.of(definition.path().split("/", -1));
        String fileName = parts.get(parts.size() - 1);
        List<String> folders = parts.subList(0, parts.size() - 1);
        return new Unit(
                definition, JavaNames.packageName(packagePrefix, folders), JavaNames.className(fileName), fileName);
    }

    /** Whether the file says that it is in YAML. */
    boolean isYaml() {
        return fileName.endsWith(".yaml") || fileName.endsWith(".yml");
    }

    String machineName() {
        return JavaNames.machineName(fileName);
    }

    /** {@code com.acme.Order} */
    String qualifiedName() {
        return packageName.isEmpty() ? className : packageName + "." + className;
    }

    /** {@code com/acme/Order.java} */
    String javaPath() {
        return qualifiedName().replace('.', '/') + ".java";
    }

    /** SHA-256 of the definition's bytes, in hexadecimal digits. */
    String fingerprint() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(definition.content()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Where the definition starts, for diagnostics about the file as a whole. */
    Location start() {
        return new SourceFile(definition.displayPath(), new String(definition.content(), StandardCharsets.UTF_8))
                .location(0, 0);
    }

    /** Does some work with the definition: a fault of the compiler's own says which one brought it about. */
    void guarded(Runnable work) {
        guarded(() -> {
            work.run();
            return this;
        });
    }

    /** The same work with a result. */
    <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | StackOverflowError e) {
            throw new IllegalStateException("asl4j itself failed on " + definition.displayPath() + ": " + e, e);
        }
    }
}
