package dev.asl4j.compiler;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What came out of a compilation.
 *
 * @param files the generated files, sorted by path; empty if any diagnostic is an error
 * @param diagnostics everything found in any of the definitions, sorted by file and position
 * @param variableReferences of each definition without errors, by its {@link Definition#path() path}: the sorted names of the
 *     variables that a state reads, by the name of the state; without the states that read none. That is what {@code
 *     DescribeStateMachine} gives under this name
 * @param failures of each definition without errors, by its path: with which errors its executions can fail
 */
public record CompilationResult(
        List<GeneratedFile> files,
        List<Diagnostic> diagnostics,
        Map<String, SortedMap<String, List<String>>> variableReferences,
        Map<String, Failures> failures) {
    public CompilationResult {
        files = List.copyOf(files);
        diagnostics = List.copyOf(diagnostics);
        variableReferences = Map.copyOf(variableReferences);
        failures = Map.copyOf(failures);
    }

    /** Whether any of the diagnostics is an error; then there are no files. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
