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
import java.util.Set;
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
 * @param polledActivities names of the activities whose workers ask for their tasks; the others have handlers
 * @param recordHistory whether a store is to keep the events
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
        @Nullable ObjectStore objectStore,
        Set<String> polledActivities,
        boolean recordHistory) {
    private static final int ACCOUNT_DIGITS = 12;
    private static final int LONGEST_REGION = 40;

    /** Nobody listens, nothing is limited. */
    public static final Settings DEFAULTS = new Settings(
            null, null, null, List.of(), null, Limits.OFF, "000000000000", "us-east-1", null, null, Set.of(), true);

    /** Checks what goes into ARNs. */
    public Settings {
        lifecycle = List.copyOf(lifecycle);
        polledActivities = Set.copyOf(polledActivities);
        if (!isAccount(account)) {
            throw new IllegalArgumentException("not an account, which has 12 digits: " + account);
        }
        if (!isRegion(region)) {
            throw new IllegalArgumentException("not a region: " + region);
        }
    }

    // Neither by regular expressions nor by streams, which a JVM that has just started would have to load.
    private static boolean isAccount(String text) {
        boolean digits = text.length() == ACCOUNT_DIGITS;
        for (int i = 0; digits && i < text.length(); i++) {
            digits = isDigit(text.charAt(i));
        }
        return digits;
    }

    private static boolean isRegion(String text) {
        boolean fits = !text.isEmpty() && text.length() <= LONGEST_REGION;
        for (int i = 0; fits && i < text.length(); i++) {
            char character = text.charAt(i);
            fits = isDigit(character) || character == '-' || (character >= 'a' && character <= 'z');
        }
        return fits;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** The name of the activity that the resource of a call is, if its workers ask for their tasks; null otherwise. */
    @Nullable
    String polled(Effect.Call call) {
        @Nullable Integration asked = polledActivities.isEmpty() ? null : call.integration();
        if (asked == null || asked.kind() != Integration.Kind.ACTIVITY) {
            return null;
        }
        String name = asked.action().substring(asked.action().lastIndexOf(':') + 1);
        return polledActivities.contains(name) ? name : null;
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
                objectStore,
                polledActivities,
                recordHistory);
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
                objectStore,
                polledActivities,
                recordHistory);
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
                objectStore,
                polledActivities,
                recordHistory);
    }

    /** With one more who hears of what is durable. */
    public Settings lifecycle(LifecycleListener another) {
        List<LifecycleListener> all = new ArrayList<>(lifecycle);
        all.add(another);
        return new Settings(
                environment,
                listener,
                history,
                all,
                interceptor,
                limits,
                account,
                region,
                workerName,
                objectStore,
                polledActivities,
                recordHistory);
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
                objectStore,
                polledActivities,
                recordHistory);
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
                objectStore,
                polledActivities,
                recordHistory);
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
                objectStore,
                polledActivities,
                recordHistory);
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
                objectStore,
                polledActivities,
                recordHistory);
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
                objectStore,
                polledActivities,
                recordHistory);
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
                objectStore,
                polledActivities,
                recordHistory);
    }

    /** With other activities whose workers ask for their tasks. */
    public Settings polledActivities(Set<String> polledActivities) {
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
                objectStore,
                polledActivities,
                recordHistory);
    }

    /** Whether a store is to keep the events. */
    public Settings recordHistory(boolean recordHistory) {
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
                objectStore,
                polledActivities,
                recordHistory);
    }
}
