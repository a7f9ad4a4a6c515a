package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.store.StoredFrame;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a stored frame's state has asked for; see {@link Effect#note}. */
final class EffectReader {
    private EffectReader() {}

    /**
     * Reads it.
     *
     * @return null if it has asked for nothing
     * @throws IllegalArgumentException if the scope does not know the state's task
     */
    static @Nullable Effect read(StoredFrame row, Scope scope, int state) {
        JsonNode detail = row.detail();
        @Nullable JsonNode work = row.work();
        return switch (scope.states().type(state)) {
            case TASK ->
                work == null
                        ? null
                        : new Effect.Call(
                                scope.task(state),
                                work,
                                Notes.number(detail, Notes.TIMEOUT),
                                Notes.number(detail, Notes.HEARTBEAT),
                                detail.get(Notes.CREDENTIALS));
            case WAIT -> {
                @Nullable Instant until = Notes.instant(detail, Notes.UNTIL);
                yield until == null ? null : new Effect.Pause(until);
            }
            case PARALLEL -> work == null ? null : new Effect.Fork(work, scope.inner(state));
            case MAP -> work == null ? null : map(row, work, scope, state);
            case PASS, CHOICE, SUCCEED, FAIL -> null;
        };
    }

    private static Effect map(StoredFrame row, JsonNode work, Scope scope, int state) {
        List<Scope> inner = scope.inner(state);
        if (inner.isEmpty()) {
            throw new IllegalArgumentException("no processor");
        }
        @Nullable JsonNode distribution = row.detail().get(Notes.DISTRIBUTION);
        if (distribution != null) {
            return new Effect.Distribute(DistributionNotes.read(distribution, inner.get(0), work, row.items()));
        }
        @Nullable JsonNode items = row.items();
        if (items == null) {
            throw new DamagedFramesException("frame " + row.id() + " has no items");
        }
        return Effect.Map.over(inner.get(0), work, items, Notes.count(row.detail(), Notes.CONCURRENCY));
    }
}
