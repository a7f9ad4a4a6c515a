package dev.asl4j.crash.work;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An execution that is to be.
 *
 * @param machine name of its workflow
 */
public record Order(String machine, String name, JsonNode input, Fate fate) {
    /** What is to become of it. */
    public enum Fate {
        /** It ends by itself. */
        END,
        /** It goes on until it is stopped. */
        STOP,
        /** It fails, is mended and redriven. */
        MEND,
        /** Its Map Run is updated while it runs. */
        UPDATE
    }

    /** Orders of one content have one result. */
    public String content() {
        return machine + " " + input;
    }

    /** Its ARN. */
    public String arn() {
        return arn(machine, name);
    }

    /** The ARN of an execution. */
    public static String arn(String machine, String name) {
        return "arn:aws:states:us-east-1:000000000000:execution:" + machine + ":" + name;
    }
}
