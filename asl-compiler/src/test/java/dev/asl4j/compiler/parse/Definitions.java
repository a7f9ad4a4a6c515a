package dev.asl4j.compiler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Definitions for tests, which are without faults. */
final class Definitions {

    private Definitions() {}

    static StateMachine resource(String name) throws IOException {
        return parse(Files.readString(Path.of("src/test/resources", name)));
    }

    static StateMachine parse(String text) {
        Diagnostics diagnostics = new Diagnostics();
        JsonValue root = json(text, diagnostics);
        StateMachine machine = DefinitionParser.parse(root, "test", diagnostics).orElseThrow();
        assertThat(diagnostics.sorted()).isEmpty();
        return machine;
    }

    static JsonValue json(String text, Diagnostics diagnostics) {
        return Objects.requireNonNull(JsonReader.read(new SourceFile("test.asl.json", text), diagnostics));
    }

    /** The state of that name at the top level. */
    static <T extends State> T state(StateMachine machine, Class<T> type, String name) {
        return machine.main().states().stream()
                .filter(state -> state.name().equals(name))
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** A machine of one Task state with that resource, and perhaps other fields. */
    static String task(String resource, String fields) {
        return """
                { "StartAt": "T", "States": { "T": { "Type": "Task", "Resource": "%s", %s "End": true } } }
                """.formatted(resource, fields);
    }
}
