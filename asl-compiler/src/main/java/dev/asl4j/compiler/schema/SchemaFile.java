package dev.asl4j.compiler.schema;

import java.util.Objects;

/**
 * A file with a schema as it was read from disk.
 *
 * @param path its path below the source root, with {@code /} between the parts: {@code schemas/order.json}; gives the package and the name
 *     of the generated type
 * @param displayPath its path as diagnostics show it: {@code src/main/asl/schemas/order.json}
 * @param content the bytes of the file, UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record SchemaFile(String path, String displayPath, byte[] content) {

    /** The folder below the source root that has such files. */
    public static final String FOLDER = "schemas";

    public SchemaFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(displayPath, "displayPath");
        content = content.clone();
    }

    /**
     * Whether a file can be one.
     *
     * @param path its path below the source root, with {@code /} between the parts
     */
    public static boolean isOne(String path) {
        boolean isReadable = path.endsWith(".json") || path.endsWith(".yaml") || path.endsWith(".yml");
        return path.startsWith(FOLDER + "/") && isReadable && !path.matches(".*\\.(asl|rules|types)\\.\\w+");
    }

    /** A copy of the bytes of the file. */
    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return "SchemaFile[" + path + ", " + content.length + " bytes]";
    }
}
