package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskInterceptor;
import dev.asl4j.runtime.testing.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks that cannot even be started: nothing is scheduled, and the state fails for good. */
final class RefusedTaskTest {
    private static final String PREFIX =
            "An error occurred while executing the state 'Work' (entered at the event id #2). ";

    private final List<String> events = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"{'h': 'text'}", "'text'", "[]"})
    void headersForApiGatewayHaveListsOfValues(String headers) {
        String parameters = "{'Method': 'GET', 'Headers': " + headers + "}";

        assertThatThrownBy(() -> invokeApi(parameters))
                .hasMessageContaining(
                        PREFIX + "The Parameters '" + json(parameters)
                                + "' could not be used to start the Task: [The value of the field 'Headers' has an invalid format]");
        assertThat(events).containsExactly("ExecutionStarted", "TaskStateEntered", "ExecutionFailed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'h': ['text']}", "{}", "null"})
    void otherHeadersAreFine(String headers) {
        assertThat(invokeApi("{'QueryParameters': " + headers + ", 'Headers': " + headers + "}"))
                .isEqualTo(json("{}"));
    }

    @Test
    void anInterceptorMayRefuse() {
        TaskInterceptor interceptor = new TaskInterceptor() {
            @Override
            public CompletionStage<JsonNode> intercept(JsonNode parameters, TaskContext task, Call call) {
                throw new AssertionError("it was not even started");
            }

            @Override
            public String refusal(String stateName, String resource, JsonNode parameters) {
                return "The activity " + resource + " does not exist.";
            }
        };
        Task task = Task.of("a", DataType.JSON, DataType.JSON, (input, call) -> input);

        assertThatThrownBy(() -> run(task, "{}", options().interceptor(interceptor)))
                .hasMessageContaining(PREFIX + "The activity a does not exist.");
        assertThat(events).containsExactly("ExecutionStarted", "TaskStateEntered", "ExecutionFailed");
    }

    private JsonNode invokeApi(String parameters) {
        Task task = Task.of(
                "arn:aws:states:::apigateway:invoke", DataType.JSON, DataType.JSON, (input, call) -> json("{}"));
        return run(task, parameters, options());
    }

    private RunOptions options() {
        return RunOptions.defaults()
                .environment(VirtualTime.startingAt(START))
                .history((execution, event) -> events.add(event.type().text()));
    }

    private static JsonNode run(Task task, String input, RunOptions options) {
        return states().task("Work", task, END).workflow().run(json(input), options);
    }
}
