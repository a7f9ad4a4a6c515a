package dev.asl4j.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database is away, or does not answer, or is slow: the engine stays, waits, and goes on. {@code -Dcrash.outage}: for how long, in seconds. */
@Timeout(300)
final class DatabaseFaultsTest {
    private static final int OUTAGE_SECONDS = Integer.getInteger("crash.outage", 4);
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void goesOnWhenPostgresqlIsBack() throws Exception {
        assumeTrue(PostgresServer.isInstalled(), "PostgreSQL is not installed");
        try (PostgresServer server = PostgresServer.create();
                Scene scene = new Scene(folder, server.place())) {
            scene.start();
            Case[] orders = orders(scene, "before");
            scene.until(PATIENCE_SECONDS, () -> orders[0].isStarted() && orders[3].isStarted());
            server.stop();
            Case late = scene.order("chain", "chain-late", "{\"value\": 1, \"ms\": 10}");
            scene.pass(OUTAGE_SECONDS);
            assertThat(late.isStarted()).isFalse();
            server.start();
            scene.untilAllHaveEnded(PATIENCE_SECONDS);
            check(orders);
            assertThat(late.end()).isNotNull();
            assertThat(scene.audit()).isEmpty();
        }
    }

    @Test
    void goesOnWhenPostgresqlAnswersAgain() throws Exception {
        assumeTrue(PostgresServer.isInstalled(), "PostgreSQL is not installed");
        try (PostgresServer server = PostgresServer.create();
                Scene scene = new Scene(folder, server.place())) {
            scene.start();
            Case[] orders = orders(scene, "before");
            scene.until(PATIENCE_SECONDS, () -> orders[0].isStarted() && orders[3].isStarted());
            server.freeze(true);
            try {
                scene.pass(OUTAGE_SECONDS);
            } finally {
                server.freeze(false);
            }
            scene.untilAllHaveEnded(PATIENCE_SECONDS);
            check(orders);
            assertThat(scene.audit()).isEmpty();
        }
    }

    /** Somebody else writes, and does not come to an end. */
    @Test
    void goesOnWhenSqliteIsFreeAgain() throws Exception {
        try (Database database = Database.Kind.SQLITE.create(folder);
                Scene scene = new Scene(folder, database.place())) {
            scene.start();
            Case[] orders = orders(scene, "before");
            scene.until(PATIENCE_SECONDS, () -> orders[0].isStarted() && orders[3].isStarted());
            Case late;
            try (Connection connection = database.place().connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 10000");
                statement.execute("BEGIN IMMEDIATE");
                late = scene.order("chain", "chain-late", "{\"value\": 1, \"ms\": 10}");
                scene.pass(OUTAGE_SECONDS);
                assertThat(late.isStarted()).isFalse();
                statement.execute("ROLLBACK");
            }
            scene.untilAllHaveEnded(PATIENCE_SECONDS);
            check(orders);
            assertThat(late.end()).isNotNull();
            assertThat(scene.audit()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEMORY")
    void slowCommitsOnlyTakeTime(Database.Kind kind) throws Exception {
        try (Database database = Scene.database(kind, folder);
                Scene scene = new Scene(folder, database.place())) {
            scene.start("-Dcrash.delay=200");
            Case[] orders = orders(scene, "slow");
            scene.untilAllHaveEnded(PATIENCE_SECONDS);
            check(orders);
            assertThat(scene.audit()).isEmpty();
        }
    }

    private static Case[] orders(Scene scene, String prefix) {
        return new Case[] {
            scene.order("chain", prefix + "-chain", "{\"value\": 1, \"ms\": 300}"),
            scene.order("patience", prefix + "-patience", "{\"value\": 1, \"ms\": 10, \"long\": 2}"),
            scene.order("each-item", prefix + "-each-item", "{\"value\": 1, \"ms\": 100, \"items\": [0, 10, 20]}"),
            scene.order("second-chances", prefix + "-second-chances", "{\"value\": 1, \"ms\": 50}"),
        };
    }

    private static void check(Case[] orders) {
        String[] outputs = {
            "{\"total\":6,\"first\":2,\"second\":3,\"turns\":3}",
            "{\"value\":7}",
            "{\"kept\":[100,111,122],\"count\":3}",
            "{\"value\":17,\"error\":\"Busy\"}",
        };
        for (int i = 0; i < orders.length; i++) {
            assertThat(orders[i].end().path("output")).hasToString(outputs[i]);
        }
    }
}
