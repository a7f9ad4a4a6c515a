package dev.asl4j.compiler;

import dev.asl4j.compiler.dataflow.Facts;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.document.Page;
import dev.asl4j.compiler.document.Pages;
import dev.asl4j.compiler.drawing.Notation;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.schema.SchemaFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiles definitions in Amazon States Language to Java source files, and to pages about them. Does no input and no output of its own; the same
 * definitions and options give the same text, in whatever order they come.
 */
public final class AslCompiler {
    private AslCompiler() {}

    /**
     * Compiles all the definitions together. Every mistake in them becomes a diagnostic of the result; none is thrown.
     *
     * @throws IllegalStateException if the compiler itself fails; the message names the definition
     */
    public static CompilationResult compile(List<Definition> definitions, CompilerOptions options) {
        return compile(definitions, List.of(), options);
    }

    /**
     * Compiles all the definitions together, and the schemas that the files with types beside them refer to. Every mistake in them becomes a
     * diagnostic of the result; none is thrown. Of a schema that nothing refers to nothing is said.
     *
     * @throws IllegalStateException if the compiler itself fails; the message names the definition
     */
    public static CompilationResult compile(
            List<Definition> definitions, List<SchemaFile> schemas, CompilerOptions options) {
        return DeepStack.call(() -> Compilation.sources(definitions, schemas, options));
    }

    /**
     * Writes pages about all the definitions, in Markdown: one for each, and one that lists them. What would keep classes from being made of
     * them keeps pages from being made.
     *
     * @return the pages in the place of the Java files
     * @throws IllegalStateException if the compiler itself fails
     */
    public static CompilationResult document(
            List<Definition> definitions, List<SchemaFile> schemas, CompilerOptions options) {
        return DeepStack.call(() ->
                Compilation.workflows(definitions, schemas, options, workflows -> files(Pages.of(workflows).stream())));
    }

    /**
     * Writes a page about a definition, which stands alone.
     *
     * @return the page in the place of the Java file
     * @throws IllegalStateException if the compiler itself fails
     */
    public static CompilationResult document(Definition definition, List<SchemaFile> schemas, CompilerOptions options) {
        return DeepStack.call(() -> Compilation.workflows(
                List.of(definition),
                schemas,
                options,
                workflows -> files(workflows.stream().map(Pages::of))));
    }

    /**
     * Checks a definition on its own, for Amazon's service or any other: whether a Java class could be made of it is not asked.
     *
     * @return everything found in it and in the file with rules beside it, sorted by file and position
     * @throws IllegalStateException if the compiler itself fails; the message names the definition
     */
    public static List<Diagnostic> check(Definition definition, CompilerOptions options) {
        return check(definition, List.of(), options);
    }

    /**
     * Checks a definition on its own, with the schemas that the file with types beside it refers to.
     *
     * @return everything found in it, in the files beside it and in these schemas, sorted by file and position
     * @throws IllegalStateException if the compiler itself fails; the message names the definition
     */
    public static List<Diagnostic> check(Definition definition, List<SchemaFile> schemas, CompilerOptions options) {
        Unit unit = Unit.of(definition, options.packageName());
        return DeepStack.call(() -> {
            Diagnostics diagnostics = Reading.diagnostics(options);
            unit.guarded(() -> {
                Typing typing = typing(unit, schemas, options, diagnostics);
                typing.follow(typing.finish());
            });
            return diagnostics.sorted();
        });
    }

    /**
     * Explains what is known of the data at a state.
     *
     * @param state its name
     * @throws IllegalStateException if the compiler itself fails; the message names the definition
     */
    public static Explanation explain(
            Definition definition, List<SchemaFile> schemas, CompilerOptions options, String state) {
        Unit unit = Unit.of(definition, options.packageName());
        return DeepStack.call(() -> {
            Diagnostics diagnostics = Reading.diagnostics(options);
            List<Facts> facts = unit.guarded(() -> {
                Typing typing = typing(unit, schemas, options, diagnostics);
                return typing.facts(typing.finish());
            });
            return Explanation.of(facts, state, diagnostics.sorted());
        });
    }

    /**
     * Draws the states of a definition and the ways between them, also of one with errors as far as it could be read.
     *
     * @throws IllegalStateException if the compiler itself fails; the message names the definition
     */
    public static Drawing draw(Definition definition, CompilerOptions options, Notation notation) {
        Unit unit = Unit.of(definition, options.packageName());
        return DeepStack.call(() -> {
            Diagnostics diagnostics = Reading.diagnostics(options);
            Optional<StateMachine> machine =
                    unit.guarded(() -> Reading.of(unit, options, diagnostics).machine());
            Optional<String> text = machine.map(read -> unit.guarded(() -> notation.draw(read)));
            return new Drawing(text, diagnostics.sorted());
        });
    }

    /** A definition and the file with types beside it, as they were read. */
    private static Typing typing(
            Unit unit, List<SchemaFile> schemas, CompilerOptions options, Diagnostics diagnostics) {
        Typing typing = new Typing(schemas, diagnostics);
        Reading reading = Reading.of(unit, options, diagnostics);
        typing.read(unit.definition(), reading.rules(), reading.machine());
        return typing;
    }

    private static List<GeneratedFile> files(Stream<Page> pages) {
        return pages.map(page -> new GeneratedFile(page.path(), page.text(), page.definition()))
                .toList();
    }
}
