package dev.asl4j.runtime.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.ExecutionListener;
import java.io.PrintStream;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Prints a line for each state that is entered, and one that says what it changed when it is left, with its data: to see what a workflow does.
 * For one execution at a time.
 *
 * @since 0.1.0
 */
public final class Narration implements ExecutionListener {
    private final PrintStream out;
    private final Map<String, JsonNode> inputs = new ConcurrentHashMap<>();

    private Narration(PrintStream out) {
        this.out = out;
    }

    /** A listener that prints to a stream. */
    public static Narration to(PrintStream out) {
        return new Narration(out);
    }

    @Override
    public void stateEntered(String execution, String state, JsonNode input) {
        inputs.put(state, input);
        out.println("  > " + state);
    }

    @Override
    public void stateExited(String execution, String state, JsonNode output) {
        out.println(("  < " + state + " " + changes(inputs.get(state), output)).stripTrailing());
    }

    private static Object changes(@Nullable JsonNode input, JsonNode output) {
        if (input == null || !input.isObject() || !output.isObject()) {
            return output;
        }
        StringJoiner changes = new StringJoiner(", ");
        output.properties().forEach(field -> {
            if (!field.getValue().equals(input.get(field.getKey()))) {
                changes.add(field.getKey() + "=" + field.getValue());
            }
        });
        return changes;
    }
}
