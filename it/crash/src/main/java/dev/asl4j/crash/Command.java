package dev.asl4j.crash;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.crash.work.Order;

/** What a child can be told. */
final class Command {
    private Command() {}

    static ObjectNode of(String verb) {
        return JsonNodeFactory.instance.objectNode().put("do", verb);
    }

    /** About an execution. */
    static ObjectNode of(String verb, Order order) {
        return of(verb).put("machine", order.machine()).put("name", order.name());
    }
}
