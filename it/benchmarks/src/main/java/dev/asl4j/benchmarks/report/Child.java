package dev.asl4j.benchmarks.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A JVM of its own, with a heap as large as said, that prints what it measures as {@code name=value}. */
public final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final Map<String, String> results = new HashMap<>();

    private Child(Process process) {
        this.process = process;
        this.lines = process.inputReader();
    }

    /** Starts the {@code main} of a class, with the class path of this process. */
    public static Child start(String heap, Class<?> program, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until it has printed that name, and gives the value. */
    public String await(String name) throws IOException {
        while (!results.containsKey(name)) {
            String line = lines.readLine();
            if (line == null) {
                throw new IllegalStateException("The child ended without " + name + ".");
            }
            int equals = line.indexOf('=');
            if (equals < 0) {
                System.out.println(line);
            } else {
                results.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return results.get(name);
    }

    /** The same for a number. */
    public double number(String name) throws IOException {
        return Double.parseDouble(await(name));
    }

    /** The power goes. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Waits until it has ended. */
    @Override
    public void close() {
        process.onExit().join();
    }
}
