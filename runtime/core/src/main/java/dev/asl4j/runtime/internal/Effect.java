package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.store.StoredFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

// Size: the kinds of effects, each a record of a few lines.

/** What a state asked for. Kept while the state lasts: a retry begins it anew, with the same effective input. */
sealed interface Effect {
    /**
     * Begins it.
     *
     * @return the frame to go on with at once; null if the frame is blocked
     */
    @Nullable
    RunningFrame begin(Driver driver, RunningFrame frame);

    /** Whether the frame waits for it; otherwise it goes on at once. */
    default boolean isAwaited() {
        return true;
    }

    /** The effective input; null if it has none. */
    @Nullable
    JsonNode work();

    /** The items of a Map, as they were given; null for anything else, and if a reader reads them. */
    default @Nullable JsonNode items() {
        return null;
    }

    /** Goes on, when the execution is redriven, with what it has begun; gives false if it is rather to begin anew. */
    default boolean redrive(Driver driver, RunningFrame frame) {
        return false;
    }

    /** Adds what else is needed to begin it anew, but for what the definition has; see {@link EffectReader}. */
    default void note(ObjectBuilder detail) {}

    /**
     * Blocks a frame that is taken up again on it.
     *
     * @return false if it does not block as the row says, or the row does not say enough
     */
    boolean restore(Driver driver, RunningFrame frame, StoredFrame row);

    /** A task is called; 0 seconds mean no limit. */
    record Call(
            Task task,
            JsonNode input,
            long timeoutSeconds,
            long heartbeatSeconds,
            @Nullable JsonNode credentials) implements Effect {
        /** How the resource shows in the history. */
        Integration integration() {
            return Integration.of(task.resource());
        }

        @Override
        public @Nullable RunningFrame begin(Driver driver, RunningFrame frame) {
            driver.quotas().input(input);
            driver.tasks().begin(frame, this);
            return null;
        }

        @Override
        public boolean restore(Driver driver, RunningFrame frame, StoredFrame row) {
            if (row.phase() == StoredFrame.Phase.TASK) {
                driver.tasks().restore(frame, this, row.detail());
            }
            return frame.pending() != null;
        }

        @Override
        public JsonNode work() {
            return input;
        }

        @Override
        public void note(ObjectBuilder detail) {
            Notes.set(detail, Notes.TIMEOUT, timeoutSeconds);
            Notes.set(detail, Notes.HEARTBEAT, heartbeatSeconds);
            if (credentials != null) {
                detail.set(Notes.CREDENTIALS, credentials);
            }
        }
    }

    /** Nothing happens until an instant; null stands for one that has passed when the state was entered. */
    record Pause(@Nullable Instant until) implements Effect {
        private static final long LONGEST_SECONDS = Integer.MAX_VALUE;

        static Pause lasting(long seconds, Environment environment) {
            if (seconds > LONGEST_SECONDS) {
                throw tooLong();
            }
            return new Pause(seconds <= 0 ? null : environment.now().plusSeconds(seconds));
        }

        static Pause until(Instant instant, Instant now) {
            if (instant.getEpochSecond() - now.getEpochSecond() > LONGEST_SECONDS) {
                throw tooLong();
            }
            return new Pause(instant.isAfter(now) ? instant : null);
        }

        private static StateFailure tooLong() {
            return StateFailure.runtime("Wait state delay is too long.");
        }

        @Override
        public boolean isAwaited() {
            return until != null;
        }

        @Override
        public @Nullable RunningFrame begin(Driver driver, RunningFrame frame) {
            if (until == null) {
                frame.resumeWith(NullNode.getInstance());
                return frame;
            }
            driver.waits().begin(frame, until);
            return null;
        }

        @Override
        public boolean restore(Driver driver, RunningFrame frame, StoredFrame row) {
            return row.phase() == StoredFrame.Phase.WAIT && driver.waits().restore(frame, row);
        }

        @Override
        public @Nullable JsonNode work() {
            return null;
        }

        @Override
        public void note(ObjectBuilder detail) {
            Notes.set(detail, Notes.UNTIL, until);
        }
    }

    /** The branches of a Parallel run. */
    record Fork(JsonNode input, List<Scope> branches) implements Effect {
        @Override
        public @Nullable RunningFrame begin(Driver driver, RunningFrame frame) {
            driver.quotas().input(input);
            return children(driver, frame).begin(isPure());
        }

