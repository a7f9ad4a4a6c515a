package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.testing.VirtualTime;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 256 KiB are bytes of UTF-8, whatever the characters, wherever the limit holds; the last byte that fits, and one more. */
final class DataSizesTest {
    private static final int LIMIT = 262_144;

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00e9", "\u5927", "\ud83d\ude00"})
    void theResultOfATask(String character) {
        assertFits(states().task("Work", task((input, call) -> text(character, LIMIT)), END), "{}");
        assertTooLarge(states().task("Work", task((input, call) -> text(character, LIMIT + 1)), END), "{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00e9", "\u5927", "\ud83d\ude00"})
    void theOutputOfAState(String character) {
        assertFits(states().state(StateType.PASS, "P", frame -> frame.succeed(text(character, LIMIT))), "{}");
        assertTooLarge(states().state(StateType.PASS, "P", frame -> frame.succeed(text(character, LIMIT + 1))), "{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00e9", "\u5927", "\ud83d\ude00"})
    void theInputOfATask(String character) {
        assertFits(called(text(character, LIMIT)), "{}");
        assertTooLarge(called(text(character, LIMIT + 1)), "{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00e9", "\u5927", "\ud83d\ude00"})
    void theInputOfAnExecution(String character) {
        Workflow<JsonNode, JsonNode> workflow = states().pass("P", END).workflow();
        JsonNode longest = text(character, LIMIT);
        assertThat(workflow.run(longest, options())).isEqualTo(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> workflow.run(text(character, LIMIT + 1), options()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00e9", "\u5927", "\ud83d\ude00"})
    void theValueOfAVariable(String character) {
        assertFits(assigned(text(character, LIMIT)), "{}");
        assertTooLarge(assigned(text(character, LIMIT + 1)), "{}");
    }

    private static States called(JsonNode input) {
        return states().state(
                        StateType.TASK,
                        "Work",
                        frame -> frame.call(task((given, call) -> json("1")), input),
                        (frame, result) -> frame.succeed(result));
    }

    private static States assigned(JsonNode value) {
        return states().variables("v").state(StateType.PASS, "P", frame -> {
            frame.assign(0, value);
            frame.succeed(frame.input());
        });
    }

    private static void assertFits(States states, String input) {
        assertThat(states.workflow().run(json(input), options())).isNotNull();
    }

    private static void assertTooLarge(States states, String input) {
        ExecutionFailedException failed = catchThrowableOfType(
                ExecutionFailedException.class, () -> states.workflow().run(json(input), options()));
        assertThat(failed).isNotNull();
        assertThat(failed.error()).isEqualTo("States.DataLimitExceeded");
    }

    private static RunOptions options() {
        return RunOptions.defaults().environment(VirtualTime.startingAt(START)).limits(Limits.AWS);
    }

    /** A string whose JSON text has so many bytes of UTF-8: so many of the character as fit, filled up with x. */
    private static JsonNode text(String character, int bytes) {
        int size = character.getBytes(StandardCharsets.UTF_8).length;
        int room = bytes - 2;
        JsonNode text = TextNode.valueOf(character.repeat(room / size) + "x".repeat(room % size));
        assertThat(Json.write(text).getBytes(StandardCharsets.UTF_8)).hasSize(bytes);
        return text;
    }
}
