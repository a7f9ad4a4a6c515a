package dev.asl4j.conformance;

import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.GeneratedFile;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many definitions, compiled at run time: each on its own, so that what is wrong with one is no matter of another, and then javac over
 * all that came out, in as few runs as there are processors to do them.
 */
final class Machines {
    /** More than that in one run of javac takes more memory than it saves time. */
    private static final int FILES_PER_RUN = 200;

    private final Map<String, Machine> machines = new LinkedHashMap<>();

    /**
     * One definition.
     *
     * @param faults what the compiler or javac had to say: the compiler's errors, and all of javac's messages
     * @param type the workflow's class; null if there is none
     */
    record Machine(
            CompilationResult result,
            List<String> faults,
            @Nullable Class<?> type) {}

    private Machines() {}

    /**
     * Compiles them.
     *
     * @param definitions each in a package of its own
     */
    static Machines compile(List<Definition> definitions) {
        return compile(definitions, definition -> CompilerOptions.DEFAULTS);
    }

    /** The same with options for each of them. */
    static Machines compile(List<Definition> definitions, Function<Definition, CompilerOptions> options) {
        Machines machines = new Machines();
        List<CompilationResult> results = definitions.parallelStream()
                .map(definition -> AslCompiler.compile(List.of(definition), options.apply(definition)))
                .toList();
        List<GeneratedFile> files =
                results.stream().flatMap(result -> result.files().stream()).toList();
        List<Built> builds = runs(files).parallelStream().map(Machines::build).toList();
        for (int i = 0; i < definitions.size(); i++) {
            machines.machines.put(definitions.get(i).path(), machine(results.get(i), builds));
        }
        return machines;
    }

    /** The machine of a definition, by the path of the definition. */
    Machine get(String path) {
        return machines.get(path);
    }

    private static List<List<GeneratedFile>> runs(List<GeneratedFile> files) {
        int processors = Runtime.getRuntime().availableProcessors();
        int perRun = Math.max(1, Math.min(FILES_PER_RUN, (files.size() + processors - 1) / processors));
        return IntStream.range(0, (files.size() + perRun - 1) / perRun)
                .mapToObj(run -> files.subList(run * perRun, Math.min(files.size(), (run + 1) * perRun)))
                .toList();
    }

    /**
     * A run of javac, and further ones without the files that it refused: one error is enough for it to give no classes at all, and
     * to say nothing of what it would find in a later phase.
     */
    private static Built build(List<GeneratedFile> files) {
        List<JavaBuild.Message> messages = new ArrayList<>();
        List<GeneratedFile> accepted = files;
        while (true) {
            JavaBuild build = JavaBuild.of(accepted);
            messages.addAll(build.messages());
            Set<String> refused = refused(build.messages());
            if (refused.isEmpty()) {
                Set<String> paths = accepted.stream().map(GeneratedFile::path).collect(Collectors.toSet());
                return new Built(build, messages, paths);
            }
            if (refused.contains("")) {
                throw new IllegalStateException("javac failed: " + build.messages());
            }
            accepted = accepted.stream()
                    .filter(file -> !refused.contains(file.path()))
                    .toList();
        }
    }

    private static Set<String> refused(List<JavaBuild.Message> messages) {
        return messages.stream()
                .filter(JavaBuild.Message::isError)
                .map(JavaBuild.Message::path)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Machine machine(CompilationResult result, List<Built> builds) {
        List<String> faults = new ArrayList<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (diagnostic.severity() == Severity.ERROR) {
                faults.add(diagnostic.toString());
            }
        }
        Class<?> type = null;
        for (GeneratedFile file : result.files()) {
            for (Built built : builds) {
                built.messages.stream()
                        .filter(message -> message.path().equals(file.path()))
                        .forEach(message -> faults.add("javac: " + message.text()));
                type = built.paths.contains(file.path()) ? built.load(file) : type;
            }
        }
        return new Machine(result, List.copyOf(faults), type);
    }

    private record Built(JavaBuild build, List<JavaBuild.Message> messages, Set<String> paths) {
        Class<?> load(GeneratedFile file) {
            String path = file.path().substring(0, file.path().length() - ".java".length());
            try {
                return build.load(path.replace('/', '.'));
            } catch (ClassNotFoundException e) {
                throw new LinkageError("javac gave no class for " + path, e);
            }
        }
    }
}
