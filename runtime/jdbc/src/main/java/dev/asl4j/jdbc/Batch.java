package dev.asl4j.jdbc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns that are committed together, and what is known of the attempts so far. For one thread at a time. */
final class Batch {
    final List<EncodedTurn> turns;

    /** Whether an attempt has failed: the next one looks before it does anything. */
    boolean careful;

    /** The attempt of which nobody knows whether it was committed. */
    @Nullable
    Transaction uncertain;

    /** @param turns of different executions */
    Batch(List<EncodedTurn> turns, boolean careful) {
        this.turns = turns;
        this.careful = careful;
    }
}
