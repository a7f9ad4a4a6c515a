package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of checking a file.
 *
 * @param fault why it could not be checked; null: it was
 */
record Checked(
        DefinitionFile file,
        List<Diagnostic> diagnostics,
        @Nullable Exception fault) {
    Checked {
        diagnostics = List.copyOf(diagnostics);
    }
}
