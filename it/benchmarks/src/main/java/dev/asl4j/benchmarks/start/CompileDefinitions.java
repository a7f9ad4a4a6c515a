package dev.asl4j.benchmarks.start;

import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles definitions together, first cold, then as often as said, and then what came out of it with javac: a file with their paths, a
 * folder to write to, rounds. Prints seconds: {@code cold}, {@code warm} (the median of the last half of the rounds), {@code javac} and
 * {@code javacAgain}; and {@code lines} of Java.
 */
public final class CompileDefinitions {
    private static final double NANOS_PER_SECOND = 1e9;

    private CompileDefinitions() {}

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        long begin = System.nanoTime();
        List<Definition> definitions = definitions(Files.readAllLines(Path.of(arguments[0])));
        CompilationResult result = AslCompiler.compile(definitions, CompilerOptions.DEFAULTS);
        print("cold", begin);
        if (result.hasErrors()) {
            throw new IllegalStateException(result.diagnostics().toString());
        }
        warm(definitions, Integer.parseInt(arguments[2]));
        long lines = 0;
        List<Path> sources = new ArrayList<>();
        for (GeneratedFile file : result.files()) {
            Path source = folder.resolve("java").resolve(file.path());
            Files.createDirectories(source.getParent());
            sources.add(Files.writeString(source, file.content()));
            lines += file.content().lines().count();
        }
        System.out.println("lines=" + lines);
        javac("javac", sources, folder.resolve("first"));
        javac("javacAgain", sources, folder.resolve("second"));
    }

    /** Each has a package of its own, so that any may be called alike. */
    private static List<Definition> definitions(List<String> paths) throws IOException {
        List<Definition> definitions = new ArrayList<>();
        for (String path : paths) {
            definitions.add(definition(Path.of(path), definitions.size()));
        }
        return definitions;
    }

    /** A definition in a package of its own. */
    public static Definition definition(Path file, int number) throws IOException {
        return new Definition("d" + number + "/" + file.getFileName(), file.toString(), Files.readAllBytes(file));
    }

    private static void warm(List<Definition> definitions, int rounds) {
        double[] seconds = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            AslCompiler.compile(definitions, CompilerOptions.DEFAULTS);
            seconds[i] = seconds(begin);
        }
        double[] last = Arrays.copyOfRange(seconds, rounds / 2, rounds);
        Arrays.sort(last);
        System.out.println("warm=" + last[last.length / 2]);
    }

    private static void javac(String name, List<Path> sources, Path classes) throws IOException {
        Files.createDirectories(classes);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        long begin = System.nanoTime();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-nowarn", "-d", classes.toString());
            if (!javac.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new IllegalStateException("javac refuses what was generated");
            }
        }
        print(name, begin);
    }

    private static void print(String name, long begin) {
        System.out.println(name + "=" + seconds(begin));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }
}
