package dev.asl4j.crash.check;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How an execution goes if nothing disturbs it.
 *
 * @param end its description
 * @param history its events
 */
public record Reference(JsonNode end, JsonNode history) {}
