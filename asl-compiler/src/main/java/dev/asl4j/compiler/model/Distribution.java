package dev.asl4j.compiler.model;

import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only a Map state in distributed mode has.
 *
 * @param executionType of the child executions
 * @param label {@code Label}; null: the service makes one up
 * @param reader {@code ItemReader}; null: the items come from the state's data
 * @param batcher {@code ItemBatcher}; null: an execution for each item
 * @param writer {@code ResultWriter}; null: the outputs become the state's result
 * @param toleratedFailureCount {@code ToleratedFailureCount} or {@code ToleratedFailureCountPath}; null: 0
 * @param toleratedFailurePercentage {@code ToleratedFailurePercentage} or {@code ToleratedFailurePercentagePath}; null: 0
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">Distributed mode</a>
 */
public record Distribution(
        ExecutionType executionType,
        @Nullable JsonString label,
        @Nullable ItemReader reader,
        @Nullable ItemBatcher batcher,
        @Nullable ResultWriter writer,
        @Nullable Amount toleratedFailureCount,
        @Nullable Amount toleratedFailurePercentage) {

    /** {@code ExecutionType} of the {@code ProcessorConfig}. */
    public enum ExecutionType {
        STANDARD,
        EXPRESS
    }

    /** The templates of reader, batcher and writer. */
    List<Template> templates() {
        List<Template> templates = new ArrayList<>();
        if (reader != null && reader.arguments() != null) {
            templates.add(reader.arguments());
        }
        if (batcher != null && batcher.batchInput() != null) {
            templates.add(batcher.batchInput());
        }
        if (writer != null && writer.arguments() != null) {
            templates.add(writer.arguments());
        }
        return templates;
    }
}
