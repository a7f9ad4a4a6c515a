package dev.asl4j.benchmarks.suite;

import dev.asl4j.benchmarks.report.Child;
import dev.asl4j.benchmarks.start.CompileDefinitions;
import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The definitions of a folder that have no errors, compiled together in processes of their own. */
final class Compilations {
    private static final String HEAP = "2g";
    private static final int PROCESSES = 3;
    private static final int ROUNDS = 10;
    private static final int QUICK_ROUNDS = 2;

    private static final List<Figure> FIGURES = List.of(
            new Figure("cold", "to Java, the first time"),
            new Figure("warm", "to Java, again"),
            new Figure("javac", "javac of that, the first time"),
            new Figure("javacAgain", "javac of that, again"));

    private Compilations() {}

    /** A figure by the name that it is printed under. */
    private record Figure(String name, String title) {}

    static List<Row> measure(Options options) throws IOException {
        List<String> good = good(options.definitions());
        Path folder = Files.createTempDirectory("asl4j-compile");
        Path list = Files.write(folder.resolve("definitions.txt"), good);
        Map<Figure, List<Double>> seconds = new LinkedHashMap<>();
        String lines = "";
        for (int i = 0; i < (options.quick() ? 1 : PROCESSES); i++) {
            Path out = Files.createDirectory(folder.resolve("out" + i));
            int rounds = options.quick() ? QUICK_ROUNDS : ROUNDS;
            try (Child child = Child.start(HEAP, CompileDefinitions.class, list, out, rounds)) {
                for (Figure figure : FIGURES) {
                    seconds.computeIfAbsent(figure, unused -> new ArrayList<>()).add(child.number(figure.name()));
                }
                lines = String.format(Locale.ROOT, "%,d", (long) child.number("lines"));
            }
        }
        String what = String.format(Locale.ROOT, "%,d", good.size()) + " definitions, " + lines + " lines of Java: ";
        return seconds.entrySet().stream()
                .map(figure -> Row.alone(
                        Area.COMPILE,
                        what + figure.getKey().title(),
                        "s",
                        Medians.of(figure.getValue(), Double::doubleValue),
                        Double.NaN))
                .toList();
    }

    private static List<String> good(Path folder) throws IOException {
        List<String> good = new ArrayList<>();
        for (Path file : definitions(folder.toAbsolutePath().normalize())) {
            if (!AslCompiler.compile(List.of(CompileDefinitions.definition(file, 0)), CompilerOptions.DEFAULTS)
                    .hasErrors()) {
                good.add(file.toString());
            }
        }
        if (good.isEmpty()) {
            throw new IllegalArgumentException("no definition below " + folder);
        }
        return good;
    }

    /** Sorted; what was built, and what is hidden, does not count. */
    private static List<Path> definitions(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.asl\\.(json|ya?ml)"))
                    .filter(file -> Stream.of(folder.relativize(file).toString().split("[/\\\\]", -1))
                            .noneMatch(part -> part.equals("target") || part.startsWith(".")))
                    .sorted()
                    .toList();
        }
    }
}
