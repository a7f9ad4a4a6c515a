package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Environment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What stays the same through an execution. */
public final class Identity {
    private static final String PREFIX = "arn:aws:states:us-east-1:000000000000:";
    private static final int LONGEST_NAME = 80;
    private static final String FORBIDDEN = "<>{}[]?*\"#%\\^|~`$&,;:/";

    private final String machine;
    private final JsonNode input;
    private final Instant start;
    private final Environment environment;
    private @Nullable String name; // guarded by this

    private Identity(String machine, @Nullable String name, JsonNode input, Environment environment) {
        this.machine = machine;
        this.name = name;
        this.input = input;
        this.environment = environment;
        start = environment.now();
    }

    /** Of an execution that starts now. */
    static Identity named(String machine, String name, JsonNode input, Environment environment) {
        return new Identity(machine, name, input, environment);
    }

    /** Of one that gets a UUID for its name when somebody asks: drawing one costs as much as a short run. */
    public static Identity unnamed(String machine, JsonNode input, Environment environment) {
        return new Identity(machine, null, input, environment);
    }

    /** The state machine's name. */
    public String machine() {
        return machine;
    }

    /** The execution's name. */
    public synchronized String name() {
        if (name == null) {
            name = environment.newId().toString();
        }
        return name;
    }

    /** The execution's input. */
    public JsonNode input() {
        return input;
    }

    /** When it started. */
    public Instant start() {
        return start;
    }

    /** The execution's ARN. */
    public String id() {
        return PREFIX + "execution:" + machine + ":" + name();
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
        return "Identity[" + machine + "]";
    }
}
