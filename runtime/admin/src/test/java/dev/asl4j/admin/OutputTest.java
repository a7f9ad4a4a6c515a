package dev.asl4j.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.testing.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed: text from executions steers no terminal, and output that is not written is not taken for written. */
final class OutputTest {
    private static final String STEERING =
            "red\u001b[31m csi\u009b31m bell\u0007 turned\u202e deleted\u007f mark\ufeff";

    private final ExecutionStore store = ExecutionStore.inMemory();
    private final VirtualTime time = VirtualTime.startingAt(Filled.START);
    private final List<String> opened = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"table", "json"})
    void controlCharactersAreNumbers(String format) {
        Filled.add(store, "order", "turned\u202ename", 1, Status.FAILED, TextNode.valueOf(STEERING));
        for (String command : List.of("describe", "history")) {
            Ran ran = admin("executions", command, "order", "turned\u202ename", "--output", format);
            assertThat(ran.code()).isZero();
            assertThat(ran.out()
                            .codePoints()
                            .filter(c -> c != '\n' && !Table.isPrintable(c))
                            .toArray())
                    .isEmpty();
        }
        assertThat(admin("executions", "redrive", "order", "turned\u202ename", "--wait", "0s")
                        .out())
                .doesNotContain("\u202e");
        assertThat(admin("executions", "stop", "order", "turned\u202eother").err())
                .doesNotContain("\u202e");
        assertThat(admin("executions", "list", "--status", "turned\u202e").err())
                .doesNotContain("\u202e");
    }

    @Test
    void jsonStaysWhatItWas() {
        JsonNode input = TextNode.valueOf(STEERING + " caf\u00e9 \ud83d\ude00");
        Filled.add(store, "order", "order-1", 1, Status.SUCCEEDED, input);
        Ran ran = admin("executions", "describe", "order", "order-1", "--output", "json");
        assertThat(ran.out()).contains("caf\u00e9 \ud83d\ude00");
        assertThat(Json.parse(Json.parse(ran.out()).get("input").textValue())).isEqualTo(input);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json"})
    void outputThatCannotBeWrittenIsAFailure(String format) {
        for (int i = 0; i < 3_000; i++) {
            Filled.add(store, "order", "order-" + i, i, Status.SUCCEEDED, Json.EMPTY);
        }
        Full full = new Full(100_000);
        PrintStream out = new PrintStream(full, true, StandardCharsets.UTF_8);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(out, out, new PrintStream(err, true, StandardCharsets.UTF_8));
        Surroundings surroundings = new Surroundings(
                terminal,
                Map.of("ASL4J_STORE", "jdbc:any")::get,
                question -> null,
                (url, user, password) -> {
                    opened.add(url);
                    return store;
                },
                pause -> {},
                time);
        int code = Admin.run(surroundings, "executions", "list", "--all", "--output", format);
        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("could not be written");
        assertThat(opened).hasSize(1);
        assertThat(Admin.run(surroundings, "executions", "describe", "order", "none"))
                .isEqualTo(ExitCode.REFUSED);
    }

    private Ran admin(String... arguments) {
        return Ran.admin(
                (url, user, password) -> store, pause -> {}, time, Map.of("ASL4J_STORE", "jdbc:any"), arguments);
    }

    /** A disk that has room for so many bytes. */
    private static final class Full extends OutputStream {
        private int room;

        Full(int room) {
            this.room = room;
        }

        @Override
        public void write(int next) throws IOException {
            if (room-- <= 0) {
                throw new IOException("No space left on device");
            }
        }
    }
}
