package dev.asl4j.compiler.budget;

/** Numbers in messages, as a person would say them. */
public final class Figures {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** As far as AWS is concerned: a Standard execution lasts no longer. */
    public static final long YEAR = 365 * DAY;

    /** Nobody cares how much more it is. */
    private static final long ENOUGH_YEARS = 1_000;

    private Figures() {}

    /** A number with commas: {@code 25,000}. */
    public static String count(long number) {
        StringBuilder digits = new StringBuilder().append(number);
        for (int comma = digits.length() - 3; comma > (number < 0 ? 1 : 0); comma -= 3) {
            digits.insert(comma, ',');
        }
        return digits.toString();
    }

    /** A span of time, in its two greatest units: {@code 11 h 34 min}. */
    public static String time(long seconds) {
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        if (seconds < HOUR) {
            return two(seconds, MINUTE, " min", 1, " s");
        }
        if (seconds < DAY) {
            return two(seconds, HOUR, " h", MINUTE, " min");
        }
        if (seconds < YEAR) {
            return two(seconds, DAY, seconds < 2 * DAY ? " day" : " days", HOUR, " h");
        }
        return seconds / YEAR < ENOUGH_YEARS
                ? two(
                        seconds,
                        YEAR,
                        seconds < 2 * YEAR ? " year" : " years",
                        DAY,
                        seconds % YEAR < 2 * DAY ? " day" : " days")
                : "more than " + count(ENOUGH_YEARS) + " years";
    }

    private static String two(long seconds, long unit, String name, long part, String partName) {
        long parts = seconds % unit / part;
        return seconds / unit + name + (parts == 0 ? "" : " " + parts + partName);
    }
}
