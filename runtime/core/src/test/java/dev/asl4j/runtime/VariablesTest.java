package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.Frame;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.testing.VirtualTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Variables of scopes, and items of a Map over an object. */
@Timeout(30)
final class VariablesTest {
    private final VirtualTime time = VirtualTime.startingAt(START);

    @Test
    void anAssignedVariableIsThereInTheNextState() {
        States states = states().variables("a", "b")
                .assign("Assign", 1, 1)
                .state(
                        StateType.PASS,
                        "Read",
                        frame -> frame.succeed(Json.array(read(frame, 0, 0), read(frame, 0, 1))));
        assertThat(run(states, "7")).isEqualTo(json("[null, 7]"));
    }

    @Test
    void innerScopesReadOuterVariablesAndLeaveTheirOwnBehind() {
        Scope branch = states().variables("inner")
                .assign("AssignInner", 0, 1)
                .state(StateType.PASS, "Read", frame -> frame.succeed(Json.array(read(frame, 0, 0), read(frame, 1, 0))))
                .pure();
        Scope other = states().variables("inner")
                .state(StateType.PASS, "ReadOther", frame -> frame.succeed(read(frame, 0, 0)))
                .pure();
        States states = states().variables("outer").assign("Assign", 0, 1).parallel("Both", END, branch, other);
        assertThat(run(states, "1")).isEqualTo(json("[[1, 1], null]"));
    }

    @Test
    void everyIterationBeginsWithoutVariables() {
        Scope processor = states().variables("seen")
                .state(StateType.PASS, "Look", frame -> {
                    JsonNode before = read(frame, 0, 0);
                    frame.assign(0, frame.input());
                    frame.succeed(before);
                })
                .pure();
        assertThat(run(states().map("Map", processor, 1, END), "[1, 2, 3]")).isEqualTo(json("[null, null, null]"));
    }

    @Test
    void aRetryRestartsBranchesWithoutVariables() {
        Scope branch = states().variables("v")
                .state(StateType.PASS, "Look", frame -> {
                    assertThat(frame.variable(0, 0)).isNull();
                    frame.assign(0, frame.input());
                    frame.next(1, frame.input());
                })
                .fail("Fail", "A", null)
                .pure();
        States states = states().parallel("P", END, branch)
                .retry(Retrier.on("A").maxAttempts(2))
                .caught(Catcher.on("A").next(1, (frame, error) -> error))
                .pass("Handle", END);
        assertThat(run(states, "1")).isEqualTo(json("{'Error': 'A'}"));
    }

    @Test
    void aCatcherAssigns() {
        Catcher catcher = Catcher.on("A").next(1, (frame, error) -> {
            frame.assign(0, error);
            return frame.input();
        });
        Scope failing = states().fail("Fail", "A", null).pure();
        States states = states().variables("error")
                .parallel("P", END, failing)
                .caught(catcher)
                .state(StateType.PASS, "Read", frame -> frame.succeed(read(frame, 0, 0)));
        assertThat(run(states, "1")).isEqualTo(json("{'Error': 'A'}"));
    }

    @Test
    void anEntryOfAnObjectIsAnItem() {
        Scope pairs = states().pass("P", END).pure();
        assertThat(run(states().map("Map", pairs, 1, END), "{'a': 1, 'b': [2]}"))
                .isEqualTo(json("[{'Key': 'a', 'Value': 1}, {'Key': 'b', 'Value': [2]}]"));
        Scope context = states().state(
                        StateType.PASS,
                        "P",
                        frame -> frame.succeed(Json.array(
                                orNull(frame.mapItemKey()),
                                orNull(frame.mapItemValue()),
                                frame.context().at("/Map/Item"))))
                .pure();
        assertThat(run(states().map("Map", context, 1, END), "{'k': 5}"))
                .isEqualTo(json("[['k', 5, {'Index': 0, 'Key': 'k', 'Value': 5, 'Source': 'STATE_DATA'}]]"));
    }

    @Test
    void anExpressExecutionHasAnotherContext() {
        States states = states().state(
                        StateType.PASS,
                        "P",
                        frame -> frame.succeed(frame.context().get("Execution")));
        JsonNode execution = states.workflow()
                .run(
                        json("{}"),
                        RunOptions.defaults()
                                .environment(time)
                                .type(ExecutionType.EXPRESS)
                                .account("111111111111")
                                .region("eu-west-1")
                                .name("n"));
        assertThat(execution.has("RedriveCount")).isFalse();
        assertThat(execution.get("Id").textValue())
                .matches("arn:aws:states:eu-west-1:111111111111:express:machine:n:[0-9a-f-]{36}");
        assertThat(execution.get("RoleArn").textValue()).isEqualTo("arn:aws:iam::111111111111:role/machine");
    }

    private JsonNode run(States states, String input) {
        return states.workflow().run(json(input), time);
    }

    private static JsonNode read(Frame frame, int depth, int slot) {
        return orNull(frame.variable(depth, slot));
    }

    private static JsonNode orNull(@Nullable JsonNode value) {
        return value == null ? NullNode.getInstance() : value;
    }
}
