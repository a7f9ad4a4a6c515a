package dev.asl4j.benchmarks.suite;

/**
 * A row of a table. NaN stands for what there is not.
 *
 * @param what is measured
 * @param unit of {@code measured} and {@code beside}
 * @param measured the median
 * @param beside the median of what it is measured beside
 * @param ratio the median of the ratios of one to the other, turn by turn
 * @param processor the same of the time on all processors, of all threads
 * @param bytes allocated in an operation
 * @param bytesBeside the same of what it is measured beside
 * @param wanted the ratio, or else the measured, that it may be at most
 */
record Row(
        Area area,
        String what,
        String unit,
        double measured,
        double beside,
        double ratio,
        double processor,
        double bytes,
        double bytesBeside,
        double wanted) {
    /** A figure that stands alone. */
    static Row alone(Area area, String what, String unit, double measured, double wanted) {
        double none = Double.NaN;
        return new Row(area, what, unit, measured, none, none, none, none, none, wanted);
    }
}
