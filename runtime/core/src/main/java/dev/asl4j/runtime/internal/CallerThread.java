package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.task.TaskCallback;
import dev.asl4j.runtime.task.TaskContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

// Size: one thread with its mailbox, and how it leaves an execution to another one.

/**
 * Drives one execution, and the child executions of its distributed Maps, on the thread that asked for it. A handler runs on this thread
 * too if nothing else could happen meanwhile, or if its task is known to be quick; on a handler thread otherwise. If a quick one lasts, the
 * execution goes on on another thread.
 */
public final class CallerThread implements Guard.Caller {
    private static final String INTERRUPTED = "The thread that ran the execution was interrupted.";

    private final Settings settings;
    private final Environment environment;
    private final Activity activity;
    private final Object posting = new Object(); // guards the two below
    private volatile @Nullable LinkedBlockingQueue<Delivery> mailbox; // made at the first need
    private boolean closed;
    private final Thread thread = Thread.currentThread();
    private final Member root;
    private Map<Long, Member> children = Collections.emptyMap(); // made at the first need
    private long lastChild;
    private volatile boolean performing;
    private boolean holding;
    private @Nullable Guard guard;
    private volatile @Nullable CompletableFuture<Outcome> takenOver; // where another thread tells the outcome

    private CallerThread(StateMachine machine, Identity identity, Settings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
        activity = new Activity(environment);
        root = new Member(machine, identity, outcome -> {});
    }

    /**
     * Runs an execution to its end. If the thread is interrupted the execution is aborted, and the thread stays
     * interrupted.
     */
    public static Outcome run(StateMachine machine, Identity identity, Settings settings, Environment environment) {
        Quotas.checkInput(settings.limits(), identity.input());
        CallerThread host = new CallerThread(machine, identity, settings, environment);
        @Nullable Activity outer = host.activity.enter();
        host.activity.begin();
        host.holding = true;
        if (outer != null) {
            outer.end();
        }
        try {
            host.root.driver.take(new Message.Start());
            return host.drive(host.root);
        } catch (TakenOver gone) {
            return host.awaitOutcome();
        } finally {
            Activity.leave(outer);
            if (outer != null) {
                outer.begin();
            }
            host.close();
        }
    }

    /** @param first has been told something */
    private Outcome drive(Member first) {
        Member member = first;
        while (true) {
            if (!member.turns()) {
                return aborted();
            }
            @Nullable Outcome outcome = root.driver.outcome();
            if (outcome != null) {
                return outcome;
            }
            holding = false;
            activity.end();
            try {
                Delivery delivery = mailbox().take();
                holding = true;
                member = delivery.deliver();
            } catch (InterruptedException interrupted) {
                return aborted();
            }
        }
    }

    // ---- a handler that this thread called in a turn lasts

    /** Has another thread go on, with that handler as with any other. On whatever thread, while this one is in the handler. */
    @Override
    public void leave(PlainCall call) {
        CompletableFuture<TaskAttempt> fate = call.lasts();
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        takenOver = outcome;
        activity.begin(); // the handler is a unit of its own now
        try {
            HandlerThreads.shared().execute(() -> goOn(call, fate, outcome));
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            takenOver = null;
            activity.end();
            fate.completeExceptionally(noThread);
        }
    }

    private void goOn(PlainCall call, CompletableFuture<TaskAttempt> fate, CompletableFuture<Outcome> outcome) {
        @Nullable Activity outer = activity.enter();
        try {
            TaskAttempt attempt = root.driver.lasts(call);
            attempt.isPerformedBy(thread);
            fate.complete(attempt);
            outcome.complete(drive(root));
        } catch (Throwable fault) { // of the driver: the caller is to hear of it
            outcome.completeExceptionally(fault);
            fate.completeExceptionally(fault);
        } finally {
            Activity.leave(outer);
        }
    }

    /** Tells the thread that goes on how the handler ended; gives whether there is one. */
    @Override
    public boolean isOverElsewhere(PlainCall call, @Nullable JsonNode result, @Nullable Failure failure) {
        @Nullable TaskAttempt attempt = call.becoming();
        if (takenOver == null) {
            return false;
        }
        if (attempt != null) {
            tell(attempt, result, failure);
        }
        activity.end();
        return true;
    }

    private void tell(TaskAttempt attempt, @Nullable JsonNode result, @Nullable Failure failure) {
        if (attempt.isOver()) {
            Thread.interrupted(); // meant for the handler
        } else if (failure != null && failure.thrown() instanceof InterruptedException) {
            Thread.currentThread().interrupt(); // nobody but the caller's own interrupter knows this thread
        } else {
            root.post(new Message.TaskDone(attempt, result, failure));
        }
    }

    private Outcome awaitOutcome() {
        CompletableFuture<Outcome> outcome = Objects.requireNonNull(takenOver);
        boolean interrupted = false;
        while (true) {
            try {
                Outcome end = outcome.get();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return end;
            } catch (InterruptedException now) {
                interrupted = true;
                root.post(new Message.Stop(null, INTERRUPTED));
            } catch (ExecutionException fault) {
                throw new IllegalStateException("the execution broke off", fault.getCause());
            }
        }
    }

    private LinkedBlockingQueue<Delivery> mailbox() {
        @Nullable LinkedBlockingQueue<Delivery> made = mailbox;
        if (made == null) {
            synchronized (posting) {
                made = mailbox;
                if (made == null) {
                    made = new LinkedBlockingQueue<>();
                    mailbox = made;
                }
            }
        }
        return made;
    }

    private Outcome aborted() {
        Thread.currentThread().interrupt();
        root.driver.stop(null, INTERRUPTED);
        root.driver.commit();
        return Objects.requireNonNull(root.driver.outcome());
    }

