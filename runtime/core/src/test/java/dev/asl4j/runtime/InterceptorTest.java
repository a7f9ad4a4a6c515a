package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.task.TaskInterceptor;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** An interceptor between the states and the handlers. */
final class InterceptorTest {
    private static final String LAMBDA = "arn:aws:states:::lambda:invoke";

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final List<JsonNode> seen = new ArrayList<>();
    private final Task unreachable = task((input, call) -> {
        throw new AssertionError("the handler was called");
    });

    @Test
    void answersInThePlaceOfAHandler() {
        JsonNode output = run(unreachable, 0, (parameters, task, call) -> {
            seen.add(parameters);
            return CompletableFuture.completedFuture(json("'" + task.stateName() + "'"));
        });

        assertThat(output).isEqualTo(json("'Work'"));
        assertThat(seen).containsExactly(json("{'FunctionName': 'f', 'Payload': 1}"));
    }

    @Test
    void givesTheWholeResponseOfALambdaFunction() {
        Task lambda = Task.lambdaInvoke(LAMBDA, DataType.JSON, DataType.JSON, (input, call) -> input);

        JsonNode mocked = run(
                lambda, 0, (parameters, task, call) -> CompletableFuture.completedFuture(json("{'LogResult': 'log'}")));
        JsonNode passed = run(lambda, 0, (parameters, task, call) -> call.proceed());

        assertThat(mocked).isEqualTo(json("{'LogResult': 'log'}"));
        assertThat(passed.get("Payload")).isEqualTo(json("1"));
    }

    @Test
    void mayNeverAnswer() {
        assertThatThrownBy(() -> run(unreachable, 5, (parameters, task, call) -> new CompletableFuture<>()))
                .asInstanceOf(type(ExecutionFailedException.class))
                .extracting(ExecutionFailedException::error)
                .isEqualTo("States.Timeout");
        assertThat(time.now()).isEqualTo(START.plus(Duration.ofSeconds(5)));
    }

    @Test
    void failsAsAHandlerDoes() {
        assertThatThrownBy(() -> run(unreachable, 0, (parameters, task, call) -> {
                    throw new TaskFailedException("Mine", "thrown");
                }))
                .hasMessageContaining("Mine");
        assertThatThrownBy(() -> run(
                        unreachable,
                        0,
                        (parameters, task, call) ->
                                CompletableFuture.failedFuture(new TaskFailedException("Mine", "staged"))))
                .hasMessageContaining("Mine");
        Task failing = task((input, call) -> {
            throw new TaskFailedException("Theirs", "passed on");
        });
        assertThatThrownBy(() -> run(failing, 0, (parameters, task, call) -> call.proceed()))
                .hasMessageContaining("Theirs");
    }

    @Test
    void isTheSameForAnEngine() {
        Workflow<JsonNode, JsonNode> workflow =
                states().task("Work", unreachable, END).workflow();
        try (Engine engine = Engine.builder()
                .environment(time)
                .interceptor((parameters, task, call) -> CompletableFuture.completedFuture(json("'mocked'")))
                .register(workflow)
                .build()) {
            assertThat(engine.start(workflow, json("{}")).result().join()).isEqualTo(json("'mocked'"));
        }
    }

    @Test
    void standsAroundAnother() {
        List<String> calls = new ArrayList<>();
        TaskInterceptor outer = (parameters, task, call) -> {
            calls.add("outer");
            return call.proceed().whenComplete((result, thrown) -> calls.add("outer hears " + result + thrown));
        };
        TaskInterceptor inner = (parameters, task, call) -> {
            calls.add("inner");
            return call.proceed();
        };
        Task echo = task((input, call) -> input.get("Payload"));

        assertThat(run(echo, 0, outer.around(inner))).isEqualTo(json("1"));
        assertThat(calls).containsExactly("outer", "inner", "outer hears 1null");

        TaskInterceptor broken = (parameters, task, call) -> {
            throw new TaskFailedException("Mine", "thrown");
        };
        calls.clear();
        assertThatThrownBy(() -> run(echo, 0, outer.around(broken))).hasMessageContaining("Mine");
        assertThat(calls).hasSize(2).last().asString().contains("TaskFailedException");
    }

    @Test
    void eitherOfTwoMayRefuse() {
        TaskInterceptor willing = (parameters, task, call) -> call.proceed();
        TaskInterceptor refusing = new TaskInterceptor() {
            @Override
            public CompletionStage<JsonNode> intercept(JsonNode parameters, TaskContext task, Call call) {
                return call.proceed();
            }

            @Override
            public String refusal(String stateName, String resource, JsonNode parameters) {
                return "not today";
            }
        };
        for (TaskInterceptor both : List.of(willing.around(refusing), refusing.around(willing))) {
            assertThatThrownBy(() -> run(unreachable, 0, both)).hasMessageContaining("not today");
        }
    }

    private JsonNode run(Task task, long timeout, TaskInterceptor interceptor) {
        return states().task("Work", task, timeout, 0, END)
                .workflow()
                .run(
                        json("{'FunctionName': 'f', 'Payload': 1}"),
                        RunOptions.defaults().environment(time).interceptor(interceptor));
    }
}
