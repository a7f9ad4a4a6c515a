package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.store.StoredExecution;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stays the same through an execution. */
public final class Identity {
    private static final int LONGEST_NAME = 80;
    private static final int FIRST_NONCHARACTER = 0xfffe;
    private static final String FORBIDDEN = "<>{}[]?*\"#%\\^|~`$&,;:/";

    private final String machine;
    private final JsonNode input;
    private final Instant start;
    private final Environment environment;
    private final ExecutionType type;
    private final String account;
    private final String region;
    private final Settings settings;
    private @Nullable String name; // guarded by this, as serial
    private @Nullable String serial;

    /**
     * Of an execution that starts now.
     *
     * @param name null means a UUID, drawn when somebody asks: that costs as much as a short run
     */
    public Identity(
            String machine,
            @Nullable String name,
            JsonNode input,
            ExecutionType type,
            Settings settings,
            Environment environment) {
        this.machine = machine;
        this.name = name;
        this.input = input;
        this.type = type;
        this.environment = environment;
        this.settings = settings;
        account = settings.account();
        region = settings.region();
        start = environment.now();
    }

    /** Of an execution that a store keeps. */
    Identity(StoredExecution.Head head, Settings settings, Environment environment) {
        machine = head.machine();
        name = head.name();
        serial = head.serial();
        input = head.input();
        type = head.type();
        start = head.start();
        this.environment = environment;
        this.settings = settings;
        account = settings.account();
        region = settings.region();
    }

    /** What a store keeps of it. */
    synchronized StoredExecution.Head head(StoredExecution.@Nullable Parent parent) {
        id(); // draws what is not drawn yet
        return new StoredExecution.Head(
                machine, name(), type, serial, input, start.truncatedTo(ChronoUnit.MICROS), parent);
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

    /** Standard or Express. */
    public ExecutionType type() {
        return type;
    }

    /** The region in ARNs. */
    String region() {
        return region;
    }

    /** The execution's ARN; that of an Express one ends in a UUID. */
    public synchronized String id() {
        return switch (type) {
            case STANDARD -> arn("execution:" + machine + ":" + name());
            case EXPRESS -> {
                if (serial == null) {
                    serial = environment.newId().toString();
                }
                yield arn("express:" + machine + ":" + name() + ":" + serial);
            }
        };
    }

    /** Of a child execution of a distributed Map; the name is a UUID. */
    Identity child(String processor, JsonNode input, ExecutionType type, Environment environment) {
        return new Identity(processor, null, input, type, settings, environment);
    }

    /** The name under which the processor of a distributed Map is a state machine: {@code <machine>/<label>}. */
    String processor(String label) {
        return definition() + "/" + label;
    }

    /** ARN of a Map Run of a processor. */
    String mapRunArn(String processor, UUID id) {
        return arn("mapRun:" + processor + ":" + id);
    }

    /** The name of the machine whose definition this is part of. */
    String definition() {
        int slash = machine.indexOf('/');
        return slash < 0 ? machine : machine.substring(0, slash);
    }

    /** The state machine's ARN. */
    String machineId() {
        return arn("stateMachine:" + machine);
    }

    /** The role in the context object; nothing in this process assumes it. */
    String role() {
        return "arn:aws:iam::" + account + ":role/" + definition();
    }

    private String arn(String resource) {
        return "arn:aws:states:" + region + ":" + account + ":" + resource;
    }

    /**
     * Checks a name by AWS's rule: 1 to 80 characters of the Basic Multilingual Plane, no blanks, no control characters, no U+FFFE and
     * U+FFFF, none of <code>{@literal < > { } [ ] ? * " # % \ ^ | ~ ` $ & , ; : /}</code>.
     *
     * @throws IllegalArgumentException if it breaks the rule
     */
    public static String checkName(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("Invalid Name: '" + name
                    + "'. A name has 1 to 80 characters, without blanks, control characters, surrogates and any of "
                    + FORBIDDEN);
        }
        return name;
    }

    /**
     * Checks the name of a worker, which is no more than text for the history.
     *
     * @throws IllegalArgumentException if it is empty or has more than 80 characters
     */
    public static String checkWorker(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("the name of a worker has 1 to 80 characters, and not " + name.length());
        }
        return name;
    }

    /** Whether a name keeps that rule. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars()
                        .noneMatch(c -> Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c)
                                || Character.isSurrogate((char) c)
                                || c >= FIRST_NONCHARACTER
                                || FORBIDDEN.indexOf(c) >= 0);
    }

    @Override
    public String toString() {
        return "Identity[" + machine + "]";
    }
}
