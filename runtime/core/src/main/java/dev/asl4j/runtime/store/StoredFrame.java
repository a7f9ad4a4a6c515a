package dev.asl4j.runtime.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One running scope of an execution as a store keeps it: a state's name plus JSON.
 *
 * @param id unique in the execution, from 1, never given twice; that of {@link #EXECUTION} is no scope
 * @param parent id of the frame whose branch or iteration it is; 0 for the outermost
 * @param index number of the branch or iteration, from 0
 * @param place where it is in the definition: {@code State} or {@code Outer[1]/Inner}, see {@link #place}
 * @param state name of the state it is at
 * @param type of that state, such as {@code TASK}
 * @param since when the state was entered
 * @param input raw input of the state
 * @param value what the second half of the state is to be resumed with, or the output of a scope that is done; null if there is none
 * @param variables by name; null if there are none
 * @param work effective input of what the state asked for; null if it has asked for nothing
 * @param items of the Map whose iterations run; null otherwise
 * @param item of the iteration it is, with {@code Index}, {@code Value}, {@code Source}, and {@code Key} if there is one; null otherwise
 * @param detail the driver's small notes: events, counters, retries, times, token
 * @param activity whose worker the frame waits for, until one has taken the task; null otherwise
 */
public record StoredFrame(
        int id,
        int parent,
        int index,
        String place,
        String state,
        String type,
        Phase phase,
        Instant since,
        JsonNode input,
        @Nullable JsonNode value,
        @Nullable JsonNode variables,
        @Nullable JsonNode work,
        @Nullable JsonNode items,
        @Nullable JsonNode item,
        JsonNode detail,
        @Nullable String activity) {
    /**
     * The id of notes about the execution itself: they are {@link Phase#DONE}, stay when the execution ends, and have nothing but a {@link
     * #detail}.
     */
    public static final int EXECUTION = 0;

    /** What is next for a frame. */
    public enum Phase {
        /** The first half of the state. */
        ENTER,
        /** What the state asked for, which it has said already: after the delay of a retry. */
        BEGIN_EFFECT,
        /** The second half of the state, with {@link StoredFrame#value}. */
        RESUME,
        /** A task is called, or its token waits for an answer. */
        TASK,
        /** A Wait state waits. */
        WAIT,
        /** The delay before a retry passes. */
        RETRY,
        /** Branches or iterations run: the frames that have this one as their parent. */
        CHILDREN,
        /** A Map Run goes on. */
        MAP_RUN,
        /** The branch or iteration has succeeded with {@link StoredFrame#value}; its siblings have not all. */
        DONE
    }

    /** A frame of an execution. */
    public record Address(long key, int frame) {}

    /** The place of a state of a scope at the top level, or in a branch (an iteration: branch 0) of the state at another place. */
    public static String place(@Nullable String outer, int branch, String state) {
        return outer == null ? state : outer + "[" + branch + "]/" + state;
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "StoredFrame[" + id + ", " + place + ", " + phase + "]";
    }
}
