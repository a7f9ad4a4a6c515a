package dev.asl4j.compiler.model;

import dev.asl4j.compiler.expression.Template;
import org.jspecify.annotations.Nullable;

/**
 * {@code ResultWriter} of a distributed Map state.
 *
 * @param export whether there is a {@code Resource}: the results go to objects; else they stay in the state's output
 * @param arguments {@code Arguments} or {@code Parameters}; null: none
 * @param transformation {@code Transformation}; null: none given (NONE when exporting, else COMPACT)
 * @param outputType {@code OutputType}; default JSON
 */
public record ResultWriter(
        boolean export,
        @Nullable Template arguments,
        @Nullable Transformation transformation,
        OutputType outputType) {

    /** What of each child execution is kept. */
    public enum Transformation {
        /** The execution's record. */
        NONE,
        /** Its output. */
        COMPACT,
        /** Its output; arrays are joined into one. */
        FLATTEN
    }

    /** The format of files. */
    public enum OutputType {
        JSON,
        JSONL
    }
}
