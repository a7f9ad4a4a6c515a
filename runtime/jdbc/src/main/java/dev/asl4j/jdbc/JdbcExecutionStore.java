package dev.asl4j.jdbc;

import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.store.ExecutionQuery;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreClient;
import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoreSession;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.store.StoredMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Keeps executions in a database: SQLite, in a file beside the program, or PostgreSQL, which several engines can share. Turns are
 * durable when they are told to be; those that wait are committed together.
 *
 * <p>Opening a store makes its tables, or brings them up to date, unless {@linkplain JdbcOptions#withSchemaApplied told otherwise}.
 *
 * @since 0.1.0
 */
public final class JdbcExecutionStore implements ExecutionStore {
    private final Database database;
    private final JdbcOptions options;
    private final Outage outage;
    private final Calls calls;
    private final Queries queries;
    private final Mailbox mailbox;
    private final Purge purge;
    private final Set<JdbcSession> sessions = ConcurrentHashMap.newKeySet();

    private JdbcExecutionStore(Database database, JdbcOptions options) {
        this.database = database;
        this.options = options;
        this.outage = new Outage(database.name());
        this.calls = new Calls(database, outage, options.patience());
        this.queries = new Queries(calls);
        this.mailbox = new Mailbox(database, calls);
        this.purge = new Purge(database, calls);
    }

    /**
     * Opens a store with {@linkplain JdbcOptions#DEFAULTS default options}.
     *
     * @param url {@code jdbc:sqlite:<file>}, and the file and its folder are made if they are not there; or {@code
     *     jdbc:postgresql://<host>/<database>}, which needs {@code org.postgresql:postgresql} and {@code com.zaxxer:HikariCP}
     * @throws IllegalArgumentException if the URL is of another database
     * @throws IllegalStateException if the tables are of another version of this library
     * @throws StoreException if the database cannot be reached
     */
    public static JdbcExecutionStore open(String url) {
        return open(url, JdbcOptions.DEFAULTS);
    }

    /** Opens a store; as {@link #open(String)}. */
    public static JdbcExecutionStore open(String url, JdbcOptions options) {
        if (SqliteDatabase.isUrl(url)) {
            return open(options, () -> SqliteDatabase.open(url, options));
        }
        if (PostgresDatabase.isUrl(url)) {
            return open(options, () -> new PostgresDatabase(PostgresSource.of(url, options), url, options.lease()));
        }
        throw new IllegalArgumentException("The URL of a store begins with jdbc:sqlite: or jdbc:postgresql:");
    }

    /**
     * Opens a store on PostgreSQL with connections of a data source, which is not closed with the store. Each engine keeps one of them.
     */
    public static JdbcExecutionStore open(DataSource source, JdbcOptions options) {
        return open(options, () -> {
            try (Connection connection = source.getConnection()) {
                String url = String.valueOf(connection.getMetaData().getURL());
                if (!PostgresDatabase.isUrl(url)) {
                    throw new IllegalArgumentException("A data source has to be of PostgreSQL.");
                }
                return new PostgresDatabase(PostgresSource.of(source), url, options.lease());
            }
        });
    }

    /** Opens a store on PostgreSQL; as {@link #open(DataSource, JdbcOptions)} with {@linkplain JdbcOptions#DEFAULTS default options}. */
    public static JdbcExecutionStore open(DataSource source) {
        return open(source, JdbcOptions.DEFAULTS);
    }

    /** Opens a database. */
    @FunctionalInterface
    private interface Opening {
        Database open() throws SQLException;
    }

    private static JdbcExecutionStore open(JdbcOptions options, Opening opening) {
        Database database = null;
        boolean good = false;
        try {
            database = opening.open();
            Schema schema = new Schema(database);
            if (options.isSchemaApplied()) {
                schema.apply();
            } else {
                schema.check();
            }
            good = true;
            return new JdbcExecutionStore(database, options);
        } catch (SQLException e) {
            throw new StoreException("The store cannot be opened.", Reason.of(e));
        } finally {
            if (!good && database != null) {
                database.close();
            }
        }
    }

    @Override
    public StoreSession join(StoreClient client) {
        long number = calls.transact(link -> new Sessions(database).begin(link));
        JdbcSession session = new JdbcSession(this, client, number, outage);
        sessions.add(session);
        session.begin();
        return session;
    }

    @Override
    public Optional<StoredExecution> find(String machine, String name) {
        return queries.find(machine, name);
    }

    @Override
    public Optional<StoredExecution> get(long key) {
        return queries.get(key);
    }

    @Override
    public Optional<StoredExecution> nested(long parent, long visit) {
        return queries.nested(parent, visit);
    }

    @Override
    public long openExecutions() {
        return queries.open();
    }

    @Override
    public List<StoredFrame> frames(long key) {
        return queries.frames(key);
    }

    @Override
    public List<StoredMessage> messages(long key) {
        return queries.messages(key);
    }

    @Override
    public List<StoredExecution> list(ExecutionQuery query) {
        return queries.list(query);
    }

    @Override
    public List<HistoryEvent> history(long key, long after, int limit, boolean reversed) {
        return queries.history(key, after, limit, reversed);
    }

    @Override
    public Optional<StoredMapRun> mapRun(String arn) {
        return queries.mapRun(arn);
    }

    @Override
    public List<StoredMapRun> mapRuns(long key) {
        return queries.mapRuns(key);
    }

    @Override
    public List<StoredExecution> children(String mapRunArn, int after, int limit) {
        return queries.children(mapRunArn, after, limit);
    }

    @Override
    public Receipt send(long key, StoredMessage.Kind kind, StoredMessage.Body body) {
        Receipt receipt = mailbox.send(key, kind, body);
        if (receipt == Receipt.ACCEPTED) {
            news();
        }
        return receipt;
    }

    @Override
    public Optional<StoredFrame.Address> nextActivityTask(String activity) {
        return queries.nextActivityTask(activity);
    }

    @Override
    public List<Census> census(String machine) {
        return calls.readMany(link -> new CensusQuery().count(link, machine));
    }

    @Override
    public int purge(Instant endedBefore, int limit) {
        return purge.purge(endedBefore, limit);
    }

    @Override
    public void close() {
        outage.close();
        database.close();
    }

    /** Shows neither user nor password. */
    @Override
    public String toString() {
        return "JdbcExecutionStore[" + database.name() + "]";
    }

    Database database() {
        return database;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    Calls calls() {
        return calls;
    }

    JdbcOptions options() {
        return options;
    }

    /** Something has changed that sessions may want to know. */
    void news() {
        sessions.forEach(JdbcSession::look);
    }

    void left(JdbcSession session) {
        sessions.remove(session);
    }
}
