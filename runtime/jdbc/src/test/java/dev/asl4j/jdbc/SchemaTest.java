package dev.asl4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables are made, brought up to date, and known again. */
@Timeout(120)
final class SchemaTest {
    private static final String FIRST = "V1__executions.sql";
    private static final List<String> NEXT = List.of(FIRST, "V2__for_tests.sql");

    @ParameterizedTest
    @EnumSource
    void manyMayOpenAtOnce(StoreUnderTest database) throws Exception {
        String url = database.newUrl();
        int count = 6;
        CyclicBarrier gate = new CyclicBarrier(count);
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<JdbcExecutionStore>> stores = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                stores.add(threads.submit(() -> {
                    gate.await();
                    return JdbcExecutionStore.open(url);
                }));
            }
            for (Future<JdbcExecutionStore> store : stores) {
                assertThat(StoreUnderTest.number(store.get(), "SELECT count(*) FROM asl4j_schema"))
                        .isEqualTo(1);
                store.get().close();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** While another process writes, SQLite refuses at once to change how the file is written, whatever its time-out is. */
    @Test
    void whoOpensANewFileWaitsForWhoWritesIt(@TempDir Path folder) throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("executions.db");
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            CompletableFuture<JdbcExecutionStore> store =
                    CompletableFuture.supplyAsync(() -> JdbcExecutionStore.open(url));
            assertThatThrownBy(() -> store.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            statement.execute("COMMIT");
            store.get().close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsThereStaysThroughAnUpgrade(StoreUnderTest database) throws SQLException {
        String url = database.newUrl();
        long key;
        try (JdbcExecutionStore store = JdbcExecutionStore.open(url);
                Guest guest = new Guest(store)) {
            key = guest.start();
            new Schema(store.database(), NEXT).apply();
            new Schema(store.database(), NEXT).apply();
            assertThat(StoreUnderTest.number(store, "SELECT max(version) FROM asl4j_schema"))
                    .isEqualTo(2);
            assertThat(StoreUnderTest.number(store, "SELECT count(*) FROM asl4j_for_tests"))
                    .isEqualTo(1);
            assertThat(store.get(key)).isPresent();
        }
        assertThatThrownBy(() -> JdbcExecutionStore.open(url))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has tables of version 2, and this version of asl4j-jdbc knows them up to 1");
    }

    @ParameterizedTest
    @EnumSource
    void tablesOfOthersAreOnlyLookedAt(StoreUnderTest database) {
        String url = database.newUrl();
        JdbcOptions options = JdbcOptions.DEFAULTS.withSchemaApplied(false);
        assertThatThrownBy(() -> JdbcExecutionStore.open(url, options))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 1 is needed: apply V1__executions.sql of db/asl4j/");
        JdbcExecutionStore.open(url).close();
        JdbcExecutionStore.open(url, options).close();
    }

    /** A mistake in a name must not change a database of somebody else's. */
    @Test
    void anotherFileIsLeftAsItIs(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("others.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE others (id INTEGER)");
        }
        byte[] before = Files.readAllBytes(file);
        JdbcOptions options = JdbcOptions.DEFAULTS.withSchemaApplied(false);
        assertThatThrownBy(() -> JdbcExecutionStore.open("jdbc:sqlite:" + file, options))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @ParameterizedTest
    @EnumSource
    void scriptsThatOthersAppliedAreKnown(StoreUnderTest database) {
        String url = database.newUrl();
        try (JdbcExecutionStore store = JdbcExecutionStore.open(url)) {
            store.calls().transact(link -> link.execute("UPDATE asl4j_schema SET checksum = NULL"));
        }
        JdbcExecutionStore.open(url).close();
    }

    @ParameterizedTest
    @EnumSource
    void anotherScriptIsNotTakenForTheSame(StoreUnderTest database) {
        String url = database.newUrl();
        try (JdbcExecutionStore store = JdbcExecutionStore.open(url)) {
            store.calls().transact(link -> link.execute("UPDATE asl4j_schema SET checksum = 'other'"));
        }
        assertThatThrownBy(() -> JdbcExecutionStore.open(url))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("got its tables from another V1__executions.sql");
    }

    @ParameterizedTest
    @EnumSource
    void aScriptThatFailsLeavesNothing(StoreUnderTest database) throws SQLException {
        try (JdbcExecutionStore store = database.open()) {
            Schema schema = new Schema(store.database(), List.of(FIRST, "V2__that_fails.sql"));
            assertThatThrownBy(schema::apply).isInstanceOf(SQLException.class);
            assertThat(store.database()
                            .reads()
                            .<Boolean>read(link -> store.database().hasTable(link, "asl4j_half")))
                    .isFalse();
            assertThat(StoreUnderTest.number(store, "SELECT max(version) FROM asl4j_schema"))
                    .isEqualTo(1);
        }
    }
}
