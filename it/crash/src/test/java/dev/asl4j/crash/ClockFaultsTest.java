package dev.asl4j.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody sets the clock: waits end by the clock, and nothing else minds. */
@Timeout(300)
final class ClockFaultsTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final long HOUR_MILLIS = 3_600_000;

    /** What is said of times, which are the clock's in histories, and the system's in what the handlers write. */
    private static final Pattern CLOCK =
            Pattern.compile("^earlier than|^waited for|was called by .* before|was called again after");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEMORY")
    void waitsEndByTheClock(Database.Kind kind) throws Exception {
        try (Database database = Scene.database(kind, folder);
                Scene scene = new Scene(folder, database.place())) {
            scene.start("-Dcrash.clock=true");
            Case soon = scene.order("patience", "soon", "{\"value\": 1, \"ms\": 5, \"long\": 3}");
            Case later = scene.order("patience", "later", "{\"value\": 1, \"ms\": 5, \"long\": 1800}");
            scene.until(PATIENCE_SECONDS, () -> scene.standsIn(later, "Long"));

            move(scene, HOUR_MILLIS);
            scene.until(PATIENCE_SECONDS, later::isClosed);
            scene.until(PATIENCE_SECONDS, soon::isClosed);

            Case across = scene.order("patience", "across", "{\"value\": 1, \"ms\": 5, \"long\": 600}");
            scene.until(PATIENCE_SECONDS, () -> scene.standsIn(across, "Long"));
            move(scene, -HOUR_MILLIS);
            Case steps = scene.order("chain", "steps", "{\"value\": 1, \"ms\": 5}");
            Case waits = scene.order("patience", "waits", "{\"value\": 1, \"ms\": 5, \"long\": 2}");
            scene.until(PATIENCE_SECONDS, () -> steps.isClosed() && waits.isClosed());
            assertThat(across.isClosed()).isFalse();

            move(scene, 2 * HOUR_MILLIS);
            scene.untilAllHaveEnded(PATIENCE_SECONDS);
            for (Case order : new Case[] {soon, later, across, waits}) {
                assertThat(order.end().path("output")).hasToString("{\"value\":7}");
            }
            Map<String, List<String>> wrong = scene.audit();
            wrong.values()
                    .forEach(found ->
                            found.removeIf(finding -> CLOCK.matcher(finding).find()));
            wrong.values().removeIf(List::isEmpty);
            assertThat(wrong).isEmpty();
        }
    }

    private static void move(Scene scene, long millis) throws Exception {
        scene.ask(Command.of("clock").put("millis", millis));
    }
}
