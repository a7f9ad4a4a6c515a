package dev.asl4j.runtime;

import dev.asl4j.runtime.internal.Identity;
import dev.asl4j.runtime.internal.Settings;
import dev.asl4j.runtime.objects.ObjectStore;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.ExecutionListener;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.HistoryListener;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.task.TaskInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * What a run on the caller's thread may be given. Immutable: every setter returns a new value.
 *
 * @since 0.1.0
 */
public final class RunOptions {
    private static final RunOptions DEFAULTS = new RunOptions(Settings.DEFAULTS, ExecutionType.STANDARD, null);

    private final Settings settings;
    private final ExecutionType type;
    private final @Nullable String name;

    private RunOptions(Settings settings, ExecutionType type, @Nullable String name) {
        this.settings = settings;
        this.type = type;
        this.name = name;
    }

    /** What {@link Workflow#run(Object)} does. */
    public static RunOptions defaults() {
        return DEFAULTS;
    }

    /** Time, ids and randomness; the system's if left out. */
    public RunOptions environment(Environment environment) {
        return new RunOptions(settings.environment(environment), type, name);
    }

    /** Who hears of the states that are entered and left; nobody if left out. */
    public RunOptions listener(ExecutionListener listener) {
        return new RunOptions(settings.listener(listener), type, name);
    }

    /** Who hears of the history events; nobody if left out. */
    public RunOptions history(HistoryListener history) {
        return new RunOptions(settings.history(history), type, name);
    }

    /** Who stands between the states and the handlers, such as a mock; nobody if left out. */
    public RunOptions interceptor(TaskInterceptor interceptor) {
        return new RunOptions(settings.interceptor(interceptor), type, name);
    }

    /** What becomes of an execution that exceeds a quota; {@link Limits#OFF} if left out. */
    public RunOptions limits(Limits limits) {
        return new RunOptions(settings.limits(limits), type, name);
    }

    /**
     * The account in ARNs; {@code 000000000000} if left out.
     *
     * @throws IllegalArgumentException if it is not 12 digits
     */
    public RunOptions account(String account) {
        return new RunOptions(settings.account(account), type, name);
    }

    /**
     * The region in ARNs; {@code us-east-1} if left out.
     *
     * @throws IllegalArgumentException if it is not the name of a region
     */
    public RunOptions region(String region) {
        return new RunOptions(settings.region(region), type, name);
    }

    /** Where distributed Maps read items and write results; none if left out. */
    public RunOptions objectStore(ObjectStore store) {
        return new RunOptions(settings.objectStore(store), type, name);
    }

    /** The kind of workflow; {@link ExecutionType#STANDARD} if left out. */
    public RunOptions type(ExecutionType type) {
        return new RunOptions(settings, type, name);
    }

    /**
     * The execution's name; a UUID if left out.
     *
     * @throws IllegalArgumentException if it is not allowed, see {@link Engine#start(Workflow, String, Object)}
     */
    public RunOptions name(String name) {
        return new RunOptions(settings, type, Identity.checkName(name));
    }

    Settings settings() {
        return settings;
    }

    ExecutionType type() {
        return type;
    }

    @Nullable
    String name() {
        return name;
    }

    @Override
    public String toString() {
        return "RunOptions[" + type + ", " + settings.limits() + "]";
    }
}
