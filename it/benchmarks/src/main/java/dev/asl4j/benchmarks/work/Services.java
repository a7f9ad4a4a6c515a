package dev.asl4j.benchmarks.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.runtime.task.TaskFailedException;

/** What the tasks do, for compiled workflows and for programs by hand: as little as can be. */
final class Services {
    private Services() {}

    static JsonNode inspect(JsonNode in) {
        ObjectNode answer = Tree.JSON.objectNode().put("part", "wheel");
        answer.set("grade", in.get("check"));
        answer.set("seen", in);
        return answer;
    }

    static JsonNode checkOrder(JsonNode in) {
        return Tree.JSON
                .objectNode()
                .put("accepted", true)
                .put("parts", in.get("parts").size())
                .put("by", "Ebba");
    }

    static JsonNode findOwner(JsonNode in) {
        ObjectNode owner = Tree.JSON.objectNode();
        owner.set("id", in.get("id"));
        owner.put("name", "Nils Holm");
        owner.putObject("reach").put("mail", "nils@example.com").put("phone", "0701");
        return owner;
    }

    static JsonNode rateRisk(JsonNode in) {
        return Tree.JSON.objectNode().put("points", 17).put("by", "table-3");
    }

    static JsonNode quote(JsonNode in) {
        return Tree.JSON.objectNode().put("bench", "b-2").put("hours", 3.5).put("price", 210);
    }

    static JsonNode reserve(JsonNode in) {
        return Tree.JSON
                .objectNode()
                .put("shelf", "shelf-" + in.get("code").textValue())
                .put("held", true);
    }

    /** No order that is measured has such a frame. */
    static JsonNode claimWarranty(JsonNode in) {
        if (in.get("frame").textValue().startsWith("own-")) {
            return Tree.JSON.objectNode().put("covered", 1);
        }
        throw new TaskFailedException("WarrantyUnavailable", "the maker does not answer");
    }

    static JsonNode takeDeposit(JsonNode in) {
        return Tree.JSON
                .objectNode()
                .put("id", "dep-" + in.get("order").textValue())
                .put("status", "taken");
    }

    static JsonNode schedule(JsonNode in) {
        return Tree.JSON.objectNode().put("day", "day-" + in.get("bench").textValue());
    }

    static JsonNode tellOwner(JsonNode in) {
        return Tree.JSON.objectNode().put("told", true);
    }
}
