package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.Task;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a state asked for. Kept while the state lasts: a retry begins it anew, with the same effective input. */
sealed interface Effect {
    /**
     * Begins it.
     *
     * @return the frame to go on with at once; null if the frame is blocked
     */
    @Nullable
    RunningFrame begin(Driver driver, RunningFrame frame);

    /** A task is called; 0 seconds mean no limit. */
    record Call(Task task, JsonNode input, long timeoutSeconds, long heartbeatSeconds) implements Effect {
        @Override
        public @Nullable RunningFrame begin(Driver driver, RunningFrame frame) {
            driver.call(frame, this);
            return null;
        }
    }

    /** Nothing happens until an instant; null stands for one that has passed when the state was entered. */
    record Pause(@Nullable Instant until) implements Effect {
        private static final long LONGEST_SECONDS = Integer.MAX_VALUE;

        static Pause lasting(long seconds, Instant now) {
            if (seconds > LONGEST_SECONDS) {
                throw tooLong();
            }
            return new Pause(seconds <= 0 ? null : now.plusSeconds(seconds));
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
        public @Nullable RunningFrame begin(Driver driver, RunningFrame frame) {
            if (until == null) {
                frame.resumeWith(NullNode.getInstance());
                return frame;
            }
            driver.sleep(frame, until, Message.WaitOver::new);
            return null;
        }
    }

    /** The branches of a Parallel run. */
    record Fork(JsonNode input, List<Scope> branches) implements Effect {
        @Override
        public @Nullable RunningFrame begin(Driver driver, RunningFrame frame) {
            boolean pure = true;
            for (Scope branch : branches) {
                pure &= branch.pure();
            }
            Children children = new Children(driver, frame, branches.size(), pure ? 1 : 0) {
                @Override
                void start(RunningFrame child, int index) {
                    child.start(branches.get(index), index, null, input);
                }
            };
            return children.begin(pure);
        }
    }

    /** The iterations of a Map run. */
    record Map(Scope processor, JsonNode input, JsonNode items, int maxConcurrency) implements Effect {
        @Override
        public @Nullable RunningFrame begin(Driver driver, RunningFrame frame) {
            boolean pure = processor.pure();
            Children children = new Children(driver, frame, items.size(), pure ? 1 : maxConcurrency) {
                @Override
                void start(RunningFrame child, int index) {
                    JsonNode item = items.get(index);
                    JsonNode itemInput = processor.itemInput(frame, input, index, item);
                    driver.history().iterationStarted();
                    child.start(processor, index, item, itemInput);
                }
            };
            return children.begin(pure);
        }
    }
}
