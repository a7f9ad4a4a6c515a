package dev.asl4j.benchmarks.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs pairs of benchmarks: in each round every benchmark has one fork, beside the one that it is measured beside. */
final class Forks {
    private static final int WARM_UPS = 10;
    private static final int MEASUREMENTS = 3;
    private static final TimeValue WARM_UP = TimeValue.seconds(1);
    private static final TimeValue MEASUREMENT = TimeValue.milliseconds(500);
    private static final TimeValue QUICK = TimeValue.milliseconds(150);
    private static final int QUICK_ITERATIONS = 2;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Options options;
    private final Map<Bench, List<Sample>> samples = new LinkedHashMap<>();

    Forks(Options options) {
        this.options = options;
    }

    List<Row> measure(List<Pair> pairs) throws RunnerException {
        Set<Bench> benches = new LinkedHashSet<>();
        for (Pair pair : pairs) {
            benches.add(pair.beside());
            benches.add(pair.measured());
        }
        for (int round = 1; round <= options.rounds(); round++) {
            for (Bench bench : benches) {
                System.err.println("round " + round + " of " + options.rounds() + ": " + bench);
                samples.computeIfAbsent(bench, unused -> new ArrayList<>()).add(fork(bench));
            }
        }
        return pairs.stream().map(this::row).toList();
    }

    private Sample fork(Bench bench) throws RunnerException {
        boolean quick = options.quick();
        ChainedOptionsBuilder builder = new OptionsBuilder()
                .include(bench.pattern())
                .forks(1)
                .warmupIterations(quick ? QUICK_ITERATIONS : WARM_UPS)
                .warmupTime(quick ? QUICK : WARM_UP)
                .measurementIterations(quick ? QUICK_ITERATIONS : MEASUREMENTS)
                .measurementTime(quick ? QUICK : MEASUREMENT)
                .addProfiler(GCProfiler.class)
                .addProfiler(ProcessorTime.class)
                .shouldFailOnError(true)
                .jvmArgsAppend("-Dslf4j.internal.verbosity=ERROR")
                .verbosity(VerboseMode.SILENT);
        bench.params().forEach(builder::param);
        Collection<RunResult> results = new Runner(builder.build()).run();
        return sample(results.iterator().next());
    }

    private static Sample sample(RunResult result) {
        return new Sample(
                result.getPrimaryResult().getScore(),
                secondary(result, ProcessorTime.NAME),
                secondary(result, ALLOCATED));
    }

    private static double secondary(RunResult result, String name) {
        Result<?> found = Objects.requireNonNull(result.getSecondaryResults().get(name), name);
        return found.getScore();
    }

    private Row row(Pair pair) {
        List<Sample> measured = of(pair.measured());
        List<Sample> beside = of(pair.beside());
        return new Row(
                pair.area(),
                pair.what(),
                "us",
                Medians.of(measured, Sample::micros),
                Medians.of(beside, Sample::micros),
                Medians.ofRatios(measured, beside, Sample::micros),
                Medians.ofRatios(measured, beside, Sample::processorMicros),
                Medians.of(measured, Sample::bytes),
                Medians.of(beside, Sample::bytes),
                pair.wanted());
    }

    private List<Sample> of(Bench bench) {
        return samples.getOrDefault(bench, List.of());
    }
}
