package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The children of a Map Run in the store, read page by page, by position; on handler threads, by one at a time. */
final class StoredChildren {
    private static final int PAGE = 100;

    private final ExecutionStore store;
    private final String mapRun;
    private final int toldBelow;
    private int after = -1;

    /** @param toldBelow a child below this position may have been told to go on, and not have noticed yet */
    StoredChildren(ExecutionStore store, String mapRun, int toldBelow) {
        this.store = store;
        this.mapRun = mapRun;
        this.toldBelow = toldBelow;
    }

    /** The next page. */
    Page read() {
        List<StoredExecution> rows = store.children(mapRun, after, PAGE);
        List<Found> found = new ArrayList<>(rows.size());
        for (StoredExecution row : rows) {
            found.add(looked(row));
        }
        if (!rows.isEmpty()) {
            after = position(rows.get(rows.size() - 1));
        }
        return new Page(found, rows.size() < PAGE, after);
    }

    /** Tells all that run to end. */
    void stopAll() {
        boolean last = false;
        while (!last) {
            Page page = read();
            for (Found child : page.children) {
                if (child.execution.progress().status() == Status.RUNNING) {
                    store.send(child.execution.key(), Kind.STOP, StoredMessage.Body.NONE);
                }
            }
            last = page.last;
        }
    }

    private Found looked(StoredExecution child) {
        Status status = child.progress().status();
        boolean mayBeTold = status != Status.RUNNING
                && status != Status.SUCCEEDED
                && child.head().type() == ExecutionType.STANDARD
                && position(child) < toldBelow;
        if (!mayBeTold) {
            return new Found(child, false);
        }
        for (StoredMessage message : store.messages(child.key())) {
            if (message.kind() == Kind.REDRIVE) {
                return new Found(child, true);
            }
        }
        Optional<StoredExecution> now = store.get(child.key()); // it may just have noticed
        return new Found(now.orElse(child), false);
    }

    private static int position(StoredExecution child) {
        return Objects.requireNonNull(child.head().parent()).position();
    }

    /**
     * Some children.
     *
     * @param last whether there are no more
     * @param end position of the last one
     */
    record Page(List<Found> children, boolean last, int end) {}

    /**
     * A child.
     *
     * @param isTold whether it has ended, but will go on
     */
    record Found(StoredExecution execution, boolean isTold) {
        int position() {
            return StoredChildren.position(execution);
        }
    }
}
