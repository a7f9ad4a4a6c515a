package dev.asl4j.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.crash.work.Order;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A handler does not return, or takes all the memory: its own execution bears it, the others go on. */
@Timeout(300)
final class HandlerFaultsTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEMORY")
    void aHandlerThatNeverReturnsHoldsUpItsOwnExecutionAlone(Database.Kind kind) throws Exception {
        try (Database database = Scene.database(kind, folder);
                Scene scene = new Scene(folder, database.place())) {
            scene.start();
            Case hanging = scene.order("hang", "hang", "{}", Order.Fate.STOP);
            scene.until(PATIENCE_SECONDS, hanging::isStopped);
            Case hangs = scene.order("hang", "hang-on", "{}");
            Case chain = scene.order("chain", "chain", "{\"value\": 1, \"ms\": 5}");
            scene.until(PATIENCE_SECONDS, chain::isClosed);
            scene.until(PATIENCE_SECONDS, () -> scene.standsIn(hangs, "Without"));
            assertThat(scene.describe(hangs).path("status").asText()).isEqualTo("RUNNING");

            scene.kill();
            scene.start("-Dcrash.close=1");
            assertThat(scene.describe(hangs).path("states").path(0).asText()).isEqualTo("Without");
            scene.ask(Command.of("stop", hangs.order()));
            JsonNode stopped = scene.describe(hangs);
            assertThat(stopped.path("status").asText()).isEqualTo("ABORTED");
            assertThat(stopped.path("error").asText()).isEqualTo("Enough");
            scene.untilAllHaveEnded(PATIENCE_SECONDS);
            assertThat(scene.audit()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEMORY")
    void aHandlerWithoutMemoryFailsItsOwnTaskAlone(Database.Kind kind) throws Exception {
        try (Database database = Scene.database(kind, folder);
                Scene scene = new Scene(folder, database.place())) {
            scene.start("-Xmx64m");
            Case patient = scene.order("patience", "patience", "{\"value\": 1, \"ms\": 5, \"long\": 3}");
            scene.until(PATIENCE_SECONDS, patient::isStarted);
            Case exhausting = scene.order("exhaust", "exhaust", "{}");
            scene.until(PATIENCE_SECONDS, exhausting::isClosed);
            assertThat(exhausting.end().path("status").asText()).isEqualTo("FAILED");
            assertThat(exhausting.end().path("error").asText()).isEqualTo("java.lang.OutOfMemoryError");
            Case chain = scene.order("chain", "chain", "{\"value\": 1, \"ms\": 5}");
            scene.untilAllHaveEnded(PATIENCE_SECONDS);
            assertThat(chain.end().path("status").asText()).isEqualTo("SUCCEEDED");
            assertThat(patient.end().path("status").asText()).isEqualTo("SUCCEEDED");
            assertThat(scene.audit()).isEmpty();
        }
    }
}
