package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What becomes of the results of a Map Run. Called on turns of the execution, but for the work it hands out. */
interface MapResults {
    /** A child has ended. */
    void add(ChildExecution child, Outcome outcome);

    /** An input for which no child was started: the Map has failed before. */
    void addPending(JsonNode input);

    /** Whether so much waits to be written that no children should be started. */
    boolean isCongested();

    /**
     * What is to be done now on a handler thread.
     *
     * @param last whether all was added
     * @return null if nothing is, or something is being done
     */
    @Nullable
    Work work(boolean last);

    /**
     * The work that was handed out is done.
     *
     * @param failed whether it could not be done
     */
    void workDone(boolean failed);

    /** Whether all was added and there is no more work, so that the result is there. */
    boolean isComplete();

    /** Ends the work, when nothing more is wanted of it; on a handler thread. */
    void discard();

    /** Whether the results can be added again, all of them, to another one of this kind: nothing of them is anywhere but here. */
    boolean canBeginAnew();

    /** The result of the Map, once the last work is done. */
    JsonNode result();

    /** Something that blocks. */
    @FunctionalInterface
    interface Work {
        /** Does it; gives why it failed, or null if it did not. */
        @Nullable
        Failure run();
    }
}
