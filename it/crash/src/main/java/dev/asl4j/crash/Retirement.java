package dev.asl4j.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.crash.child.Place;
import dev.asl4j.crash.work.Order;
import dev.asl4j.crash.work.Seam;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.store.ExecutionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** At the end all executions are removed as if they had ended long ago, by engines that die over it; then nothing of them may be left. */
final class Retirement {
    private static final int ENGINES = 4;
    private static final int PATIENCE_SECONDS = 180;
    private static final int LIFE_SECONDS = 4;
    private static final int TICK_MILLIS = 40;
    private static final int MOST = 1_000_000;
    private static final List<String> TABLES = List.of(
            "asl4j_executions", "asl4j_frames", "asl4j_events", "asl4j_messages", "asl4j_map_runs", "asl4j_payloads");

    private final Path folder;
    private final Place place;
    private final SplittableRandom random;

    Retirement(Path folder, Options options, Place place) {
        this.folder = folder;
        this.place = place;
        random = new SplittableRandom(options.seed());
    }

    /** Does it; gives what is wrong. */
    List<String> findings() throws IOException, InterruptedException, SQLException {
        List<String> findings = new ArrayList<>();
        for (int i = 0; i < ENGINES; i++) {
            String seam = Seam.Point.PURGE + ":" + (1 + random.nextInt(Seam.Point.PURGE.times()));
            purge(List.of("-Dcrash.retention=1", "-Dcrash.seam=" + seam), "purging-" + i, findings);
        }
        finish(findings);
        try (ExecutionStore store = place.open()) {
            store.purge(Instant.now().plus(Duration.ofDays(1)), MOST);
        }
        count(findings);
        return findings;
    }

    /** Engines remove others when one of theirs ends. */
    private void purge(List<String> options, String name, List<String> findings)
            throws IOException, InterruptedException {
        Child child = Child.start(folder, name, place, options);
        try {
            child.ready().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Order last = new Order("chain", name, Json.parse("{\"value\":1,\"ms\":1}"), Order.Fate.END);
            ObjectNode start = Command.of("start", last);
            start.set("input", last.input());
            child.ask(start).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            child.awaitEnd(LIFE_SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            child.awaitEnd(LIFE_SECONDS);
            if (child.isAlive() || child.exitCode() != Seam.EXIT) {
                findings.add(name + ": " + e);
            }
        } finally {
            child.kill();
        }
    }

    /** Lets an engine end what the others have left, without removing anything. */
    private void finish(List<String> findings) throws IOException, InterruptedException {
        Child child = Child.start(folder, "last", place, List.of());
        try {
            child.ready().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            long end = Clerk.now() + TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS);
            boolean runs = true;
            while (runs && Clerk.now() < end) {
                TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
                JsonNode listed = child.ask(Command.of("list")).get();
                runs = listed.findValuesAsText("status").contains("RUNNING");
            }
            if (runs || !child.close(PATIENCE_SECONDS)) {
                findings.add("the last engine does not come to an end");
            }
        } catch (ExecutionException | TimeoutException e) {
            findings.add("the last engine: " + e);
        } finally {
            child.kill();
        }
    }

    private void count(List<String> findings) throws SQLException {
        try (Connection connection = place.connect();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    if (count.next() && count.getLong(1) > 0) {
                        findings.add(count.getLong(1) + " rows are left in " + table);
                    }
                }
            }
        }
    }
}
