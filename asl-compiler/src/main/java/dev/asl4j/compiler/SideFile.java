package dev.asl4j.compiler;

import dev.asl4j.compiler.plan.JavaNames;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A file that stands beside a definition: {@code order.rules.json} or {@code order.types.json} beside {@code order.asl.json}.
 *
 * @param displayPath its path as diagnostics show it: {@code src/main/asl/com/acme/order.rules.json}
 * @param content the bytes of the file, UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record SideFile(String displayPath, byte[] content) {

    /** What such a file is for. */
    public enum Kind {
        /** What becomes of rules in the definition. */
        RULES(".rules.json"),
        /** What its data looks like. */
        TYPES(".types.json");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        /** What the name of each such file ends in. */
        public String ending() {
            return ending;
        }

        /**
         * The name of the file beside a definition.
         *
         * @param fileName the name of the definition, without folders: {@code order.asl.json} or {@code order.asl.yaml}
         */
        public String nameFor(String fileName) {
            return JavaNames.machineName(fileName) + ending;
        }
    }

    public SideFile {
        Objects.requireNonNull(displayPath, "displayPath");
        content = content.clone();
    }

    /** Whether a file is one, by its name. */
    public static boolean isOne(String fileName) {
        return Stream.of(Kind.values()).anyMatch(kind -> fileName.endsWith(kind.ending()));
    }

    /** A copy of the bytes of the file. */
    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return "SideFile[" + displayPath + ", " + content.length + " bytes]";
    }
}
