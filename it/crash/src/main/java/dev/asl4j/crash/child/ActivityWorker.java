package dev.asl4j.crash.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.asl4j.crash.work.Labour;
import dev.asl4j.crash.work.Machines;
import dev.asl4j.crash.work.Seam;
import dev.asl4j.crash.work.SideEntry;
import dev.asl4j.crash.work.SideLog;
import dev.asl4j.runtime.ActivityTask;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.task.TaskAnswerException;
import java.time.Duration;
import java.util.Optional;

/** Polls for the tasks of the activity, and does them; with its process it may die with one in hand. */
final class ActivityWorker {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Engine engine;
    private final SideLog log;
    private final Seam seam;
    private final String process;
    private final Thread thread;
    private volatile boolean stopped;

    ActivityWorker(Engine engine, SideLog log, Seam seam, String process) {
        this.engine = engine;
        this.log = log;
        this.seam = seam;
        this.process = process;
        thread = new Thread(this::work, "activity-worker");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Returns once nothing is in hand. */
    void stop() {
        stopped = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!stopped) {
            try {
                Optional<ActivityTask> task = engine.pollActivity(Machines.ACTIVITY, process, PATIENCE);
                task.ifPresent(this::stamp);
            } catch (RuntimeException storeIsAway) {
                System.err.println("polling: " + storeIsAway);
            }
        }
    }

    private void stamp(ActivityTask task) {
        seam.pass(Seam.Point.POLLED);
        JsonNode token = JsonNodeFactory.instance.textNode(task.token());
        log.write(
                SideEntry.Kind.POLLED,
                "",
                Machines.ACTIVITY,
                "",
                1,
                Json.object().set("token", token).build());
        try {
            engine.sendTaskSuccess(task.token(), Labour.sum(task.input()));
        } catch (TaskAnswerException late) {
            System.err.println("late: " + late);
        }
    }
}