    private void close() {
        if (guard != null) {
            guard.giveBack();
        }
        int units = holding ? 1 : 0;
        synchronized (posting) {
            closed = true;
            if (mailbox != null) {
                units += mailbox.size();
                mailbox.clear();
            }
        }
        for (int i = 0; i < units; i++) {
            activity.end();
        }
    }

    /** A message, and whom it is for. */
    private record Delivery(Member member, Message message) {
        Member deliver() {
            member.driver.take(message);
            return member;
        }
    }

    /** One of the executions that share the thread. */
    private final class Member implements Host {
        private final Driver driver;
        private long key;
        private final Consumer<Outcome> ended;
        private @Nullable TaskAttempt direct;
        private Message.@Nullable TaskDone inline;
        private boolean told;

        Member(StateMachine machine, Identity identity, Consumer<Outcome> ended) {
            this.ended = ended;
            driver = new Driver(machine, identity, environment, settings, this, 0);
        }

        @Override
        public void post(Message message) {
            synchronized (posting) {
                if (!closed) {
                    activity.begin();
                    mailbox().add(new Delivery(this, message));
                }
            }
        }

        @Override
        public void launch(TaskAttempt attempt) {
            if (children.isEmpty() && !attempt.isLimited() && driver.waitsOnlyFor(attempt)) {
                direct = attempt;
                return;
            }
            activity.launch(attempt, HandlerThreads.shared(), this);
        }

        @Override
        public boolean performsPlainCalls() {
            return children.isEmpty();
        }

        @Override
        public @Nullable Guard guard() {
            if (takenOver != null || !children.isEmpty()) {
                return null;
            }
            if (guard == null) {
                guard = Guard.take(CallerThread.this);
            }
            return guard;
        }

        @Override
        public boolean endsWhenInterrupted() {
            return true;
        }

        @Override
        public TaskCallback<JsonNode> callback(Token token) {
            return token;
        }

        @Override
        public CompletableFuture<JsonNode> startExecution(TaskAttempt attempt, TaskContext task, JsonNode parameters) {
            return CompletableFuture.failedFuture(NestedExecutions.noEngine(task));
        }

        @Override
        public long key() {
            return 0;
        }

        @Override
        public @Nullable ExecutionStore store() {
            return null;
        }

        @Override
        public long start(StateMachine machine, Identity identity, ChildPlace place, Consumer<Committed> stored) {
            long key = ++lastChild;
            Member child = new Member(
                    machine,
                    identity,
                    outcome -> post(new Message.ChildEnded(place.mapRun(), place.position(), key, outcome)));
            if (children.isEmpty()) {
                children = new HashMap<>();
            }
            children.put(key, child);
            child.key = key;
            child.post(new Message.Start());
            return key;
        }

        @Override
        public void stop(long child) {
            @Nullable Member running = children.get(child);
            if (running != null) {
                running.stop();
            }
        }

        @Override
        public void takeUp(long child) {}

        @Override
        public boolean isCrowded() {
            return false;
        }

        @Override
        public void work(Runnable work) {
            activity.work(work, HandlerThreads.shared());
        }

        @Override
        public void changed(StoredMapRun run) {}

        /** Ends it now. */
        private void stop() {
            driver.stop(null, null);
            driver.commit();
            tell();
        }

        /**
         * Runs turns until it has ended, or can only go on when a message comes, or others should have their turns.
         *
         * @return false if the thread was interrupted
         */
        boolean turns() {
            while (true) {
                boolean more = driver.run();
                driver.commit();
                if (driver.outcome() != null) {
                    tell();
                    return true;
                }
                if (direct != null) {
                    TaskAttempt attempt = direct;
                    direct = null;
                    if (Thread.currentThread().isInterrupted() || isInterruptedIn(attempt)) {
                        return false;
                    }
                    more = true;
                }
                if (Thread.currentThread().isInterrupted()) {
                    return false;
                }
                if (!children.isEmpty()) {
                    if (more) {
                        post(new Message.Continue());
                    }
                    return true;
                }
                if (!deliverAll() && !more) {
                    return true;
                }
            }
        }

        /** Tells of the end, once. */
        private void tell() {
            @Nullable Outcome outcome = driver.outcome();
            if (this != root && !told && outcome != null) {
                told = true;
                children.remove(key);
                ended.accept(outcome);
            }
        }

        /**
         * Runs a handler here.
         *
         * @return whether it was interrupted: nobody but the caller's own interrupter knows this thread
         */
        private boolean isInterruptedIn(TaskAttempt attempt) {
            performing = true;
            long begin = SystemEnvironment.nanoseconds();
            attempt.perform(this::done, this::done);
            attempt.call().task().took(SystemEnvironment.nanoseconds() - begin);
            performing = false;
            deliverAll(); // what the handler said before its end
            Message.@Nullable TaskDone done = inline;
            inline = null;
            if (done != null && done.failure() != null && done.failure().thrown() instanceof InterruptedException) {
                return true;
            }
            if (done != null && !Thread.currentThread().isInterrupted()) {
                driver.take(done);
            }
            return Thread.currentThread().isInterrupted();
        }

        private void done(Message.TaskDone message) {
            if (performing && Thread.currentThread() == thread) {
                inline = message;
            } else {
                post(message);
            }
        }

        /** Delivers what is there, if this is the only member. */
        private boolean deliverAll() {
            @Nullable LinkedBlockingQueue<Delivery> posted = mailbox;
            if (posted == null) {
                return false;
            }
            boolean any = false;
            @Nullable Delivery delivery = posted.poll();
            while (delivery != null) {
                delivery.deliver();
                activity.end();
                any = true;
                delivery = posted.poll();
            }
            return any;
        }
    }
}