        /** The branches, none of which has begun. */
        Children children(Driver driver, RunningFrame frame) {
            return new Children(driver, frame, branches.size(), isPure() ? 1 : 0) {
                @Override
                void start(RunningFrame child, int index) {
                    child.event(frame.event()); // the frame may have been that of another branch
                    child.start(branches.get(index), index, null, input);
                }

                @Override
                boolean areIterations() {
                    return false;
                }

                @Override
                Scope scope(int index) {
                    return branches.get(index);
                }
            };
        }

        @Override
        public boolean restore(Driver driver, RunningFrame frame, StoredFrame row) {
            frame.children(children(driver, frame));
            return row.phase() == StoredFrame.Phase.CHILDREN;
        }

        private boolean isPure() {
            boolean pure = true;
            for (Scope branch : branches) {
                pure &= branch.pure();
            }
            return pure;
        }

        @Override
        public JsonNode work() {
            return input;
        }
    }

    /**
     * The iterations of a Map run.
     *
     * @param values the elements of an array, or the values of an object
     * @param keys the names of an object's entries; null for an array
     */
    record Map(
            Scope processor,
            JsonNode input,
            JsonNode values,
            @Nullable List<String> keys,
            int maxConcurrency) implements Effect {

        static Map over(Scope processor, JsonNode input, JsonNode items, int maxConcurrency) {
            if (!items.isObject()) {
                return new Map(processor, input, items, null, maxConcurrency);
            }
            List<String> keys = new ArrayList<>(items.size());
            items.fieldNames().forEachRemaining(keys::add);
            JsonNode[] values = new JsonNode[keys.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = items.get(keys.get(i));
            }
            return new Map(processor, input, Json.array(values), keys, maxConcurrency);
        }

        @Override
        public @Nullable RunningFrame begin(Driver driver, RunningFrame frame) {
            driver.quotas().input(input);
            return children(driver, frame).begin(processor.pure());
        }

        /** The iterations, none of which has begun. */
        Children children(Driver driver, RunningFrame frame) {
            return new Children(driver, frame, values.size(), processor.pure() ? 1 : maxConcurrency) {
                @Override
                void start(RunningFrame child, int index) {
                    Item item = item(index);
                    JsonNode itemInput = frame.view().select(processor, input, item);
                    if (maxConcurrency == 0 || index < maxConcurrency) {
                        child.event(frame.event()); // it waits for no other, though one may have had the frame before
                    }
                    driver.history().iterationStarted(frame, child, index);
                    child.start(processor, index, item, itemInput);
                }

                @Override
                boolean startInPlace(RunningFrame child, int index) {
                    Item item = item(index);
                    child.startInPlace(index, item, frame.view().select(processor, input, item));
                    return true;
                }

                private Item item(int index) {
                    return new Item(index, values.get(index), keys == null ? null : keys.get(index), Item.STATE_DATA);
                }

                @Override
                boolean areIterations() {
                    return true;
                }

                @Override
                Scope scope(int index) {
                    return processor;
                }
            };
        }

        @Override
        public boolean restore(Driver driver, RunningFrame frame, StoredFrame row) {
            frame.children(children(driver, frame));
            return row.phase() == StoredFrame.Phase.CHILDREN;
        }

        @Override
        public JsonNode work() {
            return input;
        }

        @Override
        public JsonNode items() {
            if (keys == null) {
                return values;
            }
            ObjectBuilder object = Json.object();
            for (int i = 0; i < values.size(); i++) {
                object.set(keys.get(i), values.get(i));
            }
            return object.build();
        }

        @Override
        public void note(ObjectBuilder detail) {
            Notes.set(detail, Notes.CONCURRENCY, maxConcurrency);
        }
    }

    /** The items of a distributed Map run as child executions. */
    record Distribute(Distribution distribution) implements Effect {
        @Override
        public @Nullable RunningFrame begin(Driver driver, RunningFrame frame) {
            if (!frame.view().takeMapStarted()) { // a retry
                long length =
                        distribution.reader() == null ? distribution.items().size() : 0L;
                driver.history().childrenStarted(frame, length);
            }
            driver.mapRuns().begin(frame, distribution);
            return null;
        }

        @Override
        public boolean restore(Driver driver, RunningFrame frame, StoredFrame row) {
            return row.phase() == StoredFrame.Phase.MAP_RUN && driver.mapRuns().restore(frame, distribution);
        }

        @Override
        public boolean redrive(Driver driver, RunningFrame frame) {
            return driver.mapRuns().redrive(frame, distribution);
        }

        @Override
        public JsonNode work() {
            return distribution.input();
        }

        @Override
        public @Nullable JsonNode items() {
            return distribution.reader() == null ? distribution.items() : null;
        }

        @Override
        public void note(ObjectBuilder detail) {
            detail.set(Notes.DISTRIBUTION, DistributionNotes.write(distribution));
        }
    }
}
