package dev.asl4j.crash.child;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.crash.work.Labour;
import dev.asl4j.crash.work.Machines;
import dev.asl4j.crash.work.Seam;
import dev.asl4j.crash.work.SideEntry;
import dev.asl4j.crash.work.SideLog;
import dev.asl4j.runtime.ActivityTask;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.task.TaskAnswerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Polls for the tasks of the activity on some threads, and does them, with as many signs of life as the task asks for; with its process it may
 * die with some in hand.
 */
final class ActivityWorker {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int THREADS = 4;
    private static final int BEAT_MILLIS = 500;

    private final Engine engine;
    private final SideLog log;
    private final Seam seam;
    private final String process;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    ActivityWorker(Engine engine, SideLog log, Seam seam, String process) {
        this.engine = engine;
        this.log = log;
        this.seam = seam;
        this.process = process;
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(this::work, "activity-worker-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** Returns once nothing is in hand. */
    void stop() {
        stopped.countDown();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (stopped.getCount() > 0) {
                try {
                    Optional<ActivityTask> task = engine.pollActivity(Machines.ACTIVITY, process, PATIENCE);
                    if (task.isPresent()) {
                        stamp(task.get());
                    }
                } catch (StoreException | TaskAnswerException late) {
                    System.err.println("polling: " + late);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stamp(ActivityTask task) throws InterruptedException {
        seam.pass(Seam.Point.POLLED);
        note(SideEntry.Kind.POLLED, task, note -> {});
        for (int i = task.input().path("beats").asInt(); i > 0; i--) {
            var unused = stopped.await(BEAT_MILLIS, TimeUnit.MILLISECONDS);
            long sent = System.currentTimeMillis();
            engine.sendTaskHeartbeat(task.token());
            note(SideEntry.Kind.BEAT, task, note -> note.put("sent", sent));
        }
        if (task.input().path("answer").asText().equals("failure")) {
            engine.sendTaskFailure(task.token(), "Refused", "no stamp");
        } else {
            engine.sendTaskSuccess(task.token(), Labour.sum(task.input()));
        }
        note(SideEntry.Kind.ANSWERED, task, note -> {});
    }

    private void note(SideEntry.Kind kind, ActivityTask task, Consumer<ObjectNode> more) {
        ObjectNode note = JsonNodeFactory.instance.objectNode().put("token", task.token());
        more.accept(note);
        log.write(kind, task.input().path("execution").asText(), "Stamp", "", 1, note);
    }
}
