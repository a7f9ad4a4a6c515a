package dev.asl4j.compiler;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * A state machine as a graph.
 *
 * @param text the graph in the notation asked for; empty: nothing of the definition could be read
 * @param diagnostics everything found in the definition, sorted by file and position
 */
public record Drawing(Optional<String> text, List<Diagnostic> diagnostics) {
    public Drawing {
        diagnostics = List.copyOf(diagnostics);
    }
}
