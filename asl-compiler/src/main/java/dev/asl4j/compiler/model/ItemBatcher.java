package dev.asl4j.compiler.model;

import dev.asl4j.compiler.expression.Template;
import org.jspecify.annotations.Nullable;

/**
 * {@code ItemBatcher} of a distributed Map state; at least one of the two limits is there.
 *
 * @param batchInput {@code BatchInput}; null: none
 * @param maxItems {@code MaxItemsPerBatch} or {@code MaxItemsPerBatchPath}; null: no limit
 * @param maxInputBytes {@code MaxInputBytesPerBatch} or {@code MaxInputBytesPerBatchPath}; null: no limit
 */
public record ItemBatcher(
        @Nullable Template batchInput,
        @Nullable Amount maxItems,
        @Nullable Amount maxInputBytes) {}
