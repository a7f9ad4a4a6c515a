package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoredMapRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Map Runs of one execution that go on. Of the driver, on its turns. */
final class OpenMapRuns {
    private final Driver driver;
    private final Host host;
    private final Map<String, ChildExecutions> open = new HashMap<>();
    private final Set<ChildExecutions> changed = new LinkedHashSet<>();

    OpenMapRuns(Driver driver, Host host) {
        this.driver = driver;
        this.host = host;
    }

    /** Starts one, on which the frame is blocked. */
    void begin(RunningFrame frame, Distribution distribution) {
        opened(ChildExecutions.starting(driver, host, frame, distribution)).begin();
    }

    /**
     * Blocks a frame on the one it was blocked on when it was stored; that goes on with {@link ChildExecutions#resume}.
     *
     * @return whether the store has it
     * @throws dev.asl4j.runtime.store.StoreException if the store cannot be reached
     */
    boolean restore(RunningFrame frame, Distribution distribution) {
        @Nullable ChildExecutions run = stored(frame, distribution);
        if (run == null) {
            return false;
        }
        driver.blockedBefore();
        run.block();
        return true;
    }

    /**
     * Has the last one of a frame go on after the execution has ended.
     *
     * @return whether there is one
     * @throws dev.asl4j.runtime.store.StoreException if the store cannot be reached
     */
    boolean redrive(RunningFrame frame, Distribution distribution) {
        @Nullable ChildExecutions run = stored(frame, distribution);
        if (run == null) {
            return false;
        }
        run.block();
        driver.blocked(() -> {});
        run.redrive();
        return true;
    }

    private @Nullable ChildExecutions stored(RunningFrame frame, Distribution distribution) {
        @Nullable String arn = frame.visit().mapRun();
        @Nullable ExecutionStore store = host.store();
        return arn == null || store == null
                ? null
                : store.mapRun(arn)
                        .map(stored -> opened(ChildExecutions.stored(driver, host, frame, distribution, stored)))
                        .orElse(null);
    }

    private ChildExecutions opened(ChildExecutions run) {
        open.put(run.arn(), run);
        return run;
    }

    /** A child has ended. */
    void childEnded(Message.ChildEnded news) {
        @Nullable ChildExecutions run = open.get(news.mapRun());
        if (run != null) {
            run.childEnded(news);
        }
    }

    /** Other limits; false if it does not go on. */
    boolean update(String arn, JsonNode limits) {
        @Nullable ChildExecutions run = open.get(arn);
        if (run == null) {
            return false;
        }
        run.update(limits);
        return true;
    }

    void changed(ChildExecutions run) {
        changed.add(run);
    }

    void ended(ChildExecutions run) {
        open.remove(run.arn());
        changed.add(run);
    }

    /** Another one takes its place. */
    void left(ChildExecutions run) {
        open.remove(run.arn());
    }

    /** Those that are not what they were when this was asked last. */
    List<StoredMapRun> takeChanged() {
        if (changed.isEmpty()) {
            return List.of();
        }
        List<StoredMapRun> taken = new ArrayList<>(changed.size());
        changed.forEach(run -> taken.add(run.stored()));
        changed.clear();
        return taken;
    }
}
