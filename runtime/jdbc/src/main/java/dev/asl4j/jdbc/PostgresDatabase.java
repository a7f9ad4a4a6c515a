package dev.asl4j.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** PostgreSQL: several engines work on one database, and each takes over what a dead one held. */
final class PostgresDatabase implements Database, Database.Liveness {
    private static final String PREFIX = "jdbc:postgresql:";

    /** A number that others hardly lock: "asl4j" in bytes. */
    private static final long SCHEMA_LOCK = 0x61736c346aL;

    private static final String NOW = "(date_part('epoch', clock_timestamp()) * 1000000)::bigint";
    private static final List<Column> ID = Column.list("id LONG");

    /** Classes of SQL states that speak of the data: they cannot be kept, they break a rule, they are beyond a limit. */
    private static final Set<String> OF_DATA = Set.of("21", "22", "23", "54");

    /** Two transactions were in each other's way. */
    private static final String OF_CONFLICT = "40";

    /** Of that class, but nobody knows whether it was committed. */
    private static final String UNKNOWN = "40003";

    private final PostgresSource source;
    private final String name;
    private final long leaseMicros;
    private final Lane pooled;

    PostgresDatabase(PostgresSource source, String url, Duration lease) {
        this.source = source;
        this.name = "PostgreSQL " + withoutSecrets(url);
        this.leaseMicros = lease.toNanos() / 1_000;
        this.pooled = PostgresLane.pooled(source::pooled);
    }

    static boolean isUrl(String url) {
        return url.startsWith(PREFIX);
    }

    /** What may be shown of a URL: its parameters may have a password. */
    static String withoutSecrets(String url) {
        String shown = url.startsWith(PREFIX) ? url.substring(PREFIX.length()) : url;
        int parameters = shown.indexOf('?');
        shown = parameters < 0 ? shown : shown.substring(0, parameters);
        return shown.substring(shown.lastIndexOf('@') + 1);
    }

    @Override
    public String folder() {
        return "postgresql";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Lane reads() {
        return pooled;
    }

    @Override
    public Lane writes() {
        return pooled;
    }

    @Override
    public Lane openTurns() {
        return PostgresLane.keeping(this::openForTurns);
    }

    /**
     * The statements of turns find rows by keys, and must do so also while the server's statistics are those of empty tables. If this
     * process stops in the middle of a transaction, the server ends it, so that another engine can take over.
     */
    private Connection openForTurns() throws SQLException {
        Connection connection = source.single();
        boolean good = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;"
                    + " SET plan_cache_mode = force_generic_plan; SET jit = off;"
                    + " SET idle_in_transaction_session_timeout = " + leaseMicros / 1_000);
            good = true;
            return connection;
        } finally {
            if (!good) {
                connection.close();
            }
        }
    }

    @Override
    public String forUpdate() {
        return " FOR NO KEY UPDATE";
    }

    @Override
    public String forUpdateOfFree() {
        return " FOR NO KEY UPDATE SKIP LOCKED";
    }

    @Override
    public String forPresence() {
        return " FOR KEY SHARE";
    }

    @Override
    public void lock(Link link, Collection<Long> keys) throws SQLException {
        link.select(LOCK, new TreeSet<>(keys).stream().map(key -> Row.of(key)).toList(), Column.list("key LONG"));
    }

    private static final Command LOCK = Command.of(
            "",
            "SELECT key FROM asl4j_executions WHERE key IN (SELECT * FROM $rows) ORDER BY key FOR NO KEY UPDATE",
            Column.list("key LONG"));

    @Override
    public void lockSchema(Link link) throws SQLException {
        link.query("SELECT pg_advisory_xact_lock(?)", Column.list("locked TEXT"), SCHEMA_LOCK);
    }

    @Override
    public boolean hasTable(Link link, String table) throws SQLException {
        // not to_regclass alone: it remembers that there was none when this transaction began
        return !link.query(
                        "SELECT 1 FROM pg_catalog.pg_class WHERE relname = ? AND pg_catalog.pg_table_is_visible(oid)",
                        ID,
                        table)
                .isEmpty();
    }

    @Override
    public Liveness liveness() {
        return this;
    }

    @Override
    public long changeMark(Link link) {
        return 0;
    }

    @Override
    public Fault fault(SQLException e) {
        return faultOf(e);
    }

    static Fault faultOf(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.equals(UNKNOWN)) {
            return Fault.AWAY;
        }
        String kind = state.substring(0, Math.min(2, state.length()));
        if (kind.equals(OF_CONFLICT)) {
            return Fault.CONFLICT;
        }
        return OF_DATA.contains(kind) ? Fault.DATA : Fault.AWAY;
    }

    @Override
    public void close() {
        source.close();
    }

    @Override
    public boolean isLeased() {
        return true;
    }

    @Override
    public boolean mayBeDead(Link link, long except) throws SQLException {
        return !link.query("SELECT id FROM asl4j_sessions WHERE expires < " + NOW + " AND id <> ? LIMIT 1", ID, except)
                .isEmpty();
    }

    @Override
    public String expiry() {
        return NOW + " + " + leaseMicros;
    }

    @Override
    public void begun(long session) {
        // the row says it
    }

    @Override
    public void ended(long session) {
        // the row says it
    }

    @Override
    public List<Long> dead(Link link) throws SQLException {
        return link
                .query("SELECT id FROM asl4j_sessions WHERE expires < " + NOW + " FOR UPDATE SKIP LOCKED", ID)
                .stream()
                .map(Row::longValue)
                .toList();
    }
}
