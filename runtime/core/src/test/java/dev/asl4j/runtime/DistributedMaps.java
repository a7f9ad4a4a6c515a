package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.leave;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.task.TaskFailedException;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Machines with one distributed Map over the state's data. */
final class DistributedMaps {
    private DistributedMaps() {}

    /** A distributed Map over the input. */
    static States distributed(String name, Scope processor, UnaryOperator<Distribution> with) {
        return distributed(states(), name, processor, with, END);
    }

    static States distributed(States before, String name, Scope processor, UnaryOperator<Distribution> with, int next) {
        return before.state(
                        StateType.MAP,
                        name,
                        frame -> {
                            frame.mapStarted(frame.input().size());
                            frame.distribute(with.apply(
                                    Distribution.of(processor, frame.input()).items(frame.input())));
                        },
                        (frame, result) -> leave(frame, next, result))
                .with(processor);
    }

    static Scope passing() {
        return states().pass("Pass", END).pure();
    }

    static Scope failingFor(Set<Integer> items) {
        return states().task(
                        "Work",
                        task((input, call) -> {
                            if (items.contains(input.asInt())) {
                                throw new TaskFailedException("Bad", "item " + input);
                            }
                            return input;
                        }),
                        END)
                .scope();
    }

    static JsonNode items(int count) {
        return Json.array(IntStream.range(0, count).mapToObj(IntNode::valueOf).toArray(JsonNode[]::new));
    }
}
