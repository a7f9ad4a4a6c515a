package dev.asl4j.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.crash.child.Place;
import dev.asl4j.crash.child.Worker;
import dev.asl4j.runtime.data.Json;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A process with an engine, and the conversation with it. */
final class Child {
    private final Process process;
    private final String name;
    private final BufferedWriter commands;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private Child(Process process, String name) {
        this.process = process;
        this.name = name;
        commands = process.outputWriter(StandardCharsets.UTF_8);
        Thread listener = new Thread(this::listen, "listener-" + name);
        listener.setDaemon(true);
        listener.start();
    }

    /**
     * Starts one.
     *
     * @param name of the process in the side log, not used before
     * @param options for its JVM
     */
    static Child start(Path folder, String name, Place place, List<String> options) throws IOException {
        return start(List.of(), folder, name, place, options);
    }

    /** {@link #start} with a command in front, say one that limits the process. */
    static Child start(List<String> prefix, Path folder, String name, Place place, List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
        command.addAll(List.of(folder.toString(), name, place.toString()));
        Path errors = Files.createDirectories(folder.resolve("errors")).resolve(name + ".txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        return new Child(process, name);
    }

    String name() {
        return name;
    }

    /** Completed once it takes commands. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it ends by itself, but not longer than that. */
    void awaitEnd(int seconds) throws InterruptedException {
        var unused = process.waitFor(seconds, TimeUnit.SECONDS);
    }

    /** How it ended, once it has. */
    int exitCode() {
        return process.exitValue();
    }

    /** Tells it something; fails with {@link RefusedException}, or with {@link GoneException} if it dies first. */
    CompletableFuture<JsonNode> ask(ObjectNode command) {
        long id = numbers.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(id, answer);
        try {
            synchronized (commands) {
                commands.write(Json.write(command.put("id", id)));
                commands.newLine();
                commands.flush();
            }
        } catch (IOException gone) {
            answer.completeExceptionally(new GoneException());
        }
        if (!process.isAlive()) {
            answer.completeExceptionally(new GoneException());
        }
        return answer;
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Sends it a signal such as {@code STOP}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Lifts a limit on the size of its files. */
    void unlimit() throws IOException, InterruptedException {
        new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=unlimited")
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Has it close its engine, and ends it; gives whether it did within the time. */
    boolean close(int seconds) throws InterruptedException {
        CompletableFuture<JsonNode> closed = ask(Command.of("close"));
        try {
            closed.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            System.out.println(name + " does not close: " + e);
            return false;
        } finally {
            kill();
        }
    }

    private void listen() {
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                hear(line);
            }
        } catch (IOException | RuntimeException torn) {
            // it was killed in the middle of a line
        }
        process.destroyForcibly().onExit().join(); // its output ends a little before it does
        ready.completeExceptionally(new GoneException());
        open.values().forEach(answer -> answer.completeExceptionally(new GoneException()));
    }

    private void hear(String line) {
        JsonNode answer = Json.parse(line);
        if (answer.has("ready")) {
            ready.complete(null);
            return;
        }
        CompletableFuture<JsonNode> asked = open.remove(answer.path("id").asLong());
        if (asked == null) {
            return;
        }
        if (answer.has("error")) {
            asked.completeExceptionally(new RefusedException(
                    answer.path("error").asText(), answer.path("message").asText()));
        } else {
            asked.complete(answer.path("ok"));
        }
    }

    /** The process died before it answered: whether it did what it was told is not known. */
    static final class GoneException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The process answered with an exception. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String error;

        RefusedException(String error, String message) {
            super(error + ": " + message);
            this.error = error;
        }

        /** Whether the engine takes nothing any more. */
        boolean isClosed() {
            return error.equals("IllegalStateException");
        }

        /** The exception's class. */
        String error() {
            return error;
        }
    }
}
