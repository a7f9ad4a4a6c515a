package dev.asl4j.crash.child;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.crash.work.Labour;
import dev.asl4j.crash.work.Machines;
import dev.asl4j.crash.work.Seam;
import dev.asl4j.crash.work.SideLog;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.store.ExecutionStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code Worker <folder> <process> <place>}: an engine. Each line of standard input is a command, see {@link Commands}; the end of the input
 * ends the process at once. System properties: {@code crash.seam}, where it dies ({@code COMMITTED:17}); {@code crash.versions}, which
 * versions of a definition it has; {@code crash.delay}, milliseconds by which commits are late; {@code crash.retention}, milliseconds after which ended executions are removed; {@code crash.clock}, whether the
 * command {@code clock} can move the engine's clock; {@code crash.close}, how many seconds {@code close} waits for handlers.
 */
public final class Worker {
    private Worker() {}

    /** The program. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        String process = arguments[1];
        Place place = Place.parse(arguments[2]);
        Seam seam = Seam.of(System.getProperty("crash.seam", ""));
        DisturbedDriver.install(seam);
        Path mended = Files.createDirectories(folder.resolve("mended"));
        SideLog log = SideLog.of(folder.resolve("side"), process);
        Machines machines = new Machines(
                new Labour(log, seam, mended),
                Machines.Versions.valueOf(System.getProperty("crash.versions", "FIRST")));
        Duration delay = Duration.ofMillis(Long.getLong("crash.delay", 0));
        ExecutionStore store = new DisturbedStore(place.openPatiently(), seam, delay);
        Engine.Builder builder =
                machines.register(Engine.builder()).store(store).workerName(process);
        @Nullable Long retention = Long.getLong("crash.retention");
        if (retention != null) {
            builder.retention(Duration.ofMillis(retention));
        }
        MovedClock clock = new MovedClock();
        if (Boolean.getBoolean("crash.clock")) {
            builder.environment(clock);
        }
        Engine engine = builder.build();
        ActivityWorker stamping = new ActivityWorker(engine, log, seam, process);
        stamping.start();
        @Nullable Long patience = Long.getLong("crash.close");
        Commands commands = new Commands(engine, machines, clock, () -> {
            stamping.stop();
            if (patience == null) {
                engine.close();
            } else {
                engine.close(Duration.ofSeconds(patience));
            }
            store.close();
        });
        serve(commands);
    }

    private static void serve(Commands commands) throws IOException {
        commands.ready();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode command = Json.parse(line);
                commands.take(command);
            }
        }
        Runtime.getRuntime().halt(0);
    }
}
