package dev.asl4j.benchmarks.suite;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Medians of measurements. */
final class Medians {
    private Medians() {}

    /** The one in the middle, of an even number the mean of the two there; NaN if there is none. */
    static <T> double of(List<T> measurements, ToDoubleFunction<T> figure) {
        double[] sorted = measurements.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The median of the ratios, turn by turn: what slows a whole turn down does not count. */
    static <T> double ofRatios(List<T> measured, List<T> beside, ToDoubleFunction<T> figure) {
        List<Double> ratios = IntStream.range(0, Math.min(measured.size(), beside.size()))
                .mapToObj(i -> figure.applyAsDouble(measured.get(i)) / figure.applyAsDouble(beside.get(i)))
                .toList();
        return of(ratios, Double::doubleValue);
    }
}
