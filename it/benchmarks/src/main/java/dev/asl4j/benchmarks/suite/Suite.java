package dev.asl4j.benchmarks.suite;

import dev.asl4j.benchmarks.durable.Memory;
import java.util.ArrayList;
import java.util.List;

/** Measures what the {@linkplain Options options} want, prints tables and writes JSON. */
public final class Suite {
    private Suite() {}

    /** Runs. */
    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(List.of(arguments));
        List<Row> rows = new ArrayList<>();
        try {
            measure(options, rows);
        } finally {
            // What was measured is not lost with what could not be.
            Results results = new Results(rows);
            results.print();
            results.write(options.json(), options);
            System.err.println("Figures are in " + options.json() + ".");
        }
    }

    private static void measure(Options options, List<Row> rows) throws Exception {
        if (options.wants(Area.START)) {
            rows.addAll(Starts.measure(options));
        }
        if (options.wants(Area.COMPILE)) {
            rows.addAll(Compilations.measure(options));
        }
        if (options.wants(Area.MEMORY)) {
            new Memory(options.quick()).measure().forEach(figure -> rows.add(memory(figure)));
        }
        rows.addAll(new Forks(options)
                .measure(Pairs.all().stream()
                        .filter(pair -> options.wants(pair.area()))
                        .toList()));
    }

    private static Row memory(Memory.Figure figure) {
        String what = "waits for " + figure.waitsFor() + ", history " + (figure.history() ? "on" : "off");
        return Row.alone(Area.MEMORY, what, "bytes", figure.bytes(), Memory.TARGET);
    }
}
