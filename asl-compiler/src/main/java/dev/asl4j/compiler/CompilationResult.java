package dev.asl4j.compiler;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Severity;
import java.util.List;

/**
 * What came out of a compilation.
 *
 * @param files the generated files, sorted by path; empty if any diagnostic is an error
 * @param diagnostics everything found in any of the definitions, sorted by file and position
 */
public record CompilationResult(List<GeneratedFile> files, List<Diagnostic> diagnostics) {
    public CompilationResult {
        files = List.copyOf(files);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether any of the diagnostics is an error; then there are no files. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
