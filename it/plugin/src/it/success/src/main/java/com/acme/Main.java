package com.acme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asl4j.runtime.ExecutionFailedException;
import java.util.Map;

/** Runs the generated workflow twice: through each of its ends. */
public final class Main {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] arguments) {
        PriceOrder workflow = new PriceOrder((input, task) -> JSON.valueToTree(input.get("sku").asText().length() * 30));
        System.out.println(workflow.run(order("tea")));
        try {
            workflow.run(order("coffee"));
        } catch (ExecutionFailedException e) {
            System.out.println(e.error() + ": " + e.cause());
        }
    }

    private static JsonNode order(String item) {
        return JSON.valueToTree(Map.of("item", item));
    }
}
