package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.model.Distribution;
import dev.asl4j.compiler.model.ItemReader;
import dev.asl4j.compiler.model.ResultWriter;
import org.jspecify.annotations.Nullable;

/**
 * What only a Map state in distributed mode has, its values planned.
 *
 * @param label null: none
 * @param reader null: there is none
 * @param batcher null: there is none
 * @param writer null: there is none
 * @param toleratedFailureCount null: not given
 * @param toleratedFailurePercentage null: not given
 */
public record DistributionPlan(
        Distribution.ExecutionType executionType,
        @Nullable String label,
        @Nullable Reader reader,
        @Nullable Batcher batcher,
        @Nullable Writer writer,
        StatePlan.Amount maxConcurrency,
        StatePlan.@Nullable Amount toleratedFailureCount,
        StatePlan.@Nullable Amount toleratedFailurePercentage) {

    /** {@code ItemReader}: the settings as written, and the values among them. */
    public record Reader(ItemReader settings, Value arguments, StatePlan.Amount maxItems) {}

    /** {@code ItemBatcher}; a limit that is 0 is none. */
    public record Batcher(@Nullable Value batchInput, StatePlan.Amount maxItems, StatePlan.Amount maxInputBytes) {}

    /** {@code ResultWriter}: the settings as written, and its arguments if it exports. */
    public record Writer(ResultWriter settings, @Nullable Value arguments) {}
}
