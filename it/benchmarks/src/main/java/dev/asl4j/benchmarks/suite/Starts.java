package dev.asl4j.benchmarks.suite;

import dev.asl4j.benchmarks.Outputs;
import dev.asl4j.benchmarks.start.OrderByHand;
import dev.asl4j.benchmarks.start.OrderCompiled;
import dev.asl4j.benchmarks.work.Inputs;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes that take one order, compiled and by hand by turns; as they come, and with an archive of their classes. */
final class Starts {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double WANTED = 1.25;
    private static final int PROCESSES = 41;
    private static final int QUICK_PROCESSES = 5;

    /** What the programs need, and nothing else: an archive is of jars. */
    private static final List<String> NEEDED = List.of("asl4j-it-benchmarks", "asl4j-runtime", "jackson-", "jsonata");

    private final int processes;
    private final Path folder;
    private final Path order;

    private Starts(boolean quick, Path folder) throws IOException {
        this.processes = quick ? QUICK_PROCESSES : PROCESSES;
        this.folder = folder;
        this.order = Files.writeString(folder.resolve("order.json"), Inputs.order());
    }

    static List<Row> measure(Options options) throws IOException {
        Starts starts = new Starts(options.quick(), Files.createTempDirectory("asl4j-start"));
        List<Row> rows = new ArrayList<>();
        for (Path jdk : options.jdks()) {
            rows.add(starts.row(jdk, "", List.of(), List.of()));
            rows.add(starts.row(
                    jdk,
                    ", with an archive of classes",
                    starts.archive(jdk, OrderCompiled.class),
                    starts.archive(jdk, OrderByHand.class)));
        }
        return rows;
    }

    private Row row(Path jdk, String how, List<String> compiledOptions, List<String> byHandOptions) throws IOException {
        Program compiled = new Program(jdk, compiledOptions, OrderCompiled.class);
        Program byHand = new Program(jdk, byHandOptions, OrderByHand.class);
        // The first ones read files from the disk.
        Outputs.requireSame(run(compiled).output(), run(byHand).output());
        List<Started> measured = new ArrayList<>();
        List<Started> beside = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            beside.add(run(byHand));
            measured.add(run(compiled));
        }
        return new Row(
                Area.START,
                "order, JDK " + version(jdk) + how,
                "ms",
                Medians.of(measured, Started::millis),
                Medians.of(beside, Started::millis),
                Medians.ofRatios(measured, beside, Started::millis),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                WANTED);
    }

    private record Program(Path jdk, List<String> options, Class<?> main) {}

    private record Started(double millis, String output) {}

    /** Until the output is there; the end of the process is waited for, and does not count. */
    private Started run(Program program) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(program.jdk().resolve("bin").resolve("java").toString());
        command.addAll(program.options());
        command.addAll(List.of("-cp", classPath(), program.main().getName(), order.toString()));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            String output = lines.readLine();
            double millis = (System.nanoTime() - begin) / NANOS_PER_MILLI;
            if (process.onExit().join().exitValue() != 0 || output == null) {
                throw new IllegalStateException("no output: " + command);
            }
            return new Started(millis, output);
        }
    }

    /** Makes an archive of the classes that a program loads, and gives the options that use it. */
    private List<String> archive(Path jdk, Class<?> main) throws IOException {
        Path archive = folder.resolve(main.getSimpleName() + "-" + version(jdk) + ".jsa");
        run(new Program(jdk, List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"), main));
        return List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:on");
    }

    private static String classPath() {
        String path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry ->
                        NEEDED.stream().anyMatch(Path.of(entry).getFileName().toString()::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
        if (!path.contains(NEEDED.get(0))) {
            throw new IllegalStateException("The benchmarks are to be run from their jar.");
        }
        return path;
    }

    private static String version(Path jdk) throws IOException {
        return Files.readAllLines(jdk.resolve("release")).stream()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceAll("[^0-9.]", ""))
                .findFirst()
                .orElse(jdk.toString());
    }
}
