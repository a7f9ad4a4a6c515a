package dev.asl4j.runtime.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.task.TaskAnswerException;
import dev.asl4j.runtime.task.TaskCallback;
import dev.asl4j.runtime.task.TaskContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TypedCallbackTest {
    private final List<String> told = new ArrayList<>();

    private final TaskCallback<JsonNode> untyped = new TaskCallback<>() {
        @Override
        public String token() {
            return "t-1";
        }

        @Override
        public void success(JsonNode output) {
            told.add("success " + output);
        }

        @Override
        public void failure(@Nullable String error, @Nullable String cause) {
            told.add("failure " + error + " " + cause);
        }

        @Override
        public void heartbeat() {
            told.add("heartbeat");
        }
    };

    record Approval(boolean approved) {}

    @Test
    void answersWithTheValueAsJson() {
        TaskCallback<Approval> callback = Task.callback(context(untyped), DataType.of(Approval.class));

        callback.heartbeat();
        callback.success(new Approval(true));
        callback.failure("Denied", "no");

        assertThat(told).containsExactly("heartbeat", "success {\"approved\":true}", "failure Denied no");
        assertThat(callback.token()).isEqualTo("t-1");
        assertThat(callback.toString()).doesNotContain("t-1");
    }

    @Test
    void whatCannotBeWrittenIsNoAnswer() {
        DataType<Approval> unwritable = DataType.of(
                value -> {
                    throw new IllegalArgumentException("not this one");
                },
                json -> new Approval(true));
        TaskCallback<Approval> callback = Task.callback(context(untyped), unwritable);

        assertThatThrownBy(() -> callback.success(new Approval(true)))
                .isInstanceOfSatisfying(
                        TaskAnswerException.class,
                        thrown -> assertThat(thrown.reason()).isEqualTo(TaskAnswerException.Reason.INVALID_OUTPUT))
                .hasMessageContaining("not this one");
        assertThat(told).isEmpty();
    }

    @Test
    void aCallThatNobodyWaitsForTheAnswerOfHasNothingToAnswer() {
        TaskCallback<Approval> callback = Task.callback(context(null), DataType.of(Approval.class));

        assertThatThrownBy(() -> callback.success(new Approval(true))).isInstanceOf(IllegalStateException.class);
    }

    /** A call of a task that knows its callback alone. */
    private static TaskContext context(@Nullable TaskCallback<JsonNode> callback) {
        return (TaskContext) Proxy.newProxyInstance(
                TypedCallbackTest.class.getClassLoader(), new Class<?>[] {TaskContext.class}, (self, method, none) -> {
                    if (!method.getName().equals("callback") || callback == null) {
                        throw new IllegalStateException(method.getName());
                    }
                    return callback;
                });
    }
}
