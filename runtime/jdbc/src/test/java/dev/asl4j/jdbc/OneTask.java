package dev.asl4j.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.Workflow;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.Frame;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.spi.StateTable;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskHandler;

/** The workflow {@code order}, whose only state {@code Charge} calls a handler: what generated code does. */
final class OneTask extends Workflow<JsonNode, JsonNode> {
    private final StateMachine machine;

    OneTask(TaskHandler<JsonNode, JsonNode> handler) {
        super(DataType.JSON, DataType.JSON);
        Task charge =
                Task.of("arn:aws:lambda:us-east-1:000000000000:function:charge", DataType.JSON, DataType.JSON, handler);
        StateTable states = StateTable.builder().state(StateType.TASK, "Charge").build();
        machine = StateMachine.of("order", "one-task", 0, new Scope(states, 0, false) {
            @Override
            public void enter(Frame frame) {
                frame.call(charge, frame.input(), 0, 0);
            }

            @Override
            public void resume(Frame frame, JsonNode result) {
                frame.succeed(result);
            }

            @Override
            public Task task(int state) {
                return charge;
            }
        });
    }

    @Override
    protected StateMachine machine() {
        return machine;
    }
}
