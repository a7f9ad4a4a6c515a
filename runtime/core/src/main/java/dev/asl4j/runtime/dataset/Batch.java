package dev.asl4j.runtime.dataset;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What one child execution is to do.
 *
 * @param input of the execution
 * @param items how many items it stands for
 */
public record Batch(JsonNode input, int items) {}
