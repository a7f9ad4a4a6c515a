package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.task.TaskContext;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Drives one execution on the thread that asked for it. A handler runs on this thread too if nothing else could happen
 * meanwhile, on a handler thread otherwise.
 */
public final class CallerThread implements Host {
    private final Driver driver;
    private final Activity activity;
    private final LinkedBlockingQueue<Message> mailbox = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.currentThread();
    private @Nullable TaskAttempt direct;
    private Message.@Nullable TaskDone inline;
    private volatile boolean performing;
    private boolean holding;
    private boolean closed; // guarded by mailbox

    private CallerThread(StateMachine machine, Identity identity, Settings settings, Environment environment) {
        activity = new Activity(environment);
        driver = new Driver(machine, identity, environment, settings, this);
    }

    /**
     * Runs an execution to its end. If the thread is interrupted the execution is aborted, and the thread stays
     * interrupted.
     */
    public static Outcome run(StateMachine machine, Identity identity, Settings settings, Environment environment) {
        Quotas.checkInput(settings.limits(), identity.input());
        CallerThread host = new CallerThread(machine, identity, settings, environment);
        @Nullable Activity outer = Activity.outer();
        host.post(new Message.Start());
        if (outer != null) {
            outer.end();
        }
        try {
            return host.drive();
        } finally {
            if (outer != null) {
                outer.begin();
            }
            host.close();
        }
    }

    @Override
    public void post(Message message) {
        synchronized (mailbox) {
            if (!closed) {
                activity.begin();
                mailbox.add(message);
            }
        }
    }

    @Override
    public void launch(TaskAttempt attempt) {
        if (!attempt.isLimited() && driver.waitsOnlyFor(attempt)) {
            direct = attempt;
            return;
        }
        activity.launch(attempt, HandlerThreads.shared(), this);
    }

    @Override
    public void open(Token token) {}

    @Override
    public void close(Token token) {}

    @Override
    public CompletableFuture<JsonNode> startExecution(TaskContext task, JsonNode parameters) {
        return CompletableFuture.failedFuture(NestedExecutions.noEngine(task));
    }

    private Outcome drive() {
        while (true) {
            try {
                driver.take(mailbox.take());
                holding = true;
            } catch (InterruptedException interrupted) {
                return aborted();
            }
            @Nullable Outcome outcome = turns();
            if (outcome != null) {
                return outcome;
            }
            holding = false;
            activity.end();
        }
    }

    /** Runs turns until the execution has ended, or can only go on when a message comes: then null. */
    private @Nullable Outcome turns() {
        while (true) {
            boolean more = driver.run();
            driver.commit();
            @Nullable Outcome outcome = driver.outcome();
            if (outcome != null) {
                return outcome;
            }
            if (direct != null) {
                TaskAttempt attempt = direct;
                direct = null;
                if (perform(attempt)) {
                    return aborted();
                }
                more = true;
            }
            if (Thread.currentThread().isInterrupted()) {
                return aborted();
            }
            if (!deliverAll() && !more) {
                return null;
            }
        }
    }

    /**
     * Runs a handler here.
     *
     * @return whether it was interrupted: nobody but the caller's own interrupter knows this thread
     */
    private boolean perform(TaskAttempt attempt) {
        performing = true;
        activity.perform(attempt, this::done);
        performing = false;
        deliverAll(); // what the handler said before its end
        Message.@Nullable TaskDone done = inline;
        inline = null;
        if (done == null) {
            return false;
        }
        if (done.failure() != null && done.failure().thrown() instanceof InterruptedException) {
            return true;
        }
        driver.take(done);
        return false;
    }

    private void done(Message.TaskDone message) {
        if (performing && Thread.currentThread() == thread) {
            inline = message;
        } else {
            post(message);
        }
    }

    private boolean deliverAll() {
        boolean any = false;
        @Nullable Message message = mailbox.poll();
        while (message != null) {
            driver.take(message);
            activity.end();
            any = true;
            message = mailbox.poll();
        }
        return any;
    }

    private Outcome aborted() {
        Thread.currentThread().interrupt();
        driver.stop(null, "The thread that ran the execution was interrupted.");
        driver.commit();
        return Objects.requireNonNull(driver.outcome());
    }

    private void close() {
        int units = holding ? 1 : 0;
        synchronized (mailbox) {
            closed = true;
            units += mailbox.size();
            mailbox.clear();
        }
        for (int i = 0; i < units; i++) {
            activity.end();
        }
    }
}
