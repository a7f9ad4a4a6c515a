package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One entry of {@code Catch}. */
public final class Catcher {
    private static final int NO_STATE = -1;

    private final List<String> errorEquals;
    private final int next;
    private final CatchOutput output;

    private Catcher(List<String> errorEquals, int next, CatchOutput output) {
        this.errorEquals = errorEquals;
        this.next = next;
        this.output = output;
    }

    /** A catcher for these error names; {@link #next} says where it leads. */
    public static Catcher on(String... errorEquals) {
        return new Catcher(List.of(errorEquals), NO_STATE, (frame, errorOutput) -> errorOutput);
    }

    /**
     * Where the caught error leads.
     *
     * @param state number of the next state, in the same scope
     * @param output what that state gets as its input
     */
    public Catcher next(int state, CatchOutput output) {
        return new Catcher(errorEquals, state, output);
    }

    /** The error names this catcher is for, in the order of the definition. */
    public List<String> errorEquals() {
        return errorEquals;
    }

    /** Number of the state it leads to. */
    public int next() {
        return next;
    }

    /** Gives the next state's input. */
    public CatchOutput output() {
        return output;
    }

    @Override
    public String toString() {
        return "Catcher" + errorEquals;
    }

    /** Places the error output: {@code ResultPath} of the catcher. */
    @FunctionalInterface
    public interface CatchOutput {
        /**
         * The next state's input.
         *
         * @param frame at the state that failed; {@link Frame#input} is that state's raw input
         * @param errorOutput {@code {"Error": ..., "Cause": ...}}
         */
        JsonNode apply(Frame frame, JsonNode errorOutput);
    }
}
