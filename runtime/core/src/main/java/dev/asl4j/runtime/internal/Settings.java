package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.objects.ObjectStore;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.ExecutionListener;
import dev.asl4j.runtime.spi.HistoryListener;
import dev.asl4j.runtime.spi.LifecycleListener;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.task.TaskInterceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What executions of one engine or run have in common.
 *
 * @param environment null means the system's
 * @param listener who hears of the states, if anybody
 * @param history who hears of the events, if anybody
 * @param lifecycle who hear of what is durable; usually nobody
 * @param interceptor who stands before the handlers, if anybody
 * @param account for ARNs, 12 digits
 * @param region for ARNs and events
 * @param workerName of the handlers of activities in events, if any
 * @param objectStore of distributed Maps, if there is one
 */
public record Settings(
        @Nullable Environment environment,
        @Nullable ExecutionListener listener,
        @Nullable HistoryListener history,
        List<LifecycleListener> lifecycle,
        @Nullable TaskInterceptor interceptor,
        Limits limits,
        String account,
        String region,
        @Nullable String workerName,
        @Nullable ObjectStore objectStore) {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

    /** Nobody listens, nothing is limited. */
    public static final Settings DEFAULTS =
            new Settings(null, null, null, List.of(), null, Limits.OFF, "000000000000", "us-east-1", null, null);

    /** Checks what goes into ARNs. */
    public Settings {
        lifecycle = List.copyOf(lifecycle);
        if (!ACCOUNT.matcher(account).matches()) {
            throw new IllegalArgumentException("not an account, which has 12 digits: " + account);
        }
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException("not a region: " + region);
        }
    }

    /** With time, ids and randomness of one's own. */
    public Settings environment(Environment environment) {
        return new Settings(
                environment,
                listener,
                history,
                lifecycle,
                interceptor,
                limits,
                account,
                region,
                workerName,
                objectStore);
    }

    /** With somebody who hears of the states. */
    public Settings listener(ExecutionListener listener) {
        return new Settings(
                environment,
                listener,
                history,
                lifecycle,
                interceptor,
                limits,
                account,
                region,
                workerName,
                objectStore);
    }

    /** With somebody who hears of the events. */
    public Settings history(HistoryListener history) {
        return new Settings(
                environment,
                listener,
                history,
                lifecycle,
                interceptor,
                limits,
                account,
                region,
                workerName,
                objectStore);
    }

    /** With one more who hears of what is durable. */
    public Settings lifecycle(LifecycleListener another) {
        List<LifecycleListener> all = new ArrayList<>(lifecycle);
        all.add(another);
        return new Settings(
                environment, listener, history, all, interceptor, limits, account, region, workerName, objectStore);
    }

    /** With somebody who stands before the handlers. */
    public Settings interceptor(TaskInterceptor interceptor) {
        return new Settings(
                environment,
                listener,
                history,
                lifecycle,
                interceptor,
                limits,
                account,
                region,
                workerName,
                objectStore);
    }

    /** With other limits. */
    public Settings limits(Limits limits) {
        return new Settings(
                environment,
                listener,
                history,
                lifecycle,
                interceptor,
                limits,
                account,
                region,
                workerName,
                objectStore);
    }

    /** With another account. */
    public Settings account(String account) {
        return new Settings(
                environment,
                listener,
                history,
                lifecycle,
                interceptor,
                limits,
                account,
                region,
                workerName,
                objectStore);
    }

    /** With another region. */
    public Settings region(String region) {
        return new Settings(
                environment,
                listener,
                history,
                lifecycle,
                interceptor,
                limits,
                account,
                region,
                workerName,
                objectStore);
    }

    /** With a name for the handlers of activities. */
    public Settings workerName(String workerName) {
        return new Settings(
                environment,
                listener,
                history,
                lifecycle,
                interceptor,
                limits,
                account,
                region,
                workerName,
                objectStore);
    }

    /** With a store for the items and results of distributed Maps. */
    public Settings objectStore(ObjectStore objectStore) {
        return new Settings(
                environment,
                listener,
                history,
                lifecycle,
                interceptor,
                limits,
                account,
                region,
                workerName,
                objectStore);
    }
}
