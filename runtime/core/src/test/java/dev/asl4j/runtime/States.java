package dev.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.Frame;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.spi.StateTable;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskHandler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A scope put together state by state: what generated code does, without a class for each test. */
final class States {
    static final int END = -1;
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final StateTable.Builder table = StateTable.builder();
    private String[] variables = {};
    private final List<Consumer<Frame>> enter = new ArrayList<>();
    private final List<BiConsumer<Frame, JsonNode>> resume = new ArrayList<>();

    private final Map<Integer, Task> tasks = new HashMap<>();
    private final Map<Integer, List<Scope>> inner = new HashMap<>();

    static States states() {
        return new States();
    }

    static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    static Task task(TaskHandler<JsonNode, JsonNode> handler) {
        return Task.of("arn:aws:lambda:us-east-1:000000000000:function:work", DataType.JSON, DataType.JSON, handler);
    }

    States state(StateType type, String name, Consumer<Frame> first) {
        return state(type, name, first, (frame, result) -> {
            throw new AssertionError(name + " has no second half");
        });
    }

    States state(StateType type, String name, Consumer<Frame> first, BiConsumer<Frame, JsonNode> second) {
        table.state(type, name);
        enter.add(first);
        resume.add(second);
        return this;
    }

    /** Says which task the state added last calls. */
    States calls(Task task) {
        tasks.put(enter.size() - 1, task);
        return this;
    }

    /** Says which scopes are inside the state added last. */
    States with(Scope... scopes) {
        inner.put(enter.size() - 1, List.of(scopes));
        return this;
    }

    States pass(String name, int next) {
        return state(StateType.PASS, name, frame -> leave(frame, next, frame.input()));
    }

    States fail(String name, String error, String cause) {
        return state(StateType.FAIL, name, frame -> frame.fail(error, cause));
    }

    States pause(String name, long seconds, int next) {
        return state(
                StateType.WAIT,
                name,
                frame -> frame.waitSeconds(seconds),
                (frame, nothing) -> leave(frame, next, frame.input()));
    }

    /** A Task that waits for a token, which is part of its input. */
    States tokenTask(String name, Task task, long timeout, long heartbeat, int next) {
        state(
                StateType.TASK,
                name,
                frame -> frame.call(
                        task,
                        Json.object()
                                .set("Token", TextNode.valueOf(frame.taskToken()))
                                .set("Retry", frame.context().at("/State/RetryCount"))
                                .build(),
                        timeout,
                        heartbeat),
                (frame, result) -> leave(frame, next, result));
        table.waitsForToken();
        return calls(task);
    }

    /** A Pass that assigns its input to a variable of its scope. */
    States assign(String name, int slot, int next) {
        return state(StateType.PASS, name, frame -> {
            frame.assign(slot, frame.input());
            leave(frame, next, frame.input());
        });
    }

    States variables(String... names) {
        variables = names;
        return this;
    }

    States task(String name, Task task, int next) {
        return task(name, task, 0, 0, next);
    }

    States task(String name, Task task, long timeout, long heartbeat, int next) {
        return state(
                        StateType.TASK,
                        name,
                        frame -> frame.call(task, frame.input(), timeout, heartbeat),
                        (frame, result) -> leave(frame, next, result))
                .calls(task);
    }

    States parallel(String name, int next, Scope... branches) {
        return state(
                        StateType.PARALLEL,
                        name,
                        frame -> frame.fork(frame.input(), branches),
                        (frame, result) -> leave(frame, next, result))
                .with(branches);
    }

    /** A Map over the input. */
    States map(String name, Scope processor, int maxConcurrency, int next) {
        return state(
                        StateType.MAP,
                        name,
                        frame -> frame.map(processor, frame.input(), frame.input(), maxConcurrency),
                        (frame, result) -> leave(frame, next, result))
                .with(processor);
    }

    static Task task(String resource, TaskHandler<JsonNode, JsonNode> handler) {
        return Task.of(resource, DataType.JSON, DataType.JSON, handler);
    }

    States retry(Retrier... retriers) {
        table.retry(retriers);
        return this;
    }

    States caught(Catcher... catchers) {
        table.caught(catchers);
        return this;
    }

    Scope scope() {
        return new Built(table.build(), false);
    }

    Scope pure() {
        return new Built(table.build(), true);
    }

    Workflow<JsonNode, JsonNode> workflow() {
        return workflow(0);
    }

    Workflow<JsonNode, JsonNode> workflow(long timeoutSeconds) {
        return workflow("machine", timeoutSeconds, scope());
    }

    static Workflow<JsonNode, JsonNode> workflow(String name, long timeoutSeconds, Scope main) {
        StateMachine machine = StateMachine.of(name, "fingerprint", timeoutSeconds, main);
        return new Workflow<>(DataType.JSON, DataType.JSON) {
            @Override
            protected StateMachine machine() {
                return machine;
            }
        };
    }

    static void leave(Frame frame, int next, JsonNode output) {
        if (next == END) {
            frame.succeed(output);
        } else {
            frame.next(next, output);
        }
    }

    private final class Built extends Scope {
        Built(StateTable table, boolean pure) {
            super(table, 0, pure, variables);
        }

        @Override
        public void enter(Frame frame) {
            enter.get(frame.state()).accept(frame);
        }

        @Override
        public void resume(Frame frame, JsonNode result) {
            resume.get(frame.state()).accept(frame, result);
        }

        @Override
        public Task task(int state) {
            return tasks.containsKey(state) ? tasks.get(state) : super.task(state);
        }

        @Override
        public List<Scope> inner(int state) {
            return inner.getOrDefault(state, List.of());
        }
    }
}
