package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A turn as rows, waiting to be committed. */
final class EncodedTurn {
    private static final System.Logger LOG = System.getLogger(JdbcExecutionStore.class.getName());

    /** What a row takes beside its text. */
    private static final int ROW_BYTES = 64;

    final Turn turn;
    final List<Change> changes = new ArrayList<>();

    /** The row of an execution that begins. */
    @Nullable
    Row start;

    private final Consumer<Committed> done;
    private boolean told;
    private boolean asksForHolder;
    private long bytes;

    /** A row, and what is done with it. */
    record Change(Step step, Row row) {}

    EncodedTurn(Turn turn, Consumer<Committed> done) {
        this.turn = turn;
        this.done = done;
    }

    void add(Step step, Row row) {
        changes.add(new Change(step, row));
        bytes += ROW_BYTES + row.textLength();
        asksForHolder |= step.isForHeld();
    }

    /** Whether something of it is only done if the session holds the execution. */
    boolean asksForHolder() {
        return asksForHolder;
    }

    /** Tells who committed it what became of it, once. */
    void tell(Committed committed) {
        if (told) {
            return;
        }
        told = true;
        try {
            done.accept(committed);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "An engine failed when it was told of a commit.", e);
        }
    }

    /** About how large it is. */
    long bytes() {
        return bytes;
    }
}
