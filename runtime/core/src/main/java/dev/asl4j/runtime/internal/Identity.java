package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What stays the same through an execution.
 *
 * @param machine the state machine's name
 */
public record Identity(String machine, String name, JsonNode input, Instant start) {
    private static final String PREFIX = "arn:aws:states:us-east-1:000000000000:";
    private static final int LONGEST_NAME = 80;
    private static final String FORBIDDEN = "<>{}[]?*\"#%\\^|~`$&,;:/";

    /** The execution's ARN. */
    public String id() {
        return PREFIX + "execution:" + machine + ":" + name;
    }

    /** The state machine's ARN. */
    String machineId() {
        return PREFIX + "stateMachine:" + machine;
    }

    /** The role in the context object; nothing in this process assumes it. */
    String role() {
        return "arn:aws:iam::000000000000:role/" + machine;
    }

    /**
     * Checks a name by AWS's rule: 1 to 80 characters, no blanks, no control characters, none of <code>
     * {@literal < > { } [ ] ? * " # % \ ^ | ~ ` $ & , ; : /}</code>.
     *
     * @throws IllegalArgumentException if it breaks the rule
     */
    public static String checkName(String name) {
        boolean allowed = !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars()
                        .noneMatch(c -> Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c)
                                || FORBIDDEN.indexOf(c) >= 0);
        if (!allowed) {
            throw new IllegalArgumentException("not the name of an execution: \"" + name
                    + "\"; a name has 1 to 80 characters, without blanks, control characters and any of " + FORBIDDEN);
        }
        return name;
    }

    @Override
    public String toString() {
        return "Identity[" + id() + "]";
    }
}
