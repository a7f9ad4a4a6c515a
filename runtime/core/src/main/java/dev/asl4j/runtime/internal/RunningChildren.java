package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The children of a Map Run that run, by position. */
final class RunningChildren {
    private final Driver driver;
    private final Map<Integer, ChildExecution> running = new HashMap<>();
    private long bytes;

    RunningChildren(Driver driver) {
        this.driver = driver;
    }

    void add(ChildExecution child) {
        running.put(child.position(), child);
        bytes += child.size();
    }

    /** The child of that key at that position; null if it does not run. */
    @Nullable
    ChildExecution find(int position, long key) {
        @Nullable ChildExecution child = running.get(position);
        return child == null || child.key() != key ? null : child;
    }

    /** It takes the place of the one at its position, if there is one. */
    void replace(ChildExecution child) {
        @Nullable ChildExecution other = running.get(child.position());
        if (other != null) {
            remove(other);
            add(child);
        }
    }

    void remove(ChildExecution child) {
        running.remove(child.position());
        bytes -= child.size();
    }

    boolean isEmpty() {
        return running.isEmpty();
    }

    int size() {
        return running.size();
    }

    /** Of their inputs. */
    long bytes() {
        return bytes;
    }

    /** Ends them: by the store, so that they hear of it wherever they are, and here, as some may not be in the store yet. */
    void stop() {
        List<ChildExecution> unwanted = List.copyOf(running.values());
        for (ChildExecution child : unwanted) {
            if (child.key() != 0) {
                driver.send(child.key(), Kind.STOP, StoredMessage.Body.NONE);
            }
        }
        driver.afterCommit(() -> unwanted.forEach(child -> driver.host().stop(child.key())));
    }
}
