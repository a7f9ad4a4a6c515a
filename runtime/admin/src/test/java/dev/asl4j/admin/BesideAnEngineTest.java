package dev.asl4j.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.jdbc.JdbcExecutionStore;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Execution;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.task.TaskFailedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line and an engine, each with the store open on the same database. */
@Timeout(120)
final class BesideAnEngineTest {
    private static final JsonNode INPUT = Json.parse("{\"order\": 42}");

    private final AtomicBoolean works = new AtomicBoolean();
    private final CountDownLatch called = new CountDownLatch(1);

    @TempDir
    Path folder;

    @Test
    void redrivesWhatFailed() {
        OneTask workflow = new OneTask((input, task) -> {
            if (!works.get()) {
                throw new TaskFailedException("Refused", "no money");
            }
            return input;
        });
        try (JdbcExecutionStore store = JdbcExecutionStore.open(url());
                Engine engine = Engine.builder().store(store).register(workflow).build()) {
            Execution<JsonNode> execution = engine.start(workflow, "order-42", INPUT);
            assertThat(catchThrowable(() -> execution.result().join())).isNotNull();

            assertThat(admin("executions", "describe", "order", "order-42").out())
                    .contains("Status    FAILED", "Error     Refused", "Redrive   can be redriven");
            works.set(true);
            assertThat(admin("executions", "redrive", "order", "order-42", "--client-token", "two words"))
                    .satisfies(refused -> {
                        assertThat(refused.code()).isEqualTo(2);
                        assertThat(refused.err()).contains("a client token has 1 to 64 characters");
                    });
            Ran redrive = admin(
                    "executions",
                    "redrive",
                    "order",
                    "order-42",
                    "--client-token",
                    "again-1",
                    "--wait",
                    "60s",
                    "--output",
                    "json");
            assertThat(redrive.code()).isZero();
            JsonNode answer = Json.parse(redrive.out());
            assertThat(answer.get("taken").booleanValue()).isTrue();
            assertThat(answer.get("redriveCount").intValue()).isEqualTo(1);
            assertThat(engine.find(workflow, "order-42").orElseThrow().result().join())
                    .isEqualTo(INPUT);
            assertThat(admin("executions", "redrive", "order", "order-42", "--client-token", "again-1"))
                    .satisfies(repeated -> {
                        assertThat(repeated.code()).isZero();
                        assertThat(repeated.out()).contains("order-42 goes on: it is SUCCEEDED");
                    });
            assertThat(admin("executions", "redrive", "order", "order-42").err())
                    .contains("Execution is SUCCEEDED and cannot be redriven");
            assertThat(admin("executions", "history", "order", "order-42", "--reverse", "--limit", "1")
                            .out())
                    .contains("ExecutionSucceeded");
        }
    }

    @Test
    void stopsWhatRuns() throws InterruptedException {
        OneTask workflow = new OneTask((input, task) -> {
            called.countDown();
            new CountDownLatch(1).await();
            return input;
        });
        try (JdbcExecutionStore store = JdbcExecutionStore.open(url());
                Engine engine = Engine.builder().store(store).register(workflow).build()) {
            engine.start(workflow, "order-43", INPUT);
            called.await();
            assertThat(admin("executions", "stop", "order", "order-43", "--cause", "mistake", "--wait", "60s")
                            .out())
                    .isEqualTo("order-43 was stopped: it is ABORTED\n");
            assertThat(admin("executions", "describe", "order", "order-43").out())
                    .contains("Cause     mistake");
        }
    }

    @Test
    void whatIsOrderedWhileNoEngineRunsIsDoneByTheNextOne() throws InterruptedException {
        OneTask workflow = new OneTask((input, task) -> {
            called.countDown();
            new CountDownLatch(1).await();
            return input;
        });
        try (JdbcExecutionStore store = JdbcExecutionStore.open(url());
                Engine engine = Engine.builder().store(store).register(workflow).build()) {
            engine.start(workflow, "order-44", INPUT);
            called.await();
            engine.shutdownNow();
        }
        assertThat(admin("executions", "list", "--status", "RUNNING").out()).contains("order-44");
        assertThat(admin("executions", "stop", "order", "order-44", "--wait", "0s")
                        .out())
                .startsWith("Accepted, but no engine has taken it up yet.");
        try (JdbcExecutionStore store = JdbcExecutionStore.open(url());
                Engine engine = Engine.builder().store(store).register(workflow).build()) {
            Execution<JsonNode> execution = engine.find(workflow, "order-44").orElseThrow();
            assertThat(catchThrowable(() -> execution.result().join())).isNotNull();
            assertThat(admin("executions", "describe", "order", "order-44").out())
                    .contains("Status    ABORTED");
        }
    }

    @Test
    void whatIsDamagedIsTold() throws SQLException {
        OneTask workflow = new OneTask((input, task) -> input);
        try (JdbcExecutionStore store = JdbcExecutionStore.open(url());
                Engine engine = Engine.builder().store(store).register(workflow).build()) {
            engine.start(workflow, "order-1", INPUT).result().join();
            engine.start(workflow, "order-2", INPUT).result().join();
        }
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE asl4j_executions SET input = '{s3cr3t' WHERE name = 'order-1'");
        }
        assertThat(admin("executions", "list").out())
                .contains("order-2", "its rows in the database cannot be read: input");
        Ran described = admin("executions", "describe", "order", "order-1");
        assertThat(described.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(described.err())
                .startsWith("asl4j-admin: what the store has of execution order-1 of order (key ")
                .endsWith(") cannot be read: input\n")
                .doesNotContain("s3cr3t");
        assertThat(admin("executions", "describe", "order", "order-2").code()).isZero();
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("executions.db");
    }

    private Ran admin(String... arguments) {
        return Ran.admin(HostProcess::open, HostProcess::pause, null, Map.of("ASL4J_STORE", url()), arguments);
    }
}
