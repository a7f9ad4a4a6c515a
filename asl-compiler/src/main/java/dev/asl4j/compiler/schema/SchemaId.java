package dev.asl4j.compiler.schema;

import java.util.Comparator;

/**
 * Which schema: two of one id are the same.
 *
 * @param path of the file below the source root, with {@code /} between the parts: {@code schemas/order.json}
 * @param pointer of the schema in it (RFC 6901): {@code /$defs/line}; empty: the whole document
 */
public record SchemaId(String path, String pointer) implements Comparable<SchemaId> {
    private static final Comparator<SchemaId> ORDER =
            Comparator.comparing(SchemaId::path).thenComparing(SchemaId::pointer);

    @Override
    public int compareTo(SchemaId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return path + "#" + pointer;
    }
}
