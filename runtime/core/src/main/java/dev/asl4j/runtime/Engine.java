package dev.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.internal.Arns;
import dev.asl4j.runtime.internal.EngineCore;
import dev.asl4j.runtime.internal.ExecutionHandle;
import dev.asl4j.runtime.internal.Identity;
import dev.asl4j.runtime.internal.Machines;
import dev.asl4j.runtime.internal.Registered;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.ExecutionLimitExceededException;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.task.TaskAnswerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

// Size: all that can be asked of an engine, most of it what it says about it.

/**
 * Runs many executions at once, and keeps them in a store: in memory, or in one that outlives the process. An execution that waits
 * holds no thread, and if it waits for long, no memory but that of the store. Threads may share an engine.
 *
 * <pre>{@code
 * try (Engine engine = Engine.builder().register(workflow).build()) {
 *   Execution<JsonNode> execution = engine.start(workflow, "order-42", order);
 *   execution.result().get();
 * }
 * }</pre>
 */
public final class Engine implements AutoCloseable {
    private static final Duration LONG_POLL = Duration.ofSeconds(60);

    private final EngineCore core;
    private final Map<String, Entry> workflows;

    private Engine(EngineCore core, Map<String, Entry> workflows) {
        this.core = core;
        this.workflows = workflows;
    }

    /** A builder. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts an execution under a new name, a UUID.
     *
     * @throws IllegalArgumentException if the workflow is not registered
     * @throws IllegalStateException if the engine is closed
     */
    public <I, O> Execution<O> start(Workflow<I, O> workflow, I input) {
        return start(workflow, core.environment().newId().toString(), input);
    }

    /**
     * Starts an execution. When this returns, the start is durable, with all that the execution could do at once; its tasks are called
     * then. If {@linkplain Builder#maxInMemory there is no room} for it in memory, it begins later. If one of that name runs with the same input, that one is given; so a start can be repeated safely. Names of Express
     * executions are not unique.
     *
     * @param name 1 to 80 characters, without blanks, control characters, surrogates (so none beyond U+FFFD) and any of
     *     <code>{@literal < > { } [ ] ? * " # % \ ^ | ~ ` $ & , ; : /}</code>
     * @throws ExecutionAlreadyExistsException if one of that name has ended, or runs with another input
     * @throws IllegalArgumentException if the name is not allowed, or the workflow not registered
     * @throws IllegalStateException if the engine is closed
     * @throws ExecutionLimitExceededException if too many are open in an engine without a store, see {@link Builder#maxOpen}
     * @throws StoreException if the store cannot be reached, see {@link Builder#storePatience}: the execution may have started; to start
     *     it again under the same name is safe
     */
    public <I, O> Execution<O> start(Workflow<I, O> workflow, String name, I input) {
        Registered registered = registered(workflow).machine();
        JsonNode json = workflow.inputJson(input);
        return execution(workflow, name, core.start(registered, Identity.checkName(name), json));
    }

    /**
     * Starts an execution as {@link #start(Workflow, String, Object)} does, without waiting for the store; unless 2,048 starts are under
     * way, each 8 KB of their inputs counting as one more: then it waits for some of them, for as long as {@link Builder#storePatience} says.
     *
     * @return completes when the start is durable; exceptionally as {@code start} does. What hangs on it runs on a thread of the
     *     engine, and may block: then others go on.
     * @throws IllegalArgumentException if the name is not allowed, or the workflow not registered
     * @throws IllegalStateException if the engine is closed
     * @since 0.1.0
     */
    public <I, O> CompletableFuture<Execution<O>> startAsync(Workflow<I, O> workflow, String name, I input) {
        Registered registered = registered(workflow).machine();
        JsonNode json = workflow.inputJson(input);
        return core.startAsync(registered, Identity.checkName(name), json)
                .thenApply(handle -> execution(workflow, name, handle));
    }

