package dev.asl4j.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An execution cannot go on, by its definition or by what is stored of it: that is said of it, and the others go on. */
@Timeout(300)
final class PoisonTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEMORY")
    void waitsForADefinitionThatHasItsState(Database.Kind kind) throws Exception {
        try (Database database = Scene.database(kind, folder);
                Scene scene = new Scene(folder, database.place())) {
            scene.start();
            Case old = scene.order("versioned", "old", "{\"value\": 1, \"ms\": 5, \"long\": 4}");
            scene.until(PATIENCE_SECONDS, () -> scene.standsIn(old, "Pause"));
            scene.kill();

            scene.start("-Dcrash.versions=THIRD");
            Case young = scene.order("versioned", "young", "{\"value\": 1, \"ms\": 5}");
            Case chain = scene.order("chain", "chain", "{\"value\": 1, \"ms\": 5}");
            scene.until(PATIENCE_SECONDS, () -> young.isClosed() && chain.isClosed() && isParked(scene, old));
            JsonNode parked = scene.describe(old);
            assertThat(parked.path("status").asText()).isEqualTo("RUNNING");
            assertThat(parked.path("parked").asText()).contains("Pause");
            assertThat(young.end().path("output")).hasToString("{\"value\":32}");
            scene.kill();

            scene.start("-Dcrash.versions=THIRD_AND_FIRST");
            scene.untilAllHaveEnded(PATIENCE_SECONDS);
            assertThat(old.end().path("output")).hasToString("{\"value\":12}");
            assertThat(scene.audit()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEMORY")
    void aDamagedFrameParksItsExecution(Database.Kind kind) throws Exception {
        try (Database database = Scene.database(kind, folder);
                Scene scene = new Scene(folder, database.place())) {
            scene.start();
            Case damaged = scene.order("versioned", "damaged", "{\"value\": 1, \"ms\": 5, \"long\": 4}");
            Case sound = scene.order("versioned", "sound", "{\"value\": 1, \"ms\": 5, \"long\": 4}");
            scene.until(PATIENCE_SECONDS, () -> scene.standsIn(damaged, "Pause") && scene.standsIn(sound, "Pause"));
            scene.kill();
            damage(database, "damaged");

            scene.start();
            scene.until(PATIENCE_SECONDS, () -> sound.isClosed() && isParked(scene, damaged));
            JsonNode parked = scene.describe(damaged);
            assertThat(parked.path("status").asText()).isEqualTo("RUNNING");
            assertThat(parked.path("parked").asText()).isNotEmpty();
            assertThat(sound.end().path("output")).hasToString("{\"value\":12}");

            scene.ask(Command.of("stop", damaged.order()));
            scene.untilAllHaveEnded(PATIENCE_SECONDS);
            assertThat(damaged.end().path("status").asText()).isEqualTo("ABORTED");
            assertThat(scene.audit()).isEmpty();
        }
    }

    /** Puts a phase into the frames of an execution that fits to nothing else in them. */
    private static void damage(Database database, String name) throws SQLException {
        String sql = "UPDATE asl4j_frames SET phase = 'CHILDREN', detail = '{}'"
                + " WHERE execution = (SELECT key FROM asl4j_executions WHERE name = ?)";
        try (Connection connection = database.place().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            assertThat(statement.executeUpdate()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEMORY")
    void anExpressionWithoutEndFailsItsOwnExecution(Database.Kind kind) throws Exception {
        try (Database database = Scene.database(kind, folder);
                Scene scene = new Scene(folder, database.place())) {
            scene.start();
            Case poison = scene.order("poison", "poison", "{}");
            Case chain = scene.order("chain", "chain", "{\"value\": 1, \"ms\": 5}");
            scene.untilAllHaveEnded(PATIENCE_SECONDS);
            assertThat(poison.end().path("status").asText()).isEqualTo("FAILED");
            assertThat(poison.end().path("error").asText()).isEqualTo("States.QueryEvaluationError");
            assertThat(chain.end().path("status").asText()).isEqualTo("SUCCEEDED");
            assertThat(scene.audit()).isEmpty();
        }
    }

    private static boolean isParked(Scene scene, Case order) {
        try {
            return !scene.describe(order).path("parked").isNull();
        } catch (Exception e) {
            return false;
        }
    }
}
