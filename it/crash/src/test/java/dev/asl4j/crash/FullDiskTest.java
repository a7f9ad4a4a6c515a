package dev.asl4j.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full: nothing is acknowledged that is not kept, what runs waits, and goes on once there is space. */
@Timeout(300)
final class FullDiskTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final int QUOTA_KILOBYTES = 4_096;
    private static final int PADDING = 200_000;

    @TempDir
    Path folder;

    @Test
    void goesOnWhenThereIsSpaceAgain() throws Exception {
        assumeThat(Path.of("/usr/bin/prlimit"))
                .satisfiesAnyOf(
                        file -> assertThat(file).isExecutable(),
                        file -> assertThat(Path.of("/bin/prlimit")).isExecutable());
        try (Database database = Database.Kind.SQLITE.create(folder);
                Scene scene = new Scene(folder, database.place())) {
            Child child =
                    scene.launch(List.of("bash", "-c", "ulimit -S -f " + QUOTA_KILOBYTES + "; exec \"$@\"", "limited"));
            Case patient = scene.order("patience", "patience", "{\"value\": 1, \"ms\": 5, \"long\": 4}");
            scene.until(PATIENCE_SECONDS, patient::isStarted);
            List<Case> large = new ArrayList<>();
            String padding = "x".repeat(PADDING);
            for (int i = 0; i < 2 * QUOTA_KILOBYTES * 1_024 / PADDING; i++) {
                large.add(scene.order(
                        "chain", "large-" + i, "{\"value\": 1, \"ms\": 1, \"padding\": \"" + padding + "\"}"));
            }
            scene.pass(8);
            assertThat(large).anyMatch(order -> !order.isStarted());
            assertThat(Files.size(Path.of(database.place().where()))).isLessThanOrEqualTo(1_024L * QUOTA_KILOBYTES);
            assertThat(scene.describe(patient).path("status").asText()).isIn("RUNNING", "SUCCEEDED");

            child.unlimit();
            scene.untilAllHaveEnded(PATIENCE_SECONDS);
            for (Case order : large) {
                assertThat(order.end().path("output").path("total").asInt()).isEqualTo(6);
            }
            assertThat(patient.end().path("output")).hasToString("{\"value\":7}");
            assertThat(scene.audit()).isEmpty();
        }
    }
}