    /**
     * Starts an execution, or finds the one of that name, and waits for its end.
     *
     * @return the output
     * @throws ExecutionFailedException if it ends otherwise
     * @throws InterruptedException if this thread is interrupted; the execution goes on
     * @since 0.1.0
     */
    public <I, O> O run(Workflow<I, O> workflow, String name, I input) throws InterruptedException {
        try {
            return start(workflow, name, input).result().get();
        } catch (ExecutionException ended) {
            if (ended.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException(ended.getCause());
        }
    }

    private <O> Execution<O> execution(Workflow<?, O> workflow, String name, @Nullable ExecutionHandle execution) {
        if (execution == null) {
            throw new ExecutionAlreadyExistsException(
                    name, Arns.of(core.settings()).execution(workflow.name(), name));
        }
        return new Execution<>(execution, workflow.outputType());
    }

    /**
     * Finds an execution: any that is in the store. Of Express executions, whose names are not unique, it is the last of that name.
     *
     * @throws IllegalArgumentException if the workflow is not registered
     */
    public <O> Optional<Execution<O>> find(Workflow<?, O> workflow, String name) {
        registered(workflow);
        return Optional.ofNullable(core.find(workflow.name(), name))
                .map(execution -> new Execution<>(execution, workflow.outputType()));
    }

    /**
     * Finds an execution by its ARN: any that is in the store, also a child of a Map Run, whose ARN is {@code
     * arn:aws:states:<region>:<account>:execution:<machine>/<label>:<name>}, as {@link #list} and AWS have it.
     *
     * @throws IllegalArgumentException if it is not the ARN of an execution
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html">DescribeExecution</a>
     * @since 0.1.0
     */
    public Optional<Execution<JsonNode>> find(String executionArn) {
        Arns.Named named = Arns.named(executionArn);
        return Optional.ofNullable(core.find(named.machine(), named.name()))
                .filter(execution -> execution.identity().id().equals(executionArn))
                .map(execution -> new Execution<>(execution, DataType.JSON));
    }

    /**
     * Lists executions, newest first by their start; of a Map Run its children, by their position.
     *
     * @throws IllegalArgumentException if the token of the filter is none, or that of another filter
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html">ListExecutions</a>
     * @since 0.1.0
     */
    public Page<ExecutionSummary> list(ExecutionFilter filter) {
        return StoreQueries.of(core).list(filter);
    }

    /**
     * Says what becomes of the open executions of a workflow with the classes that this engine has: which go on, which keep to an older
     * definition, and which cannot go on, for what they lack. Counts all of them, so it may take its time.
     *
     * @throws IllegalArgumentException if the workflow is not registered
     * @since 0.1.0
     */
    public UpgradeReport upgradeReport(Workflow<?, ?> workflow) {
        registered(workflow);
        List<UpgradeReport.Parked> parked = list(
                        ExecutionFilter.all().workflow(workflow).parked(true))
                .items()
                .stream()
                .map(found -> new UpgradeReport.Parked(found.id(), found.name(), String.valueOf(found.parkedReason())))
                .toList();
        return new UpgradeAnalysis(workflow.machine(), core.machines().fingerprints(workflow.name()))
                .report(core.store().census(workflow.name()), parked);
    }

    /**
     * Asks for a task of an activity, for a minute: as {@link #pollActivity(String, String, Duration)}.
     *
     * @since 0.1.0
     */
    public Optional<ActivityTask> pollActivity(String activity, @Nullable String worker) {
        return pollActivity(activity, worker, LONG_POLL);
    }

    /**
     * Asks for a task of an activity, and waits if there is none: as a worker that is not a handler of this process does. Whoever asks
     * first is served first, with the task that waits longest, whichever engine on the store its execution has. The task goes to nobody
     * else; its time, {@code TimeoutSeconds} and {@code HeartbeatSeconds}, begins now.
     *
     * @param activity its name or ARN, of an activity that the engine {@linkplain Builder#polledActivity lets poll for}
     * @param worker name of the worker for the history, 1 to 80 characters; may be left out
     * @param patience how long to wait, by the engine's time; zero or less means not at all
     * @return empty if there was none, if the engine is closed meanwhile, or if this thread is interrupted, which it then stays
     * @throws IllegalArgumentException if the activity is not one that is polled for, or the worker's name is too long
     * @throws IllegalStateException if the engine is closed
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetActivityTask.html">GetActivityTask</a>
     * @since 0.1.0
     */
    public Optional<ActivityTask> pollActivity(String activity, @Nullable String worker, Duration patience) {
        CompletableFuture<Optional<ActivityTask>> poll = pollActivityAsync(activity, worker, patience);
        try {
            return poll.get();
        } catch (InterruptedException interrupted) {
            poll.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException thrown) {
            throw new IllegalStateException(thrown.getCause());
        }
    }

    /**
     * Asks for a task of an activity as {@link #pollActivity(String, String, Duration)} does, without a thread that waits.
     *
     * @return what hangs on it runs on a thread of its own; who cancels it is out of the line
     * @throws IllegalArgumentException if the activity is not one that is polled for, or the worker's name is too long
     * @throws IllegalStateException if the engine is closed
     * @since 0.1.0
     */
    public CompletableFuture<Optional<ActivityTask>> pollActivityAsync(
            String activity, @Nullable String worker, Duration patience) {
        String name = activity.substring(activity.lastIndexOf(':') + 1);
        if (!core.settings().polledActivities().contains(name)) {
            throw new IllegalArgumentException("no activity that workers poll for: " + activity);
        }
        if (worker != null) {
            Identity.checkWorker(worker);
        }
        return core.polls().poll(name, worker, patience, taken -> new ActivityTask(taken.token(), taken.input()));
    }

    /**
     * The Map Runs of an execution, in the order in which they started, running or ended; not those inside of its children.
     *
     * @since 0.1.0
     */
    public List<MapRunDescription> mapRuns(Execution<?> execution) {
        return execution.mapRuns();
    }

    /**
     * Describes a Map Run, also one inside of a child execution. Ended ones are remembered as executions are, see {@link
     * Builder#remember}.
     *
     * @param mapRunArn {@code arn:aws:states:us-east-1:000000000000:mapRun:<machine>/<label>:<uuid>}
     * @since 0.1.0
     */
    public Optional<MapRunDescription> describeMapRun(String mapRunArn) {
        return core.store().mapRun(mapRunArn).map(run -> MapRunDescription.of(run, core.store()));
    }

    /**
     * Changes the limits of a Map Run that goes on, whichever engine has it, as {@code UpdateMapRun} does. When this returns, the change
     * is durable; it counts from the next step of the Map Run on. Children that run beyond a lower concurrency go on.
     *
     * @throws IllegalArgumentException if there is no such Map Run
     * @throws IllegalStateException if it has ended
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateMapRun.html">UpdateMapRun</a>
     * @since 0.1.0
     */
    public void updateMapRun(String mapRunArn, MapRunUpdate update) {
        StoredMapRun run = core.store()
                .mapRun(mapRunArn)
                .orElseThrow(() -> new IllegalArgumentException("Resource not found: '" + mapRunArn + "'"));
        boolean goesOn = run.status() == StoredMapRun.Status.RUNNING
                && (update.isEmpty()
                        || core.requests()
                                        .tell(
                                                run.execution(),
                                                StoredMessage.Kind.MAP_RUN_UPDATE,
                                                new StoredMessage.Body(mapRunArn, update.toJson(), null, null))
                                == ExecutionStore.Receipt.ACCEPTED);
        if (!goesOn) {
            throw new IllegalStateException("the Map Run has ended: " + mapRunArn);
        }
    }

    /**
     * Answers a task token: the task succeeded, with this very result.
     *
     * @param token {@code $$.Task.Token}, as the task was given it
     * @throws TaskAnswerException if the token is not known, no longer waited for, or no token, or the tree has no JSON form
     */
    public void sendTaskSuccess(String token, JsonNode output) {
        core.tokens().success(token, output);
    }

    /**
     * Answers a task token with a value of the type that is declared for its answers: a constant in {@code Answers} of the generated class.
     *
     * @param token {@code $$.Task.Token}, as the task was given it
     * @throws TaskAnswerException as by {@link #sendTaskSuccess(String, JsonNode)}
     * @since 0.1.0
     */
    public <A> void sendTaskSuccess(String token, DataType<A> type, A output) {
        sendTaskSuccess(token, type.answer(output));
    }

    /**
     * Answers a task token: the task failed. Error and cause are cut at 256 and 32,768 characters.
     *
     * @throws TaskAnswerException if the token is not known, no longer waited for, or no token
     */
    public void sendTaskFailure(String token, @Nullable String error, @Nullable String cause) {
        core.tokens().failure(token, error, cause);
    }

    /**
     * Says of a task token that the work goes on: the gap of {@code HeartbeatSeconds} starts anew.
     *
     * @throws TaskAnswerException if the token is not known, no longer waited for, or no token
     */
    public void sendTaskHeartbeat(String token) {
        core.tokens().heartbeat(token);
    }

    /**
     * Refuses new executions, and ends the engine's threads.
     *
     * <p>Without a store of the user's, waits until all executions have ended, however long they wait themselves; if this thread is
     * interrupted, those that still run are aborted. With a {@linkplain Builder#store store}, waits only for the handlers of this engine
     * that run: what comes of them is kept, no further one is called, and all executions go on where they stand, in the next engine on that
     * store. Executions that a task has started are not waited for, nor are handlers whose task has had its time or was stopped. A handler
     * that never returns, of a task without {@code TimeoutSeconds}, is waited for without limit: {@link #close(Duration)} sets one. If this
     * thread is interrupted, handlers are, too, and called anew there.
     *
     * <p>Not for handlers and listeners: they would wait for themselves.
     */
    @Override
    public void close() {
        core.close(null);
    }

    /**
     * Closes as {@link #close()} does, but aborts what still runs when the time is up; with a store of the user's, interrupts the
     * handlers.
     *
     * @param patience real time to wait; {@link Duration#ZERO} means not at all
     */
    public void close(Duration patience) {
        core.close(patience);
    }

    /**
     * Lets go of everything at once: handlers are interrupted, and nothing has any effect any more. Executions in a {@linkplain
     * Builder#store store} of the user's go on in the next engine, as after a crash; without one they are gone.
     *
     * @since 0.1.0
     */
    public void shutdownNow() {
        core.shutdownNow();
    }

    /** So many executions are in its memory, those that run or wait shortly. */
    int executionsHeld() {
        return core.executionsHeld();
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "Engine" + workflows.keySet();
    }

    private Entry registered(Workflow<?, ?> workflow) {
        @Nullable Entry registered = workflows.get(workflow.name());
        if (registered == null || registered.workflow() != workflow) {
            throw new IllegalArgumentException("not registered with this engine: " + workflow);
        }
        return registered;
    }

    private record Entry(Workflow<?, ?> workflow, ExecutionType type) {
        Registered machine() {
            return new Registered(workflow.machine(), type);
        }
    }

    /** Collects what an engine is made of. */
    public static final class Builder extends EngineSettings<Builder> {
        private final Map<String, Entry> workflows = new TreeMap<>();
        private final List<Workflow<?, ?>> previous = new ArrayList<>();
        private final Set<String> pinned = new TreeSet<>();

        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /**
         * Adds a workflow, as a Standard one.
         *
         * @throws IllegalArgumentException if another one of the same name was added
         */
        public Builder register(Workflow<?, ?> workflow) {
            return register(workflow, ExecutionType.STANDARD);
        }

        /**
         * Adds a workflow.
         *
         * @throws IllegalArgumentException if another one of the same name was added, or this one as another type
         */
        public Builder register(Workflow<?, ?> workflow, ExecutionType type) {
            @Nullable Entry other = workflows.putIfAbsent(workflow.name(), new Entry(workflow, type));
            if (other != null && (other.workflow() != workflow || other.type() != type)) {
                throw new IllegalArgumentException("two workflows have the name " + workflow.name());
            }
            return this;
        }

        /**
         * Adds an older class of a workflow that is registered: executions that began with its definition go on with it. Others go on
         * with the newest one, if it has the states at which they stand.
         *
         * @since 0.1.0
         */
        public Builder registerPrevious(Workflow<?, ?> workflow) {
            previous.add(workflow);
            return this;
        }

        /**
         * Executions of a registered workflow that start from now on go by no other definition than this one: once another one is
         * registered, they wait, {@linkplain ExecutionDescription#parkedReason parked}, for an engine that has it {@linkplain
         * #registerPrevious as well}.
         *
         * @since 0.1.0
         */
        public Builder pin(Workflow<?, ?> workflow) {
            pinned.add(workflow.name());
            return this;
        }

        /**
         * The engine, running.
         *
         * @throws StoreException if the store cannot be reached
         */
        public Engine build() {
            Map<String, Registered> machines = new TreeMap<>();
            workflows.forEach((name, entry) -> machines.put(name, entry.machine()));
            List<StateMachine> older = new ArrayList<>();
            for (Workflow<?, ?> workflow : previous) {
                older.add(workflow.machine());
            }
            return new Engine(
                    new EngineCore(settings(), options(), new Machines(machines, older, pinned)),
                    new TreeMap<>(workflows));
        }
    }
}
