package dev.asl4j.compiler.expression;

import static java.util.stream.Collectors.joining;

import dev.asl4j.compiler.diagnostic.DiagnosticFormat;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.source.SourceFile;
import java.util.Objects;

/** JSON values for the tests of this package, and diagnostics as text. */
final class Cases {

    private Cases() {}

    static JsonValue json(String text) {
        Diagnostics diagnostics = new Diagnostics();
        JsonValue value = JsonReader.read(new SourceFile("f", text), diagnostics);
        return Objects.requireNonNull(value, () -> diagnostics.sorted().toString());
    }

    static JsonString string(String text) {
        return (JsonString) json(text);
    }

    /** Excerpts with pointers, as the case files have them. */
    static String shown(Diagnostics diagnostics) {
        return diagnostics.sorted().stream()
                .map(diagnostic -> DiagnosticFormat.excerpt(diagnostic) + "\n      at \"" + diagnostic.pointer() + "\"")
                .collect(joining("\n"));
    }
}
