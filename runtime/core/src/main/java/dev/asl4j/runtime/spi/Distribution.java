package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.error.StateFailure;
import org.jspecify.annotations.Nullable;

// Size: one setter and one getter for each field of the language.

/**
 * What a Map state in distributed mode asks for: everything is evaluated, nothing is read yet. Immutable: every setter returns
 * a new value. The items come from {@link #items} or from {@link #reader}, one of which must be called.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">Distributed mode</a>
 * @since 0.1.0
 */
public final class Distribution {
    private static final double HUNDRED_PERCENT = 100;

    private final Scope processor;
    private final JsonNode input;
    private @Nullable String label;
    private ExecutionType executionType = ExecutionType.STANDARD;
    private JsonNode items = Json.EMPTY;
    private @Nullable ItemReader reader;
    private @Nullable ItemBatcher batcher;
    private @Nullable ResultWriter writer;
    private int maxConcurrency;
    private long toleratedFailureCount;
    private double toleratedFailurePercentage;
    private boolean countGiven;
    private boolean percentageGiven;

    private Distribution(Scope processor, JsonNode input) {
        this.processor = processor;
        this.input = input;
    }

    private Distribution(Distribution other) {
        processor = other.processor;
        input = other.input;
        label = other.label;
        executionType = other.executionType;
        items = other.items;
        reader = other.reader;
        batcher = other.batcher;
        writer = other.writer;
        maxConcurrency = other.maxConcurrency;
        toleratedFailureCount = other.toleratedFailureCount;
        toleratedFailurePercentage = other.toleratedFailurePercentage;
        countGiven = other.countGiven;
        percentageGiven = other.percentageGiven;
    }

    /**
     * A distributed Map.
     *
     * @param processor the states of each child execution; its {@link Scope#itemInput} is the {@code ItemSelector}, called with
     *     the frame at the Map state
     * @param input the Map's effective input, for the {@code ItemSelector}
     */
    public static Distribution of(Scope processor, JsonNode input) {
        return new Distribution(processor, input);
    }

    /** {@code Label}; without one the driver makes one up that is the same for every Map Run of the state. */
    public Distribution label(String label) {
        Distribution changed = new Distribution(this);
        changed.label = label;
        return changed;
    }

    /** {@code ExecutionType}: STANDARD if left out. */
    public Distribution executionType(ExecutionType type) {
        Distribution changed = new Distribution(this);
        changed.executionType = type;
        return changed;
    }

    /** {@link #executionType} EXPRESS. */
    public Distribution express() {
        return executionType(ExecutionType.EXPRESS);
    }

    /** The items are the elements of an array, or the entries of an object. */
    public Distribution items(JsonNode arrayOrObject) {
        Distribution changed = new Distribution(this);
        changed.items = arrayOrObject;
        changed.reader = null;
        return changed;
    }

    /** The items are read from objects: {@code ItemReader}. */
    public Distribution reader(ItemReader reader) {
        Distribution changed = new Distribution(this);
        changed.reader = reader;
        return changed;
    }

    /** {@code ItemBatcher}; without one each item is an execution. */
    public Distribution batcher(ItemBatcher batcher) {
        Distribution changed = new Distribution(this);
        changed.batcher = batcher;
        return changed;
    }

    /** {@code ResultWriter}; without one the outputs of the executions are the result. */
    public Distribution writer(ResultWriter writer) {
        Distribution changed = new Distribution(this);
        changed.writer = writer;
        return changed;
    }

    /** {@code MaxConcurrency}: how many executions at most at the same time; 0, and if left out: 10,000. */
    public Distribution maxConcurrency(int limit) {
        Distribution changed = new Distribution(this);
        changed.maxConcurrency = limit;
        return changed;
    }

    /**
     * {@code ToleratedFailureCount}; 0 if neither this nor a percentage is given.
     *
     * @throws StateFailure States.Runtime if it is negative
     */
    public Distribution toleratedFailureCount(long count) {
        if (count < 0) {
            throw StateFailure.runtime("ToleratedFailureCount cannot be negative.");
        }
        Distribution changed = new Distribution(this);
        changed.toleratedFailureCount = count;
        changed.countGiven = true;
        return changed;
    }

    /**
     * {@code ToleratedFailurePercentage}, from 0 to 100; 0 if neither this nor a count is given. With both, exceeding either one
     * fails the Map.
     *
     * @throws StateFailure States.Runtime if it is outside
     */
    public Distribution toleratedFailurePercentage(double percentage) {
        if (!(percentage >= 0 && percentage <= HUNDRED_PERCENT)) {
            throw StateFailure.runtime("ToleratedFailurePercentage must be between 0 and 100.");
        }
        Distribution changed = new Distribution(this);
        changed.toleratedFailurePercentage = percentage;
        changed.percentageGiven = true;
        return changed;
    }

    // ---- for the driver

    /** The states of each child execution. */
    public Scope processor() {
        return processor;
    }

    /** The Map's effective input. */
    public JsonNode input() {
        return input;
    }

    /** The label; null if none is given. */
    public @Nullable String label() {
        return label;
    }

    /** The type of the child executions. */
    public ExecutionType executionType() {
        return executionType;
    }

    /** The items, if there is no reader: an array or an object. */
    public JsonNode items() {
        return items;
    }

    /** Where the items are read; null: they are {@link #items}. */
    public @Nullable ItemReader reader() {
        return reader;
    }

    /** How items are grouped; null: not at all. */
    public @Nullable ItemBatcher batcher() {
        return batcher;
    }

    /** What becomes of the results; null: they are the Map's result. */
    public @Nullable ResultWriter writer() {
        return writer;
    }

    /** The limit as given; 0: none. */
    public int maxConcurrency() {
        return maxConcurrency;
    }

    /** The count as given; 0 if none is. */
    public long toleratedFailureCount() {
        return toleratedFailureCount;
    }

    /** Whether a count is given: one of 0 counts beside a percentage. */
    public boolean isCountGiven() {
        return countGiven;
    }

    /** Whether a percentage is given. */
    public boolean isPercentageGiven() {
        return percentageGiven;
    }

    /** The percentage as given; 0 if none is. */
    public double toleratedFailurePercentage() {
        return toleratedFailurePercentage;
    }

    /**
     * Whether so many failures are too many. A threshold that is not given does not count, unless neither is.
     *
     * @param failed items whose execution failed or timed out
     * @param total items in all, as far as they are known
     */
    public boolean exceeded(long failed, long total) {
        if (failed == 0) {
            return false;
        }
        boolean byCount = (countGiven || !percentageGiven) && failed > toleratedFailureCount;
        boolean byPercentage =
                percentageGiven && (double) failed * HUNDRED_PERCENT > toleratedFailurePercentage * (double) total;
        return byCount || byPercentage;
    }

    @Override
    public String toString() {
        return "Distribution[" + label + "]";
    }
}
