package dev.asl4j.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.asl4j.crash.child.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full: nothing is acknowledged that is not kept, what runs waits, and goes on once there is space. */
@Timeout(300)
final class FullDiskTest {
    private static final int PATIENCE_SECONDS = 120;
    private static final int QUOTA_KILOBYTES = 4_096;
    private static final int PADDING = 200_000;
    private static final int LARGE = 20;
    private static final int FULL_SECONDS = 8;

    @TempDir
    Path folder;

    @Test
    void goesOnWhenTheFileMayGrow() throws Exception {
        assumeThat(Path.of("/usr/bin/prlimit"))
                .satisfiesAnyOf(
                        file -> assertThat(file).isExecutable(),
                        file -> assertThat(Path.of("/bin/prlimit")).isExecutable());
        try (Database database = Database.Kind.SQLITE.create(folder);
                Scene scene = new Scene(folder, database.place())) {
            Child child =
                    scene.launch(List.of("bash", "-c", "ulimit -S -f " + QUOTA_KILOBYTES + "; exec \"$@\"", "limited"));
            Case patient = patient(scene);
            List<Case> large = large(scene, 2 * QUOTA_KILOBYTES * 1_024 / PADDING);
            scene.pass(FULL_SECONDS);
            assertThat(large).anyMatch(order -> !order.isStarted());
            assertThat(Files.size(Path.of(database.place().where()))).isLessThanOrEqualTo(1_024L * QUOTA_KILOBYTES);
            assertThat(scene.describe(patient).path("status").asText()).isIn("RUNNING", "SUCCEEDED");

            child.unlimit();
            check(scene, patient, large);
        }
    }

    @Test
    void goesOnWhenThereIsSpaceAgainForSqlite() throws Exception {
        Optional<SmallDisk> small = SmallDisk.mount(folder.resolve("disk"), 400);
        assumeThat(small).as("a file system can be mounted").isPresent();
        try (SmallDisk disk = small.orElseThrow();
                Scene scene = new Scene(
                        folder,
                        new Place(
                                Place.Kind.SQLITE,
                                disk.folder().resolve("executions.db").toString()))) {
            scene.start();
            Case patient = patient(scene);
            disk.fill();
            List<Case> large = large(scene, LARGE);
            scene.pass(FULL_SECONDS);
            assertThat(large).anyMatch(order -> !order.isStarted());

            disk.clear();
            check(scene, patient, large);
        }
    }

    /** A server that cannot write its log ends, and somebody has to start it again. */
    @Test
    void goesOnWhenThereIsSpaceAgainForPostgresql() throws Exception {
        assumeThat(PostgresServer.isInstalled()).as("PostgreSQL is installed").isTrue();
        Optional<SmallDisk> small = SmallDisk.mount(folder.resolve("disk"), 400);
        assumeThat(small).as("a file system can be mounted").isPresent();
        assertThat(folder.toFile().setExecutable(true, false)).isTrue();
        try (SmallDisk disk = small.orElseThrow();
                PostgresServer server = PostgresServer.create(
                        Files.createDirectory(disk.folder().resolve("server")));
                Scene scene = new Scene(folder, server.place())) {
            scene.start();
            Case patient = patient(scene);
            disk.fill();
            List<Case> large = large(scene, LARGE);
            scene.pass(FULL_SECONDS);
            assertThat(large).anyMatch(order -> !order.isStarted());

            disk.clear();
            if (!server.isRunning()) {
                server.start();
            }
            check(scene, patient, large);
        }
    }

    private static Case patient(Scene scene) throws Exception {
        Case patient = scene.order("patience", "patience", "{\"value\": 1, \"ms\": 5, \"long\": 4}");
        scene.until(PATIENCE_SECONDS, patient::isStarted);
        return patient;
    }

    /** Orders with inputs that no database makes smaller. */
    private static List<Case> large(Scene scene, int count) {
        Random random = new Random(1);
        List<Case> large = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[PADDING * 3 / 4];
            random.nextBytes(bytes);
            String padding = Base64.getEncoder().encodeToString(bytes);
            large.add(
                    scene.order("chain", "large-" + i, "{\"value\": 1, \"ms\": 1, \"padding\": \"" + padding + "\"}"));
        }
        return large;
    }

    private static void check(Scene scene, Case patient, List<Case> large) throws Exception {
        scene.untilAllHaveEnded(PATIENCE_SECONDS);
        for (Case order : large) {
            assertThat(order.end().path("output").path("total").asInt()).isEqualTo(6);
        }
        assertThat(patient.end().path("output")).hasToString("{\"value\":7}");
        assertThat(scene.audit()).isEmpty();
    }
}
