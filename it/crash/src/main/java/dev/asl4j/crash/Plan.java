package dev.asl4j.crash;

import dev.asl4j.crash.work.Seam;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whom to kill when: drawn from the seed and a number alone, so that it does not depend on how fast things go. The n-th kill and the n-th
 * process of an engine are the same in each run of a seed.
 */
final class Plan {
    /** One engine of so many may be killed before it is ready. */
    private static final int EARLY = 6;

    /** One of so many that have others beside it is paused. */
    private static final int PAUSED = 3;

    /** Longer than the lease. */
    private static final int SHORTEST_PAUSE_MILLIS = 2_500;

    private static final int LONGEST_PAUSE_MILLIS = 5_000;

    private static final int SHORTEST_LIFE_MILLIS = 300;
    private static final int LONGEST_LIFE_MILLIS = 2_800;
    private static final int LONGEST_ABSENCE_MILLIS = 4_000;

    /** So much longer lives who is to die by itself. */
    private static final int PATIENCE_MILLIS = 5_000;

    private static final long KILLS = 1L << 60;
    private static final long LIVES = 1L << 61;

    /** Bits for the number of a process, below those for its engine. */
    private static final int PROCESSES = 32;

    private final long seed;
    private final int engines;

    /** @param engines how many there are to choose from */
    Plan(long seed, int engines) {
        this.seed = seed;
        this.engines = engines;
    }

    /**
     * One kill, unless a process dies by itself before that.
     *
     * @param engine which one
     * @param early whether its age counts from its start, not from when it is ready
     * @param ageMillis how old it gets
     * @param pauseMillis how long it stands still before that, so that others take it for dead, and wakes up again; 0 if it does not
     */
    record Kill(int engine, boolean early, int ageMillis, int pauseMillis) {}

    /** @param number from 0 */
    Kill kill(int number) {
        SplittableRandom random = new SplittableRandom(mix(KILLS | number));
        int engine = random.nextInt(engines);
        boolean early = random.nextInt(EARLY) == 0;
        int age = random.nextInt(SHORTEST_LIFE_MILLIS, LONGEST_LIFE_MILLIS);
        boolean pauses = !early && engines > 1 && random.nextInt(PAUSED) == 0;
        return new Kill(engine, early, age, pauses ? random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS) : 0);
    }

    /**
     * One process.
     *
     * @param seam where it dies by itself, as {@link Seam#of} takes it; empty if nowhere
     * @param absenceMillis for how long its engine is away afterwards, if there are others
     */
    record Life(String seam, int absenceMillis) {
        /** How old it gets at most, if it is to be killed at that age. */
        int ageMillis(int planned) {
            return seam.isEmpty() ? planned : planned + PATIENCE_MILLIS;
        }
    }

    /**
     * The very first one dies while it makes the tables.
     *
     * @param number of the engine's process, from 0
     */
    Life life(int engine, int number) {
        SplittableRandom random = new SplittableRandom(mix(LIVES | (long) engine << PROCESSES | number));
        List<Seam.Point> points = Seam.Point.DAILY;
        boolean first = engine == 0 && number == 0;
        Seam.Point point = first ? Seam.Point.SCHEMA : points.get(random.nextInt(points.size()));
        String seam = point + ":" + (1 + random.nextInt(point.times()));
        return new Life(random.nextBoolean() || first ? seam : "", random.nextInt(LONGEST_ABSENCE_MILLIS));
    }

    /** Numbers that are near each other give randoms that are not. */
    private long mix(long number) {
        return new SplittableRandom(seed).nextLong() ^ number * 0x9E3779B97F4A7C15L;
    }
}
