package dev.asl4j.benchmarks.work;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.task.TaskContext;

/** The handlers of the order, for both of its definitions. */
@SuppressWarnings("UnusedVariable") // nobody asks for the context
public class Workshop {
    /** For the definition in JSONPath. */
    public static final class ForJsonPath extends Workshop implements dev.asl4j.benchmarks.jsonpath.RepairOrder.Tasks {}

    /** For the definition in JSONata. */
    public static final class ForJsonata extends Workshop implements dev.asl4j.benchmarks.jsonata.RepairOrder.Tasks {}

    public JsonNode checkOrder(JsonNode in, TaskContext task) {
        return Services.checkOrder(in);
    }

    public JsonNode findOwner(JsonNode in, TaskContext task) {
        return Services.findOwner(in);
    }

    public JsonNode rateRisk(JsonNode in, TaskContext task) {
        return Services.rateRisk(in);
    }

    public JsonNode quote(JsonNode in, TaskContext task) {
        return Services.quote(in);
    }

    public JsonNode reserve(JsonNode in, TaskContext task) {
        return Services.reserve(in);
    }

    public JsonNode claimWarranty(JsonNode in, TaskContext task) {
        return Services.claimWarranty(in);
    }

    public JsonNode takeDeposit(JsonNode in, TaskContext task) {
        return Services.takeDeposit(in);
    }

    public JsonNode schedule(JsonNode in, TaskContext task) {
        return Services.schedule(in);
    }

    public JsonNode tellOwner(JsonNode in, TaskContext task) {
        return Services.tellOwner(in);
    }
}
