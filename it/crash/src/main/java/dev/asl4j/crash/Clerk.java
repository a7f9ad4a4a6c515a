package dev.asl4j.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.crash.Child.GoneException;
import dev.asl4j.crash.Child.RefusedException;
import dev.asl4j.crash.check.Acknowledged;
import dev.asl4j.crash.work.Order;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sees to it that every order is started, looked after, stopped or redriven, through whatever process lives: what was not acknowledged is
 * done again. Used by the thread of the campaign alone.
 */
final class Clerk {
    /** What Map Runs are updated to. */
    static final int CONCURRENCY = 7;

    private static final long LOOK_MILLIS = 700;

    private final Path folder;
    private final Supplier<List<Child>> children;
    private final Random random;
    private final BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
    private final TokenDesk tokens;

    /** @param children those that take commands now */
    Clerk(Path folder, Supplier<List<Child>> children, Random random) {
        this.folder = folder;
        this.children = children;
        this.random = random;
        tokens = new TokenDesk(folder.resolve("side"), this);
    }

    /** Does what is to be done now, and takes answers for some milliseconds. */
    void work(List<Case> cases, long millis) throws IOException, InterruptedException {
        long now = now();
        if (!children.get().isEmpty()) {
            for (Case open : cases) {
                if (!open.isBusy() && !open.isClosed()) {
                    advance(open, now);
                }
            }
            tokens.work(now);
        }
        long end = now + millis;
        for (long left = millis; left > 0; left = end - now()) {
            Runnable answer = answers.poll(left, TimeUnit.MILLISECONDS);
            if (answer != null) {
                answer.run();
            }
        }
    }

    /** Sends a command to one of the processes; the answer is taken by the campaign's thread. */
    void ask(ObjectNode command, Consumer<JsonNode> ok, Consumer<Exception> failed) {
        List<Child> alive = children.get();
        if (alive.isEmpty()) {
            answers.add(() -> failed.accept(new GoneException()));
            return;
        }
        Child child = alive.get(random.nextInt(alive.size()));
        var unused = child.ask(command)
                .whenComplete((answer, thrown) -> answers.add(() -> {
                    if (thrown == null) {
                        ok.accept(answer);
                    } else {
                        failed.accept((Exception) (thrown instanceof CompletionException ? thrown.getCause() : thrown));
                    }
                }));
    }

    /** What was acknowledged of tokens. */
    Acknowledged acknowledged() {
        return tokens.acknowledged();
    }

    /** Real time in milliseconds. */
    static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private void advance(Case open, long now) throws IOException {
        if (!open.isStarted()) {
            start(open);
        } else if (open.isToBeStopped(now)) {
            command(
                    open,
                    Command.of("stop", open.order()),
                    open::stopped,
                    refused -> open.finding("its stop was refused: " + refused.getMessage()));
        } else if (open.isToBeUpdated(now)) {
            update(open);
        } else if (open.isToBeRedriven()) {
            redrive(open);
        } else if (now - open.lookedAt() > LOOK_MILLIS) {
            look(open);
        }
    }

    private void start(Case open) {
        boolean again = open.wasAskedToStart();
        open.busy(true);
        open.askedToStart();
        ObjectNode command = Command.of("start", open.order());
        command.set("input", open.order().input());
        ask(
                command,
                ok -> {
                    open.busy(false);
                    started(open);
                },
                failed -> {
                    open.busy(false);
                    if (isRefusal(failed, "ExecutionAlreadyExistsException")) {
                        if (again) {
                            started(open); // the first time, which was not answered
                        } else {
                            open.finding("its name was taken before it was started");
                        }
                    }
                });
    }

    private void started(Case open) {
        open.started(now());
        note("started " + open.order().name());
    }

    private void redrive(Case open) throws IOException {
        Path flag = folder.resolve("mended").resolve(open.order().name());
        if (!Files.exists(flag)) {
            Files.createFile(flag);
        }
        boolean again = open.wasAskedToRedrive();
        open.askedToRedrive();
        command(open, Command.of("redrive", open.order()), () -> redriven(open), refused -> {
            if (again) {
                redriven(open); // the first time, which was not answered
            } else {
                open.finding("its redrive was refused: " + refused.getMessage());
            }
        });
    }

    private void redriven(Case open) {
        open.redriven();
        note("redriven " + open.order().name());
    }

    private void update(Case open) {
        ObjectNode command = Command.of("update", open.order()).put("concurrency", CONCURRENCY);
        command(open, command, open::updated, refused -> {
            if (!refused.error().equals("NoSuchElementException")) {
                open.finding("the update of its Map Run was refused: " + refused.getMessage());
            }
        });
    }

    private void look(Case open) {
        open.busy(true);
        ask(
                Command.of("describe", open.order()),
                description -> {
                    open.busy(false);
                    open.seen(description, now());
                },
                failed -> {
                    open.busy(false);
                    if (isRefusal(failed, "NoSuchElementException")) {
                        open.finding("its start was acknowledged, and it is not there");
                    }
                });
    }

    private void command(Case open, ObjectNode command, Runnable ok, Consumer<RefusedException> refused) {
        open.busy(true);
        ask(
                command,
                answer -> {
                    open.busy(false);
                    ok.run();
                    note(command.path("do").asText() + " " + open.order().name());
                },
                failed -> {
                    open.busy(false);
                    if (failed instanceof RefusedException refusal && !isPassing(refusal)) {
                        refused.accept(refusal);
                    }
                });
    }

    /** What the next process, or the same one later, may not refuse. */
    private static boolean isPassing(RefusedException refusal) {
        return refusal.error().equals("StoreException") || refusal.isClosed();
    }

    private static boolean isRefusal(Exception failed, String error) {
        return failed instanceof RefusedException refusal && refusal.error().equals(error);
    }

    /** Durable before anything builds on it. */
    void note(String line) {
        try {
            Files.writeString(
                    folder.resolve("acknowledged.log"),
                    Instant.now() + " " + line + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The next orders as cases. */
    static Case open(Order order, Random random) {
        return new Case(order, 500 + random.nextInt(5_000));
    }
}
