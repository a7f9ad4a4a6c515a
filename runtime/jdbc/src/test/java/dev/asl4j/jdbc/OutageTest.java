package dev.asl4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoreSession.Committed;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server crashes and comes back. */
@Timeout(180)
final class OutageTest {
    private static final String PASSWORD = "hush-hush";

    /** Long enough to connect on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            records.add(logged);
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @Test
    void turnsWaitForTheServerAndNothingIsLost() throws SQLException {
        Optional<PostgresServer> own = PostgresServer.own();
        assumeTrue(own.isPresent(), "There is no PostgreSQL on this machine.");
        PostgresServer server = own.get();
        Logger logger = Logger.getLogger(JdbcExecutionStore.class.getName());
        logger.addHandler(handler);
        JdbcOptions options = StoreUnderTest.OPTIONS.withPassword(PASSWORD).withPatience(PATIENCE);
        String url = server.newSchema();
        try (JdbcExecutionStore store = JdbcExecutionStore.open(url, options);
                Guest guest = new Guest(store)) {
            long key = guest.start();
            server.crash();
            CompletableFuture<Committed> next = guest.commitLater(Sample.next(key, 2));
            CompletableFuture<Committed> other =
                    guest.commitLater(Sample.start(guest.session().newKey()));
            assertThatThrownBy(() -> store.get(key))
                    .isInstanceOf(StoreException.class)
                    .hasMessageEndingWith("is away.");
            assertThat(next).isNotDone();
            server.start();
            assertThat(next.join()).isEqualTo(Committed.DONE);
            assertThat(other.join()).isEqualTo(Committed.DONE);
            assertThat(guest.commit(Sample.next(key, 3))).isEqualTo(Committed.DONE);
            try (JdbcExecutionStore patient = JdbcExecutionStore.open(url)) {
                assertThat(patient.history(key, 0, 10, false)).hasSize(3);
            }
            assertThat(store.toString()).contains("127.0.0.1").doesNotContain(PASSWORD, "tests");
            assertThat(options.toString()).doesNotContain(PASSWORD);
        } finally {
            logger.removeHandler(handler);
            server.remove();
        }
        assertThat(records)
                .extracting(LogRecord::getLevel)
                .startsWith(Level.WARNING)
                .contains(Level.INFO)
                .hasSizeLessThanOrEqualTo(4);
        assertThat(records)
                .allSatisfy(logged -> assertThat(logged.getMessage())
                        .startsWith("PostgreSQL //127.0.0.1:")
                        .doesNotContain(PASSWORD));
    }

    @Test
    void aUserWhomTheDatabaseDoesNotKnowIsNotShown() throws Exception {
        String url = StoreUnderTest.POSTGRESQL.newUrl().replaceFirst("user=\\w+", "user=un4uthorised");
        assertThatThrownBy(() -> JdbcExecutionStore.open(url, JdbcOptions.DEFAULTS.withPatience(PATIENCE)))
                .isInstanceOf(StoreException.class)
                .rootCause()
                .message()
                .startsWith("user and password are not accepted (SQL state 28")
                .doesNotContain("un4uthorised");
    }

    @Test
    void saysWhyTheServerCannotBeReached() {
        assertThatThrownBy(() -> JdbcExecutionStore.open(
                        "jdbc:postgresql://127.0.0.1:1/orders", JdbcOptions.DEFAULTS.withPatience(PATIENCE)))
                .isInstanceOf(StoreException.class)
                .cause()
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("SQL state 08001");
    }

    @Test
    void secretsInAUrlAreNotShown() {
        assertThat(PostgresDatabase.withoutSecrets("jdbc:postgresql://me:secret@db:5432/orders?password=secret"))
                .isEqualTo("db:5432/orders");
        assertThat(PostgresDatabase.withoutSecrets("jdbc:postgresql://db/orders?user=me&password=secret"))
                .isEqualTo("//db/orders");
        assertThatThrownBy(() -> JdbcExecutionStore.open(
                        "jdbc:postgresql://127.0.0.1:1/orders?user=me&password=" + PASSWORD,
                        JdbcOptions.DEFAULTS.withPatience(Duration.ofMillis(250))))
                .isInstanceOf(StoreException.class)
                .satisfies(fault -> {
                    for (Throwable each = fault; each != null; each = each.getCause()) {
                        assertThat(each.getMessage()).doesNotContain(PASSWORD);
                    }
                });
    }
}
