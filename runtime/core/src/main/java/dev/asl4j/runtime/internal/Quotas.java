package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.Limits;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * AWS's quotas, held against one execution. What exceeds one where nothing can catch it dooms the execution: it ends as soon as the
 * driver looks.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Quotas</a>
 */
final class Quotas {
    /** Bytes of UTF-8 that an input, an output, a result, a variable or one {@code Assign} may have. */
    static final int DATA = 262_144;

    /** The event of this id ends an execution. */
    static final long EVENTS = 25_000;

    /** Bytes of UTF-8 that all variables of an execution may have together. */
    static final long VARIABLES = 10L * 1024 * 1024;

    private static final String TOO_LARGE =
            "' returned a result with a size exceeding the maximum number of bytes service limit.";

    private final Limits limits;
    private final Identity identity;
    private @Nullable Set<Kind> warned; // null as long as nothing was
    private long variables;
    private long assigning;
    private @Nullable Failure doom;

    Quotas(Limits limits, Identity identity) {
        this.limits = limits;
        this.identity = identity;
    }

    /** What ends the execution; null if nothing does. */
    @Nullable
    Failure doom() {
        return doom;
    }

    /** Whether there is room for {@code ExecutionRedriven} and one more after so many events. */
    static boolean hasRoomForRedrive(long events) {
        return events < EVENTS - 1;
    }

    /** So many events may follow upon that id before {@link #isLastEvent} has to be asked. */
    long freeEvents(long last) {
        return limits == Limits.OFF || (warned != null && warned.contains(Kind.EVENTS))
                ? Integer.MAX_VALUE
                : Math.max(0, EVENTS - 1 - last);
    }

    /** So many bytes an output may have without anybody caring. */
    int freeBytes() {
        return limits == Limits.OFF ? Integer.MAX_VALUE : DATA;
    }

    /** Whether the event of this id must be the last one. */
    boolean isLastEvent(long id) {
        if (id < EVENTS || !exceeded(Kind.EVENTS, id)) {
            return false;
        }
        doom(ErrorNames.RUNTIME, "The execution reached the maximum number of history events (" + EVENTS + ").");
        return true;
    }

    /** The failure of a task whose result is too large; null if it is not. Can be caught. */
    @Nullable
    Failure ofResult(Effect.Call call, JsonNode result) {
        return tooLarge(result, Kind.RESULT)
                ? Failure.of(
                        ErrorNames.DATA_LIMIT_EXCEEDED,
                        "The state/task '" + call.integration().name() + TOO_LARGE)
                : null;
    }

    /** The failure of a distributed Map whose result is too large; null if it is not. Can be caught. */
    @Nullable
    Failure ofMapResult(String state, JsonNode result) {
        return tooLarge(result, Kind.RESULT)
                ? Failure.of(ErrorNames.DATA_LIMIT_EXCEEDED, "The state/task '" + state + TOO_LARGE)
                : null;
    }

    /**
     * What a state gives its work. Can be caught.
     *
     * @throws StateFailure States.DataLimitExceeded if it is too large
     */
    void input(JsonNode effectiveInput) {
        if (tooLarge(effectiveInput, Kind.INPUT)) {
            throw new StateFailure(
                    ErrorNames.DATA_LIMIT_EXCEEDED,
                    "The input of the state has a size exceeding the maximum number of bytes service limit.");
        }
    }

    /**
     * Whether that must not cross the border from a state to the next one, or out of the execution. This ends the execution, as nothing
     * catches it.
     */
    boolean isTooLarge(RunningFrame frame, JsonNode output) {
        if (tooLarge(output, Kind.OUTPUT)) {
            doom(ErrorNames.DATA_LIMIT_EXCEEDED, "The state/task '" + frame.stateName() + TOO_LARGE);
        }
        return doom != null;
    }

    /** A state begins to assign its variables. */
    void assigning() {
        assigning = 0;
    }

    /** A variable takes another value. */
    void assigned(String name, @Nullable JsonNode before, JsonNode value) {
        if (limits == Limits.OFF) {
            return;
        }
        int size = Json.size(value);
        assigning += size;
        variables += size - (before == null ? 0 : Json.size(before));
        if (size > DATA && exceeded(Kind.VARIABLE, size)) {
            doom(
                    ErrorNames.DATA_LIMIT_EXCEEDED,
                    "The variable '" + name + "' has a size exceeding " + DATA + " bytes.");
        } else if (assigning > DATA && exceeded(Kind.ASSIGN, assigning)) {
            doom(ErrorNames.DATA_LIMIT_EXCEEDED, "The assigned variables have a size exceeding " + DATA + " bytes.");
        } else if (variables > VARIABLES && exceeded(Kind.VARIABLES, variables)) {
            doom(
                    ErrorNames.DATA_LIMIT_EXCEEDED,
                    "The variables of the execution have a size exceeding " + VARIABLES + " bytes.");
        }
    }

    /** A variable has had its value since before. */
    void remembered(JsonNode value) {
        if (limits != Limits.OFF) {
            variables += Json.size(value);
        }
    }

    /** A variable is gone with its scope. */
    void forgotten(JsonNode value) {
        if (limits != Limits.OFF) {
            variables -= Json.size(value);
        }
    }

    /**
     * The input of an execution to be started.
     *
     * @throws IllegalArgumentException if it is too large
     */
    static void checkInput(Limits limits, JsonNode input) {
        if (limits == Limits.AWS && Json.isLarger(input, DATA)) {
            throw new IllegalArgumentException("the input of an execution has at most " + DATA + " bytes");
        }
    }

    private boolean tooLarge(JsonNode value, Kind kind) {
        return limits != Limits.OFF && Json.isLarger(value, DATA) && exceeded(kind, Json.size(value));
    }

    /** Whether it counts that a quota is exceeded. */
    private boolean exceeded(Kind kind, long size) {
        return switch (limits) {
            case OFF -> false;
            case WARN -> {
                if (warned == null) {
                    warned = EnumSet.noneOf(Kind.class);
                }
                if (warned.add(kind)) {
                    // Asked for here: the JVM takes longer to begin logging than a whole run.
                    System.getLogger(Quotas.class.getName())
                            .log(
                                    System.Logger.Level.WARNING,
                                    "Execution {0} would fail on AWS: {1} {2}",
                                    identity.id(),
                                    Long.toString(size),
                                    kind.text);
                }
                yield false;
            }
            case AWS -> true;
        };
    }

    private void doom(String error, String cause) {
        if (doom == null) {
            doom = Failure.of(error, cause);
        }
    }

    private enum Kind {
        EVENTS("events are more than an execution may have"),
        RESULT("bytes are more than a result may have"),
        INPUT("bytes are more than the input of a state may have"),
        OUTPUT("bytes are more than the output of a state may have"),
        VARIABLE("bytes are more than a variable may have"),
        ASSIGN("bytes are more than one Assign may have"),
        VARIABLES("bytes are more than the variables of an execution may have");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }
}
