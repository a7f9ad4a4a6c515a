package dev.asl4j.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite: a file, written by one at a time, read by many beside that. */
final class SqliteDatabase implements Database, Database.Liveness {
    private static final String PREFIX = "jdbc:sqlite:";
    private static final String URI = "file:";

    /** How long to wait for others that have the file locked. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    /** The driver asks for the key after each row that is added, unless it is told not to. */
    private static final Properties DRIVER = driver();

    private final SqliteFile file;
    private final boolean takenAsItIs;
    private final SqliteLane writes;
    private final SqliteLane reads;

    private SqliteDatabase(SqliteFile file, JdbcOptions options) {
        this.file = file;
        this.takenAsItIs = !options.isSchemaApplied();
        this.writes = SqliteLane.writing(this::connect, file.writing);
        this.reads = SqliteLane.reading(this::connect, options.poolSize());
    }

    static boolean isUrl(String url) {
        return url.startsWith(PREFIX);
    }

    static SqliteDatabase open(String url, JdbcOptions options) throws SQLException {
        String path = url.substring(PREFIX.length());
        int query = path.indexOf('?');
        path = query < 0 ? path : path.substring(0, query);
        path = path.startsWith(URI) ? path.substring(URI.length()) : path;
        if (path.isEmpty() || path.startsWith(":")) {
            throw new IllegalArgumentException("A store needs a file: jdbc:sqlite:executions.db, for instance."
                    + " In memory there is ExecutionStore.inMemory().");
        }
        try {
            return new SqliteDatabase(SqliteFile.open(Path.of(path)), options);
        } catch (IOException e) {
            throw new SQLException("cannot open " + path + ": " + e.getMessage(), e);
        }
    }

    private static Properties driver() {
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        return config.toProperties();
    }

    private Link connect(boolean readOnly) throws SQLException {
        Connection connection = DriverManager.getConnection(PREFIX + file.path(), DRIVER);
        Link link = new SqliteLink(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY.toMillis());
            if (!readOnly || !takenAsItIs) { // it may be a file of somebody else's, and stays as it was
                writeAhead(statement);
            }
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA foreign_keys = ON");
            statement.execute("PRAGMA temp_store = MEMORY");
            statement.execute("PRAGMA wal_autocheckpoint = 4000");
            statement.execute("PRAGMA journal_size_limit = 67108864");
            statement.execute("PRAGMA cache_size = " + (readOnly ? -8_192 : -65_536));
            statement.execute("PRAGMA query_only = " + (readOnly ? "ON" : "OFF"));
            return link;
        } catch (SQLException e) {
            link.close();
            throw e;
        }
    }

    /**
     * Has changes written to a log, which the file remembers. Two that turn this on at once both read already and would wait for each
     * other, so SQLite refuses one of them at once, whatever its time-out is: that one has to let go and try again.
     */
    private void writeAhead(Statement statement) throws SQLException {
        long begin = RealTime.nanos();
        file.modeChange.lock(); // others of this JVM need not even try
        try {
            while (!isWrittenAhead(statement, RealTime.nanos() - begin > BUSY.toNanos())) {
                RealTime.pauseUpTo(LONGEST_PAUSE);
            }
        } finally {
            file.modeChange.unlock();
        }
    }

    /** Tries it; false if the file is busy, unless no more time is left. */
    private static boolean isWrittenAhead(Statement statement, boolean isLast) throws SQLException {
        try {
            statement.execute("PRAGMA journal_mode = WAL");
            return true;
        } catch (SQLiteException e) {
            if (isLast || primary(e) != SQLiteErrorCode.SQLITE_BUSY.code) {
                throw e;
            }
            return false;
        }
    }

    /** Its code, without what tells kinds of it apart. */
    private static int primary(SQLiteException fault) {
        return fault.getResultCode().code & 0xff;
    }

    @Override
    public String folder() {
        return "sqlite";
    }

    @Override
    public String name() {
        return "SQLite " + file.path();
    }

    @Override
    public Lane reads() {
        return reads;
    }

    @Override
    public Lane writes() {
        return writes;
    }

    @Override
    public Lane openTurns() {
        return SqliteLane.writing(this::connect, file.writing);
    }

    @Override
    public String forUpdate() {
        return ""; // who writes is alone
    }

    @Override
    public void lock(Link link, Collection<Long> keys) {
        // who writes is alone
    }

    @Override
    public String forUpdateOfFree() {
        return "";
    }

    @Override
    public String forPresence() {
        return "";
    }

    @Override
    public void lockSchema(Link link) {
        // who writes is alone
    }

    @Override
    public boolean hasTable(Link link, String table) throws SQLException {
        return !link.query(
                        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?",
                        Column.list("found INT"),
                        table)
                .isEmpty();
    }

    @Override
    public Liveness liveness() {
        return this;
    }

    @Override
    public long changeMark(Link link) throws SQLException {
        return link.query("PRAGMA data_version", Column.list("data_version LONG"))
                .get(0)
                .longValue();
    }

    @Override
    public Fault fault(SQLException e) {
        if (e instanceof SQLiteException fault) {
            int primary = primary(fault);
            if (primary == SQLiteErrorCode.SQLITE_CONSTRAINT.code
                    || primary == SQLiteErrorCode.SQLITE_TOOBIG.code
                    || primary == SQLiteErrorCode.SQLITE_MISMATCH.code
                    || primary == SQLiteErrorCode.SQLITE_RANGE.code) {
                return Fault.DATA;
            }
        }
        return Fault.AWAY;
    }

    @Override
    public void close() {
        reads.close();
        writes.close();
        file.close();
    }

    @Override
    public boolean isLeased() {
        return false;
    }

    @Override
    public boolean mayBeDead(Link link, long except) throws SQLException {
        return dead(link).stream().anyMatch(session -> session != except);
    }

    @Override
    public String expiry() {
        return "0"; // the lock of the file says it
    }

    @Override
    public void begun(long session) throws SQLException {
        try {
            file.lock(session);
        } catch (IOException e) {
            throw new SQLException("cannot lock the file of sessions: " + e.getMessage(), e);
        }
    }

    @Override
    public void ended(long session) {
        file.unlock(session);
    }

    @Override
    public List<Long> dead(Link link) throws SQLException {
        List<Long> dead = new ArrayList<>();
        for (Row row : link.query("SELECT id FROM asl4j_sessions", Column.list("id LONG"))) {
            long session = row.longValue();
            try {
                if (!file.isAlive(session)) {
                    dead.add(session);
                }
            } catch (IOException e) {
                throw new SQLException("cannot read the file of sessions: " + e.getMessage(), e);
            }
        }
        return dead;
    }
}
