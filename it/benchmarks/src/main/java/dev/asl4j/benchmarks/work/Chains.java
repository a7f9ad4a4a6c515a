package dev.asl4j.benchmarks.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/** Work that is done one after the other, by hand. */
final class Chains {
    private static final int STATIONS = 100;
    private static final int CHECKS = 20;
    private static final int STROKES = 1_000;

    private Chains() {}

    static JsonNode paint(JsonNode in) {
        JsonNode frame = in;
        for (int no = 1; no <= STATIONS; no++) {
            ObjectNode station = Tree.JSON.objectNode().put("no", no);
            station.set("after", frame.get("station").get("no"));
            frame = Tree.with(frame, "station", station);
        }
        return frame;
    }

    static JsonNode inspections(JsonNode in, UnaryOperator<JsonNode> inspect) {
        JsonNode bike = in;
        for (int check = 1; check <= CHECKS; check++) {
            ObjectNode question = Tree.JSON.objectNode();
            question.set("bike", bike.get("bike"));
            question.put("check", check);
            question.set("after", bike.get("found").get("grade"));
            JsonNode answer = inspect.apply(question);
            ObjectNode found = Tree.JSON.objectNode();
            found.set("part", answer.get("part"));
            found.set("grade", answer.get("grade"));
            bike = Tree.with(bike, "found", found);
        }
        return bike;
    }

    static JsonNode pump(JsonNode in) {
        JsonNode state = in;
        while (state.get("strokes").doubleValue() < STROKES) {
            ObjectNode next = Tree.JSON.objectNode();
            next.set("tyre", state.get("tyre"));
            next.put("strokes", state.get("strokes").longValue() + 1);
            state = next;
        }
        return state;
    }
}
