package dev.asl4j.maven;

import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.GeneratedFile;
import dev.asl4j.compiler.SideFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.maven.plugin.MojoFailureException;

/** One run of a goal: scan, compile, report, and for the generating goals write, prune and remember. */
final class Generation {
    /** {@link dev.asl4j.compiler.AslCompiler#compile}, or what a test puts in its place. */
    interface Compiler extends BiFunction<List<Definition>, CompilerOptions, CompilationResult> {}

    private final GenerationRequest request;
    private final Compiler compiler;
    private final DiagnosticLog log;

    Generation(GenerationRequest request, Compiler compiler, DiagnosticLog log) {
        this.request = request;
        this.compiler = compiler;
        this.log = log;
    }

    /** Checks the definitions; writes nothing. Returns the closing line of the log. */
    String check() throws IOException, MojoFailureException {
        List<Definition> definitions = definitions();
        compile(definitions);
        return Summary.count(definitions.size(), "definition") + " checked";
    }

    /** Brings the output up to date; touches nothing if it is, or if a definition has faults. Returns the closing line of the log. */
    String generate(Path output) throws IOException, MojoFailureException {
        List<Definition> definitions = definitions();
        OutputTree tree = new OutputTree(output);
        BuildState previous = BuildState.read(request.stateFile());
        if (definitions.isEmpty() && previous.files().isEmpty()) {
            log.save(List.of());
            return none();
        }
        String inputs = inputs(definitions);
        if (previous.isCurrent(inputs, tree)) {
            log.save(List.of()); // else it would not be current
            return Summary.count(definitions.size(), "definition") + " unchanged";
        }
        CompilationResult result = compile(definitions);
        return (definitions.isEmpty() ? none() : Summary.count(definitions.size(), "definition") + " compiled") + ": "
                + update(tree, previous, result, inputs);
    }

    private String update(OutputTree tree, BuildState previous, CompilationResult result, String inputs)
            throws IOException, MojoFailureException {
        NavigableMap<String, String> files = new TreeMap<>();
        for (GeneratedFile file : result.files()) {
            files.put(file.path(), Digest.of(file.content().getBytes(StandardCharsets.UTF_8)));
        }
        String sources = request.sources().toString();
        BuildState next = new BuildState(inputs, sources, tree.root().toString(), files);
        Neighbours.of(request.stateFile()).refuseConflicts(next);

        int removed = prune(previous, tree, files);
        // Unfinished until all is written: whatever a killed build leaves behind is known to the next one.
        next.unfinished().save(request.stateFile());
        int written = 0;
        for (GeneratedFile file : result.files()) {
            written += tree.write(file.path(), file.content()) ? 1 : 0;
        }
        // Warnings are to be seen in every build: with any, the next one has to compile again.
        if (result.diagnostics().isEmpty()) {
            next.save(request.stateFile());
        }
        return Summary.count(written, "file") + " written, " + removed + " removed";
    }

    private String none() {
        return "no definitions in " + request.display(request.sources());
    }

    private List<Definition> definitions() throws IOException, MojoFailureException {
        List<Definition> definitions = new DefinitionScanner(request).scan();
        if (definitions.isEmpty() && request.failOnMissingSources()) {
            throw new MojoFailureException(
                    none() + " (includes " + request.includes() + ", excludes " + request.excludes() + ")");
        }
        return definitions;
    }

    private String inputs(List<Definition> definitions) {
        CompilerOptions options = request.options();
        Digest digest = new Digest()
                .add(request.identity())
                .add(options.packageName())
                .add(options.unresolvedSubstitutions().name())
                .add(options.machineType().name())
                .add(options.rules().profile().name())
                .add(new TreeMap<>(options.rules().levels()).toString())
                .add(Integer.toString(options.substitutions().size()));
        options.substitutions().forEach((name, value) -> digest.add(name).add(value));
        for (Definition definition : definitions) {
            digest.add(definition.path()).add(definition.content());
            SideFile rules = definition.rules();
            digest.add(rules == null ? "" : rules.displayPath()).add(rules == null ? new byte[0] : rules.content());
        }
        return digest.hex();
    }

    private CompilationResult compile(List<Definition> definitions) throws IOException, MojoFailureException {
        log.clear(definitions);
        CompilationResult result = compiler.apply(definitions, request.options());
        log.report(result);
        log.save(result.diagnostics());
        Summary summary = Summary.of(definitions.size(), result);
        if (summary.errors() > 0) {
            throw new MojoFailureException(summary.line());
        }
        if (summary.warnings() > 0 && request.failOnWarnings()) {
            throw new MojoFailureException(summary.line() + " (failOnWarnings)");
        }
        if (!summary.isEmpty()) {
            log.close(summary);
        }
        return result;
    }

    /** Deletes what earlier builds of this execution produced and this one does not, also where the output was before. */
    private static int prune(BuildState previous, OutputTree tree, NavigableMap<String, String> files)
            throws IOException {
        boolean moved = !previous.output().equals(tree.root().toString());
        OutputTree old = moved ? new OutputTree(Path.of(previous.output())) : tree;
        int removed = 0;
        for (String path : previous.files().keySet()) {
            if (moved || !files.containsKey(path)) {
                removed += old.delete(path) ? 1 : 0;
            }
        }
        return removed;
    }
}
