package dev.asl4j.maven;

import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.GeneratedFile;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Severity;
import dev.asl4j.compiler.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A compiler for tests: a definition becomes a class of its name that holds its text, unless the text is the name of a fault. */
final class NamedCompiler {
    private int compilations;

    /** How often it was asked. */
    int compilations() {
        return compilations;
    }

    CompilationResult compile(Sources sources, Object options) {
        List<Definition> definitions = sources.definitions();
        compilations++;
        List<GeneratedFile> files = definitions.stream()
                .map(definition -> new GeneratedFile(
                        definition.path().replace(".asl.json", ".java"), text(definition), definition.path()))
                .toList();
        List<Diagnostic> diagnostics =
                definitions.stream().flatMap(NamedCompiler::diagnose).toList();
        boolean isFaulty = diagnostics.stream().anyMatch(diagnostic -> diagnostic.code() == Code.SYNTAX_ERROR);
        return new CompilationResult(isFaulty ? List.of() : files, diagnostics, Map.of(), Map.of());
    }

    private static Stream<Diagnostic> diagnose(Definition definition) {
        var place = new SourceFile(definition.displayPath(), text(definition)).location(0, 1);
        return switch (text(definition)) {
            case "fault" ->
                Stream.of(new Diagnostic(Code.SYNTAX_ERROR, Severity.ERROR, place, "", "fault", null, null));
            case "note" ->
                Stream.of(new Diagnostic(Code.TOO_MANY_DIAGNOSTICS, Severity.NOTE, place, "", "note", null, null));
            case "warning" ->
                Stream.of(
                        new Diagnostic(Code.LITERAL_SUBSTITUTION, Severity.WARNING, place, "", "warning", null, null));
            case "killed" -> throw new IllegalStateException("killed");
            default -> Stream.of();
        };
    }

    private static String text(Definition definition) {
        return new String(definition.content(), StandardCharsets.UTF_8);
    }
}
