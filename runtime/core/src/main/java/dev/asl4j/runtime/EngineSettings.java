package dev.asl4j.runtime;

import dev.asl4j.runtime.internal.Identity;
import dev.asl4j.runtime.internal.Settings;
import dev.asl4j.runtime.objects.ObjectStore;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.ExecutionListener;
import dev.asl4j.runtime.spi.HistoryListener;
import dev.asl4j.runtime.spi.LifecycleListener;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.task.TaskInterceptor;
import java.util.Set;
import java.util.TreeSet;

/**
 * What all executions of an engine have in common: a part of {@link Engine.Builder}.
 *
 * @param <B> the builder
 */
abstract sealed class EngineSettings<B extends EngineSettings<B>> permits Engine.Builder {
    private Settings settings = Settings.DEFAULTS;

    EngineSettings() {}

    /** The builder. */
    abstract B self();

    /** What was said so far. */
    final Settings settings() {
        return settings;
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
     */
    public B workerName(String workerName) {
        settings = settings.workerName(workerName);
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
}
