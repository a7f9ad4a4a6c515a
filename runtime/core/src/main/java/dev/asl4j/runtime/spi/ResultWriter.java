package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * {@code ResultWriter} of a distributed Map state, evaluated.
 *
 * @param arguments {@code Arguments} or {@code Parameters} of {@code arn:aws:states:::s3:putObject}: an object with {@code Bucket} and
 *     optionally {@code Prefix}; null: nothing is exported, the results stay in the state's output
 * @param transformation what of each execution is kept; null: as AWS defaults, NONE when exporting, COMPACT otherwise
 * @param outputType the format of exported files, and of nothing else
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">ResultWriter</a>
 * @since 0.1.0
 */
public record ResultWriter(
        @Nullable JsonNode arguments, @Nullable Transformation transformation, OutputType outputType) {
    /** {@code Transformation}. An execution that did not succeed is kept as its record in any case. */
    public enum Transformation {
        /** The record of the execution. */
        NONE,
        /** Its output. */
        COMPACT,
        /** Its output; the elements of an array one by one. */
        FLATTEN
    }

    /** {@code OutputType}. */
    public enum OutputType {
        /** One array. */
        JSON,
        /** One line each. */
        JSONL
    }

    /** Exports to objects. */
    public static ResultWriter export(JsonNode arguments) {
        return new ResultWriter(arguments, null, OutputType.JSON);
    }

    /** Keeps the results in the state's output. */
    public static ResultWriter inOutput() {
        return new ResultWriter(null, null, OutputType.JSON);
    }

    /** {@code WriterConfig.Transformation}. */
    public ResultWriter transformation(Transformation transformation) {
        return new ResultWriter(arguments, transformation, outputType);
    }

    /** {@code WriterConfig.OutputType}. */
    public ResultWriter outputType(OutputType type) {
        return new ResultWriter(arguments, transformation, type);
    }

    /** The transformation, with AWS's default. */
    public Transformation effectiveTransformation() {
        if (transformation != null) {
            return transformation;
        }
        return arguments == null ? Transformation.COMPACT : Transformation.NONE;
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "ResultWriter[" + effectiveTransformation() + ", " + outputType + "]";
    }
}
