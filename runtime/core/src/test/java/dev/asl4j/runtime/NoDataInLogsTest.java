package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.ExecutionListener;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.spi.Retrier;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever happens to an execution, its data is in no log above TRACE. */
@Timeout(60)
final class NoDataInLogsTest {
    private static final String SECRET = "s3cr3t";

    /** What {@link System.Logger.Level#TRACE} is in {@code java.util.logging}. */
    private static final int TRACE = Level.FINER.intValue();

    private static final JsonNode INPUT = json("{'card': '" + SECRET + "', 'items': ['" + SECRET + "', 2]}");

    private final Logger root = Logger.getLogger("dev.asl4j");
    private final Log log = new Log();
    private final VirtualTime time = VirtualTime.startingAt(START);
    private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void listen() {
        root.setLevel(Level.ALL);
        root.addHandler(log);
        root.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        root.removeHandler(log);
        root.setUseParentHandlers(true);
        root.setLevel(null);
    }

    @Test
    void ofExecutionsThatEndInAnyWay() {
        Task fails = task((input, call) -> {
            throw new TaskFailedException("Refused-" + SECRET, "the card " + SECRET + " is refused");
        });
        Task send = task("arn:aws:states:::sqs:sendMessage.waitForTaskToken", (input, call) -> {
            tokens.add(call.taskToken());
            return input;
        });
        Scope branch = states().pass("Branch", END).scope();
        Scope each = states().pause("Each", 1, END).scope();
        List<Workflow<JsonNode, JsonNode>> workflows = List.of(
                named("succeeds", states().parallel("Both", 1, branch, branch).pause("Rest", 5, END)),
                named(
                        "maps",
                        states().state(
                                        StateType.MAP,
                                        "Map",
                                        frame -> frame.map(each, frame.input().get("items"), frame.input(), 1),
                                        (frame, result) -> States.leave(frame, END, result))),
                named("fails", states().task("Work", fails, END).retry(Retrier.on("States.ALL"))),
                named(
                        "caught",
                        states().task("Work", fails, END)
                                .caught(Catcher.on("States.ALL").next(1, (frame, error) -> error))
                                .pass("After", END)),
                named("said", states().fail("Fail", SECRET, SECRET)),
                named("timesOut", 5, states().pause("Rest", 60, END)),
                named("broken", states().state(StateType.PASS, "Broken", frame -> {
                    throw new IllegalStateException("cannot be " + SECRET);
                })),
                named("answered", states().tokenTask("Send", send, 60, 30, END)),
                named("stopped", states().pause("Rest", 3_600, END)));
        Engine.Builder builder = Engine.builder()
                .environment(time)
                .limits(Limits.WARN)
                .listener(new Faulty())
                .history((arn, event) -> {
                    throw new IllegalArgumentException("does not want to hear");
                });
        workflows.forEach(builder::register);
        try (Engine engine = builder.build()) {
            time.pause();
            List<Execution<JsonNode>> executions = workflows.stream()
                    .map(workflow -> engine.start(workflow, "order", INPUT))
                    .toList();
            time.awaitIdle();
            engine.sendTaskSuccess(tokens.get(0), INPUT);
            executions.get(executions.size() - 1).stop(SECRET, SECRET);
            time.advance(Duration.ofHours(2));
            assertThat(executions).noneMatch(execution -> execution.describe().status() == ExecutionStatus.RUNNING);
        }
        assertThat(log.lines()).anyMatch(line -> line.contains("listener"));
        assertThat(log.lines()).noneMatch(line -> line.contains(SECRET));
        assertThat(log.lines()).noneMatch(line -> line.contains(tokens.get(0)));
    }

    private static Workflow<JsonNode, JsonNode> named(String name, States states) {
        return named(name, 0, states);
    }

    private static Workflow<JsonNode, JsonNode> named(String name, long timeoutSeconds, States states) {
        return States.workflow(name, timeoutSeconds, states.scope());
    }

    private static final class Faulty implements ExecutionListener {
        @Override
        public void stateEntered(String execution, String state, JsonNode input) {
            throw new IllegalArgumentException("does not want to hear");
        }
    }

    /** All that is logged above TRACE, with what was thrown. */
    private static final class Log extends Handler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public synchronized void publish(LogRecord entry) {
            if (entry.getLevel().intValue() > TRACE) {
                StringWriter text = new StringWriter();
                text.append(new SimpleFormatter().formatMessage(entry));
                if (entry.getThrown() != null) {
                    entry.getThrown().printStackTrace(new PrintWriter(text, true));
                }
                lines.add(text.toString());
            }
        }

        synchronized List<String> lines() {
            return List.copyOf(lines);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
