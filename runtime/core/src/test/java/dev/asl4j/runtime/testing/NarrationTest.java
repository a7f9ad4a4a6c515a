package dev.asl4j.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.data.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NarrationTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Narration narration = Narration.to(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void saysWhatAStateChanged() {
        narration.stateEntered("e", "Charge", Json.parse("{\"id\": 1, \"a\": 2}"));
        narration.stateExited("e", "Charge", Json.parse("{\"id\": 1, \"a\": 3, \"paid\": true}"));

        assertThat(lines()).containsExactly("  > Charge", "  < Charge a=3, paid=true");
    }

    @Test
    void saysAllOfWhatIsNoObject() {
        narration.stateEntered("e", "Count", Json.parse("[1, 2]"));
        narration.stateExited("e", "Count", Json.parse("2"));
        narration.stateEntered("e", "Same", Json.parse("{\"a\": 1}"));
        narration.stateExited("e", "Same", Json.parse("{\"a\": 1}"));

        assertThat(lines()).containsExactly("  > Count", "  < Count 2", "  > Same", "  < Same");
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
