package dev.asl4j.runtime;

import dev.asl4j.runtime.internal.EngineOptions;
import dev.asl4j.runtime.internal.Identity;
import dev.asl4j.runtime.internal.Settings;
import dev.asl4j.runtime.objects.ObjectStore;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.ExecutionListener;
import dev.asl4j.runtime.spi.HistoryListener;
import dev.asl4j.runtime.spi.LifecycleListener;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.task.TaskInterceptor;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What all executions of an engine have in common: a part of {@link Engine.Builder}.
 *
 * @param <B> the builder
 */
abstract sealed class EngineSettings<B extends EngineSettings<B>> permits Engine.Builder {
    private static final int PLATFORM_THREADS = 256;
    private static final int VIRTUAL_THREADS = 10_000;
    private static final long BYTES_IN_MEMORY = 32 * 1024;
    private static final long BYTES_OPEN = 4 * 1024;
    private static final int MOST_OPEN = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Settings settings = Settings.DEFAULTS;
    private @Nullable ExecutionStore store;
    private int retained = ExecutionStore.ENDED_KEPT;
    private int open = (int) Math.min(MOST_OPEN, Runtime.getRuntime().maxMemory() / BYTES_OPEN);
    private int inMemory = (int) Math.min(100_000, Runtime.getRuntime().maxMemory() / BYTES_IN_MEMORY);
    private int handlerThreads = EngineOptions.hasVirtualThreads() ? VIRTUAL_THREADS : PLATFORM_THREADS;
    private Duration storePatience = Duration.ofSeconds(60);
    private Duration retention = Duration.ofDays(90);

    EngineSettings() {}

    /** The builder. */
    abstract B self();

    /** What was said so far. */
    final Settings settings() {
        return settings;
    }

    /** What was said so far of the engine itself. */
    final EngineOptions options() {
        return new EngineOptions(store, retained, open, inMemory, handlerThreads, storePatience, retention);
    }

    /**
     * Whether the history of executions is kept in the store; it is if left out.
     *
     * @since 0.1.0
     */
    public B recordHistory(boolean recordHistory) {
        settings = settings.recordHistory(recordHistory);
        return self();
    }

    /** Time, ids and randomness; the system's if left out. */
    public B environment(Environment environment) {
        settings = settings.environment(environment);
        return self();
    }

    /** Who hears of the states that executions enter and leave; nobody if left out. */
    public B listener(ExecutionListener listener) {
        settings = settings.listener(listener);
        return self();
    }

    /** Who hears of the history events; nobody if left out: then none is built. */
    public B history(HistoryListener history) {
        settings = settings.history(history);
        return self();
    }

    /**
     * One more who hears of what executions go through, once it is durable: for metrics and traces; nobody if left out.
     *
     * @since 0.1.0
     */
    public B lifecycle(LifecycleListener listener) {
        settings = settings.lifecycle(listener);
        return self();
    }

    /** Who stands between the states and the handlers, such as a mock; nobody if left out. */
    public B interceptor(TaskInterceptor interceptor) {
        settings = settings.interceptor(interceptor);
        return self();
    }

    /** What becomes of an execution that exceeds a quota; {@link Limits#OFF} if left out. */
    public B limits(Limits limits) {
        settings = settings.limits(limits);
        return self();
    }

    /** Where distributed Maps read items and write results; none if left out. */
    public B objectStore(ObjectStore store) {
        settings = settings.objectStore(store);
        return self();
    }

    /**
     * The account in ARNs; {@code 000000000000} if left out.
     *
     * @throws IllegalArgumentException if it is not 12 digits
     */
    public B account(String account) {
        settings = settings.account(account);
        return self();
    }

    /**
     * The region in ARNs; {@code us-east-1} if left out.
     *
     * @throws IllegalArgumentException if it is not the name of a region
     */
    public B region(String region) {
        settings = settings.region(region);
        return self();
    }

    /**
     * Under which name the handlers of activities show in the history, as a worker's that polls for them does; without a name if
     * left out.
     *
     * @param workerName 1 to 80 characters
     * @throws IllegalArgumentException if it is longer or empty
     */
    public B workerName(String workerName) {
        settings = settings.workerName(Identity.checkWorker(workerName));
        return self();
    }

    /**
     * Lets workers ask for the tasks of an activity by {@link Engine#pollActivity}, instead of calling its handler.
     *
     * @param name of the activity, the last part of its ARN
     * @throws IllegalArgumentException if it is no name
     * @since 0.1.0
     */
    public B polledActivity(String name) {
        Set<String> polled = new TreeSet<>(settings.polledActivities());
        polled.add(Identity.checkName(name));
        settings = settings.polledActivities(polled);
        return self();
    }

    /**
     * Where executions are kept; in the engine's memory if left out. Several engines may share a store; it is to be closed after
     * them.
     *
     * @since 0.1.0
     */
    public B store(ExecutionStore store) {
        this.store = store;
        return self();
    }

    /**
     * How long those who start or stop an execution, or answer a token, wait for a store that cannot be reached; a minute if left
     * out. Executions that run wait for it as long as it takes.
     *
     * @throws IllegalArgumentException if it is not positive, or more than a hundred years
     * @since 0.1.0
     */
    public B storePatience(Duration patience) {
        storePatience = positive(patience);
        return self();
    }

    /**
     * How long ended executions are kept in a store that was given; 90 days if left out, as on AWS. Their names are free again after
     * that. What is older is removed when an engine begins, and then every hour.
     *
     * @throws IllegalArgumentException if it is not positive, or more than a hundred years
     * @since 0.1.0
     */
    public B retention(Duration retention) {
        this.retention = positive(retention);
        return self();
    }

    /**
     * How many executions may be open at a time in an engine without a store of the user's, which is all in memory; one for each 4 KB
     * of the largest heap if left out, at most 1,000,000, as on AWS. One more is refused, with {@link
     * dev.asl4j.runtime.store.ExecutionLimitExceededException}; children of Map Runs count, and are not refused.
     *
     * @since 0.1.0
     */
    public B maxOpen(int executions) {
        open = positive(executions);
        return self();
    }

    /**
     * While so many executions are in memory, others wait in the store: those that are due, and those that are started, which are
     * durable and begin, in the order of their starts, as room is made. One for each 32 KB of the largest heap if left out, at most
     * 100,000. Those that wait for others, in a Map Run, a task or a handler, do not count.
     *
     * @since 0.1.0
     */
    public B maxInMemory(int executions) {
        inMemory = positive(executions);
        return self();
    }

    /**
     * How many handlers run at the same time; further ones wait, while the limits of their time count. 256 if left out, and 10,000
     * where they run on virtual threads (Java 21). A handler that waits for the {@linkplain Execution#result result} of another
     * execution does not count.
     *
     * @since 0.1.0
     */
    public B maxHandlerThreads(int handlers) {
        handlerThreads = positive(handlers);
        return self();
    }

    /**
     * How many ended executions an engine without a store of the user's remembers for {@link Engine#find} and for the uniqueness of
     * names: the last 10,000 if left out. Their names are free again after that.
     */
    public B remember(int endedExecutions) {
        if (endedExecutions < 0) {
            throw new IllegalArgumentException("not a number of executions: " + endedExecutions);
        }
        retained = endedExecutions;
        return self();
    }

    private static int positive(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("not a positive number: " + number);
        }
        return number;
    }

    private static Duration positive(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("not a positive time: " + time);
        }
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("more than a hundred years: " + time);
        }
        return time;
    }
}
