package dev.asl4j.maven;

import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.GeneratedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.maven.plugin.MojoFailureException;

/** One run of a goal: scan, compile, report, and for the generating goals write, prune and remember. */
final class Generation {
    /** The compiler, or what a test puts in its place. */
    interface Compiler extends BiFunction<Sources, CompilerOptions, CompilationResult> {}

    private static final CompilationResult NOTHING = new CompilationResult(List.of(), List.of(), Map.of(), Map.of());

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
        Sources sources = sources();
        log.clear(sources);
        int definitions = sources.definitions().size();
        conclude(definitions, log.report(compiler.apply(sources, request.options())));
        return Summary.count(definitions, "definition") + " checked";
    }

    /** Brings the output up to date; touches nothing if it is, or if a definition has faults. Returns the closing line of the log. */
    String generate(Path output) throws IOException, MojoFailureException {
        return write(output, "compiled");
    }

    /** The same for pages about the definitions. */
    String document(Path output) throws IOException, MojoFailureException {
        return write(output, "documented");
    }

    private String write(Path output, String done) throws IOException, MojoFailureException {
        Sources sources = sources();
        List<Definition> definitions = sources.definitions();
        OutputTree tree = new OutputTree(output);
        BuildState previous = BuildState.read(request.stateFile());
        if (definitions.isEmpty() && previous.files().isEmpty()) {
            log.report(NOTHING);
            return none();
        }
        String inputs = inputs(sources);
        if (previous.isCurrent(inputs, tree) && log.canRepeat(previous.told())) {
            log.repeat(previous.told());
            conclude(definitions.size(), previous.told());
            return Summary.count(definitions.size(), "definition") + " unchanged";
        }
        log.clear(sources);
        CompilationResult result = compiler.apply(sources, request.options());
        Told told = log.report(result);
        conclude(definitions.size(), told);
        return (definitions.isEmpty() ? none() : Summary.count(definitions.size(), "definition") + " " + done) + ": "
                + update(tree, previous, result, state(tree, result, inputs, told));
    }

    private BuildState state(OutputTree tree, CompilationResult result, String inputs, Told told) {
        NavigableMap<String, String> files = new TreeMap<>();
        for (GeneratedFile file : result.files()) {
            files.put(file.path(), Digest.of(file.content().getBytes(StandardCharsets.UTF_8)));
        }
        return new BuildState(inputs, request.sources().toString(), tree.root().toString(), files, told);
    }

    private String update(OutputTree tree, BuildState previous, CompilationResult result, BuildState next)
            throws IOException, MojoFailureException {
        Neighbours.of(request.stateFile()).refuseConflicts(next);

        int removed = prune(previous, tree, next.files());
        // Unfinished until all is written: whatever a killed build leaves behind is known to the next one.
        next.unfinished().save(request.stateFile());
        int written = 0;
        for (GeneratedFile file : result.files()) {
            written += tree.write(file.path(), file.content()) ? 1 : 0;
        }
        next.save(request.stateFile());
        return Summary.count(written, "file") + " written, " + removed + " removed";
    }

    private String none() {
        return "no definitions in " + request.display(request.sources());
    }

    private Sources sources() throws IOException, MojoFailureException {
        Sources sources = new DefinitionScanner(request).scan();
        if (sources.definitions().isEmpty() && request.failOnMissingSources()) {
            throw new MojoFailureException(
                    none() + " (includes " + request.includes() + ", excludes " + request.excludes() + ")");
        }
        return sources;
    }

    private String inputs(Sources sources) {
        CompilerOptions options = request.options();
        Digest digest = new Digest()
                .add(request.identity())
                .add(options.packageName())
                .add(options.unresolvedSubstitutions().name())
                .add(options.machineType().name())
                .add(options.types().numbers().name())
                .add(options.types().unknownProperties().name())
                .add(Boolean.toString(options.types().validation()))
                .add(options.rules().profile().name())
                .add(new TreeMap<>(options.rules().levels()).toString())
                .add(Integer.toString(options.substitutions().size()));
        options.substitutions().forEach((name, value) -> digest.add(name).add(value));
        sources.addTo(digest);
        return digest.hex();
    }

    /** Sums up what was told, and fails the build for it if it has to. */
    private void conclude(int definitions, Told told) throws MojoFailureException {
        Summary summary = Summary.of(definitions, told.messages());
        if (summary.errors() > 0) {
            throw new MojoFailureException(summary.line());
        }
        if (summary.warnings() > 0 && request.failOnWarnings()) {
            throw new MojoFailureException(summary.line() + " (failOnWarnings)");
        }
        if (!summary.isEmpty()) {
            log.close(summary);
        }
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
