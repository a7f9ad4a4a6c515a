package dev.asl4j.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The databases, each with a way to make an empty one. */
enum StoreUnderTest {
    SQLITE {
        @Override
        String newUrl() {
            try {
                return "jdbc:sqlite:" + Folders.make().resolve("executions.db");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        void takeForDead(JdbcExecutionStore store, long session) {
            store.database().liveness().ended(session);
        }
    },
    POSTGRESQL {
        @Override
        String newUrl() {
            Optional<PostgresServer> server = PostgresServer.shared();
            assumeTrue(server.isPresent(), "There is no PostgreSQL on this machine.");
            try {
                return server.get().newSchema();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        void takeForDead(JdbcExecutionStore store, long session) {
            store.calls().transact(link -> link.execute("UPDATE asl4j_sessions SET expires = 0 WHERE id = ?", session));
        }
    };

    /** Looks often. */
    static final JdbcOptions OPTIONS = JdbcOptions.DEFAULTS.withPollInterval(Duration.ofMillis(20));

    /** The URL of an empty database. */
    abstract String newUrl();

    /** Lets a session look dead, though it is not. */
    abstract void takeForDead(JdbcExecutionStore store, long session);

    JdbcExecutionStore open() {
        return JdbcExecutionStore.open(newUrl(), OPTIONS);
    }

    /** The only number that a query gives. */
    static long number(JdbcExecutionStore store, String query) {
        return store.calls()
                .read(link -> link.query(query, Column.list("number LONG")))
                .get(0)
                .longValue();
    }

    /** Folders that go with the JVM. */
    private static final class Folders {
        private static final Set<Path> MADE = ConcurrentHashMap.newKeySet();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> MADE.forEach(Folders::remove)));
        }

        private Folders() {}

        static Path make() throws IOException {
            Path folder = Files.createTempDirectory("asl4j-sqlite");
            MADE.add(folder);
            return folder;
        }

        private static void remove(Path folder) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
