package dev.asl4j.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskFailedException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What the tasks of the order workflow do: one method per task. A handler may block, may throw (the exception's class name is then
 * the error name that Retry and Catch see), or may choose the error name with {@link TaskFailedException}.
 */
final class Shop implements OrderFulfilment.Tasks {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, BigDecimal> PRICES = Map.of(
            "espresso-500g", new BigDecimal("12.50"),
            "filter-papers", new BigDecimal("2.20"),
            "grinder", new BigDecimal("89.00"),
            "antique-roaster", new BigDecimal("1450.00"));
    private static final Set<String> IN_STOCK = Set.of("espresso-500g", "filter-papers", "grinder");
    private static final BigDecimal BULK_DISCOUNT = new BigDecimal("0.90");

    private final Consumer<String> log;
    private final Set<String> askedCarrier = ConcurrentHashMap.newKeySet();

    Shop(Consumer<String> log) {
        this.log = log;
    }

    @Override
    public JsonNode checkOrder(JsonNode input, TaskContext task) {
        boolean known = input.path("lines").findValuesAsText("sku").stream().allMatch(PRICES::containsKey);
        return JSON.objectNode()
                .put("accepted", known)
                .put("reason", known ? "" : "an article of the order is not known");
    }

    @Override
    public JsonNode loadCustomer(JsonNode input, TaskContext task) {
        String id = input.path("id").asText();
        ObjectNode customer = JSON.objectNode().put("id", id).put("name", "Ada of " + id);
        customer.putObject("contact").put("email", id + "@example.org");
        return customer;
    }

    @Override
    public JsonNode scoreRisk(JsonNode input, TaskContext task) {
        return JSON.objectNode().put("score", "gold".equals(input.path("tier").asText()) ? 5 : 40);
    }

    @Override
    public JsonNode quoteShipping(JsonNode input, TaskContext task) {
        if (askedCarrier.add(task.executionName())) {
            throw new TaskFailedException("CarrierBusy", "the carrier answers again in a second");
        }
        boolean express = input.path("express").asBoolean();
        return JSON.objectNode()
                .put("carrier", express ? "courier" : "post")
                .put("price", new BigDecimal(express ? "9.90" : "4.90"));
    }

    @Override
    public JsonNode reserveStock(JsonNode input, TaskContext task) {
        String sku = input.path("sku").asText();
        if (!IN_STOCK.contains(sku)) {
            throw new TaskFailedException("OutOfStock", sku + " is sold out");
        }
        BigDecimal amount = PRICES.getOrDefault(sku, BigDecimal.ZERO)
                .multiply(input.path("quantity").decimalValue());
        return JSON.objectNode().put("amount", amount).put("bulkAmount", amount.multiply(BULK_DISCOUNT));
    }

    @Override
    public JsonNode chargePayment(JsonNode input, TaskContext task) {
        BigDecimal amount = input.path("shipping").decimalValue();
        for (JsonNode line : input.path("amounts")) {
            amount = amount.add(line.decimalValue());
        }
        return JSON.objectNode().put("amount", amount).put("settlesInSeconds", 1);
    }

    @Override
    public JsonNode releaseStock(JsonNode input, TaskContext task) {
        log.accept(
                "    released what was reserved for " + input.path("reference").asText());
        return JSON.nullNode();
    }

    @Override
    public JsonNode shipOrder(JsonNode input, TaskContext task) {
        return JSON.objectNode()
                .put(
                        "tracking",
                        input.path("carrier").asText() + "-"
                                + input.path("reference").asText().replace("/", ""));
    }

    @Override
    public JsonNode snsPublish(JsonNode input, TaskContext task) {
        log.accept("    mail to " + input.path("Subject").asText() + ": "
                + input.path("Message").asText());
        return JSON.objectNode().put("MessageId", task.executionName());
    }
}
