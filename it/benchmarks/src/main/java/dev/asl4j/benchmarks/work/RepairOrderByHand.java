package dev.asl4j.benchmarks.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.runtime.task.TaskFailedException;

/** The order by hand. Nothing is retried, since nothing fails that would be. */
public final class RepairOrderByHand {
    private static final int TRUSTED_BELOW = 50;
    private static final int MANY = 8;

    private RepairOrderByHand() {}

    /** Takes an order, as the definition does. */
    public static JsonNode run(JsonNode in) {
        JsonNode order = check(in);
        if (!order.get("check").get("accepted").booleanValue()
                || order.get("check").get("count").doubleValue() <= 0) {
            throw new IllegalStateException("The workshop does not take it");
        }
        order = Tree.with(order, "job", job(order));
        order = Tree.with(order, "prepared", prepare(order));
        if (!order.get("prepared").get("risk").get("verdict").textValue().equals("trusted")) {
            return order;
        }
        order = Tree.with(order, "lines", lines(order));
        order = claimWarranty(order);
        order = takeDeposit(order);
        if (!order.get("deposit").get("status").textValue().equals("taken")) {
            throw new IllegalStateException("There is no deposit");
        }
        order = schedule(order);
        tellOwner(order);
        return summary(order);
    }

    private static JsonNode check(JsonNode order) {
        ObjectNode question = Tree.JSON.objectNode();
        question.set("order", order.get("order"));
        question.set("parts", order.get("parts"));
        JsonNode answer = Services.checkOrder(question);
        ObjectNode check = Tree.JSON.objectNode();
        check.set("accepted", answer.get("accepted"));
        check.set("count", answer.get("parts"));
        return Tree.with(order, "check", check);
    }

    private static JsonNode job(JsonNode order) {
        ObjectNode job = Tree.JSON.objectNode();
        job.put(
                "ticket",
                order.get("order").textValue()
                        + "/"
                        + order.get("bike").get("frame").textValue());
        job.put("parts", order.get("parts").size());
        job.putArray("tags")
                .add(order.get("owner").get("kind"))
                .add(order.get("shop"))
                .add(order.get("order"));
        job.put("visit", order.get("visits").longValue() + 1);
        return job;
    }

    private static JsonNode prepare(JsonNode order) {
        ObjectNode prepared = Tree.JSON.objectNode();
        prepared.set("owner", owner(order));
        prepared.set("risk", risk(order));
        prepared.set("quote", quote(order));
        return prepared;
    }

    private static JsonNode owner(JsonNode order) {
        ObjectNode question = Tree.JSON.objectNode();
        question.set("id", order.get("owner").get("id"));
        JsonNode found = Services.findOwner(question);
        ObjectNode owner = Tree.JSON.objectNode();
        owner.set("name", found.get("name"));
        owner.set("mail", found.get("reach").get("mail"));
        return owner;
    }

    private static JsonNode risk(JsonNode order) {
        ObjectNode question = Tree.JSON.objectNode();
        question.set("order", order.get("order"));
        question.set("kind", order.get("owner").get("kind"));
        JsonNode rated = Tree.with(order, "risk", Services.rateRisk(question));
        JsonNode points = rated.get("risk").get("points");
        ObjectNode risk = Tree.JSON.objectNode();
        risk.put("verdict", points.doubleValue() < TRUSTED_BELOW ? "trusted" : "doubtful");
        risk.set("points", points);
        return risk;
    }

    private static JsonNode quote(JsonNode order) {
        ObjectNode question = Tree.JSON.objectNode();
        question.set("town", order.get("owner").get("address").get("town"));
        question.set("parts", order.get("job").get("parts"));
        return Services.quote(question);
    }

    private static JsonNode lines(JsonNode order) {
        ArrayNode lines = Tree.JSON.arrayNode();
        int place = 0;
        for (JsonNode part : order.get("parts")) {
            ObjectNode item = Tree.JSON.objectNode();
            item.set("part", part);
            item.put("place", place++);
            item.set("shop", order.get("shop"));
            lines.add(line(item));
        }
        return lines;
    }

    private static JsonNode line(JsonNode item) {
        ObjectNode question = Tree.JSON.objectNode();
        question.set("code", item.get("part").get("code"));
        question.set("pieces", item.get("part").get("pieces"));
        JsonNode reserved = Tree.with(item, "reserved", Services.reserve(question));
        ObjectNode line = Tree.JSON.objectNode();
        line.set("part", reserved.get("part").get("code"));
        line.set("place", reserved.get("place"));
        line.put("box", reserved.get("part").get("pieces").doubleValue() >= MANY ? "crate" : "bag");
        line.set("shelf", reserved.get("reserved").get("shelf"));
        line.set("price", reserved.get("part").get("price"));
        return line;
    }

    private static JsonNode claimWarranty(JsonNode order) {
        ObjectNode question = Tree.JSON.objectNode();
        question.set("frame", order.get("bike").get("frame"));
        try {
            return Tree.with(order, "warranty", Services.claimWarranty(question));
        } catch (TaskFailedException e) {
            ObjectNode error = Tree.JSON.objectNode().put("Error", e.error()).put("Cause", e.cause());
            JsonNode without = Tree.with(order, "warrantyError", error);
            return Tree.with(without, "warranty", Tree.JSON.objectNode().put("covered", 0));
        }
    }

    private static JsonNode takeDeposit(JsonNode order) {
        ObjectNode question = Tree.JSON.objectNode();
        question.set("order", order.get("order"));
        question.set("lines", order.get("lines"));
        question.set("currency", order.get("currency"));
        return Tree.with(order, "deposit", Services.takeDeposit(question));
    }

    private static JsonNode schedule(JsonNode order) {
        ObjectNode question = Tree.JSON.objectNode();
        question.set("order", order.get("order"));
        question.set("bench", order.get("prepared").get("quote").get("bench"));
        return Tree.with(order, "slot", Services.schedule(question));
    }

    private static void tellOwner(JsonNode order) {
        ObjectNode message = Tree.JSON.objectNode();
        message.set("to", order.get("prepared").get("owner").get("mail"));
        message.put(
                "text",
                "Order " + order.get("order").textValue() + " begins "
                        + order.get("slot").get("day").textValue());
        Services.tellOwner(message);
    }

    private static JsonNode summary(JsonNode order) {
        ObjectNode summary = Tree.JSON.objectNode();
        summary.set("order", order.get("order"));
        summary.set("job", order.get("job"));
        summary.set("lines", order.get("lines"));
        summary.set("covered", order.get("warranty").get("covered"));
        summary.set("deposit", order.get("deposit").get("id"));
        summary.set("day", order.get("slot").get("day"));
        summary.set("points", order.get("prepared").get("risk").get("points"));
        return summary;
    }
}
