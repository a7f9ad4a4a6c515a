package dev.asl4j.compiler;

import dev.asl4j.compiler.plan.JavaNames;
import java.util.Objects;

/**
 * A file that stands beside a definition and says what becomes of rules in it: {@code order.rules.json} beside {@code order.asl.json}.
 *
 * @param displayPath its path as diagnostics show it: {@code src/main/asl/com/acme/order.rules.json}
 * @param content the bytes of the file, UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record SideFile(String displayPath, byte[] content) {

    /** What the name of each such file ends in. */
    public static final String ENDING = ".rules.json";

    public SideFile {
        Objects.requireNonNull(displayPath, "displayPath");
        content = content.clone();
    }

    /**
     * The name of the file beside a definition.
     *
     * @param fileName the name of the definition, without folders: {@code order.asl.json} or {@code order.asl.yaml}
     */
    public static String nameFor(String fileName) {
        return JavaNames.machineName(fileName) + ENDING;
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
