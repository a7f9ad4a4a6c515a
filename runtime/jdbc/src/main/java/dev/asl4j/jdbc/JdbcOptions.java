package dev.asl4j.jdbc;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a store works on its database. Options are made from others: {@code JdbcOptions.DEFAULTS.withUser("orders").withPassword(...)}.
 *
 * @since 0.1.0
 */
public final class JdbcOptions {
    /** No user, a lease of 15 s, a poll every 500 ms, ten connections, values over 8,192 bytes kept once, patience of 10 s. */
    public static final JdbcOptions DEFAULTS = new JdbcOptions(new Values());

    private static final int LEAST_THRESHOLD = 64;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Values values;

    private JdbcOptions(Values values) {
        this.values = values;
    }

    /** The user of the database; not for SQLite, which has none. */
    public JdbcOptions withUser(@Nullable String user) {
        Values changed = values.copy();
        changed.user = user;
        return new JdbcOptions(changed);
    }

    /** The password of the database. It is not in any message. */
    public JdbcOptions withPassword(@Nullable String password) {
        Values changed = values.copy();
        changed.password = password;
        return new JdbcOptions(changed);
    }

    /**
     * How long after its last sign of life an engine is taken for dead, and what it held is taken up by others: from a second to a
     * day. Default 15 s. On SQLite the operating system knows at once.
     */
    public JdbcOptions withLease(Duration lease) {
        Values changed = values.copy();
        changed.lease = within("lease", lease, Duration.ofSeconds(1));
        return new JdbcOptions(changed);
    }

    /** How often is looked for what other processes have written: from 10 ms to a day. Default 500 ms. */
    public JdbcOptions withPollInterval(Duration pollInterval) {
        Values changed = values.copy();
        changed.pollInterval = within("poll interval", pollInterval, Duration.ofMillis(10));
        return new JdbcOptions(changed);
    }

    /** How long a call waits for a database that is away before it throws, up to a day. Default 10 s. Turns wait without end. */
    public JdbcOptions withPatience(Duration patience) {
        Values changed = values.copy();
        changed.patience = within("patience", patience, Duration.ZERO);
        return new JdbcOptions(changed);
    }

    /** How many connections are used at most: from 3 to 1,000. Default 10. SQLite: how many read; there is always one that writes. */
    public JdbcOptions withPoolSize(int poolSize) {
        if (poolSize < 3 || poolSize > MOST_CONNECTIONS) {
            throw new IllegalArgumentException(
                    "The pool size is " + poolSize + ", it has to be from 3 to " + MOST_CONNECTIONS + ".");
        }
        Values changed = values.copy();
        changed.poolSize = poolSize;
        return new JdbcOptions(changed);
    }

    /** Longest value in bytes that stands wherever it is needed; longer ones are kept once for each execution. Default 8,192. */
    public JdbcOptions withPayloadThreshold(int bytes) {
        if (bytes < LEAST_THRESHOLD) {
            throw new IllegalArgumentException(
                    "The payload threshold is " + bytes + " bytes, it has to be " + LEAST_THRESHOLD + " at least.");
        }
        Values changed = values.copy();
        changed.payloadThreshold = bytes;
        return new JdbcOptions(changed);
    }

    /**
     * Whether opening a store makes its tables, or brings them to the newest version. Default true; otherwise they are only looked at,
     * and whoever applies the scripts below {@code db/asl4j} has the rights for it.
     */
    public JdbcOptions withSchemaApplied(boolean applied) {
        Values changed = values.copy();
        changed.schemaApplied = applied;
        return new JdbcOptions(changed);
    }

    @Nullable
    String user() {
        return values.user;
    }

    @Nullable
    String password() {
        return values.password;
    }

    Duration lease() {
        return values.lease;
    }

    Duration pollInterval() {
        return values.pollInterval;
    }

    Duration patience() {
        return values.patience;
    }

    int poolSize() {
        return values.poolSize;
    }

    int payloadThreshold() {
        return values.payloadThreshold;
    }

    boolean isSchemaApplied() {
        return values.schemaApplied;
    }

    private static Duration within(String what, Duration duration, Duration least) {
        if (duration.compareTo(least) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "The " + what + " is " + duration + ", it has to be from " + least + " to " + LONGEST + ".");
        }
        return duration;
    }

    /** Shows neither user nor password. */
    @Override
    public String toString() {
        return "JdbcOptions[lease " + values.lease + ", poll interval " + values.pollInterval + ", pool size "
                + values.poolSize + ", payload threshold " + values.payloadThreshold + "]";
    }

    private static final class Values {
        private @Nullable String user;
        private @Nullable String password;
        private Duration lease = Duration.ofSeconds(15);
        private Duration pollInterval = Duration.ofMillis(500);
        private Duration patience = Duration.ofSeconds(10);
        private int poolSize = 10;
        private int payloadThreshold = 8_192;
        private boolean schemaApplied = true;

        Values copy() {
            Values copy = new Values();
            copy.user = user;
            copy.password = password;
            copy.lease = lease;
            copy.pollInterval = pollInterval;
            copy.patience = patience;
            copy.poolSize = poolSize;
            copy.payloadThreshold = payloadThreshold;
            copy.schemaApplied = schemaApplied;
            return copy;
        }
    }
}
