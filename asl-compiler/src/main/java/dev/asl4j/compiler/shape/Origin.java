package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.diagnostic.Quotes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Who made some data, for messages.
 *
 * @param words a state's name in quotation marks, or what else made it: {@code the input}
 * @param line where that stands in the text, from 1; 0: it has no place there
 */
public record Origin(int line, String words) {
    /** More than this help nobody. */
    private static final int MOST = 3;

    private static final Comparator<Origin> ORDER =
            Comparator.comparingInt(Origin::line).thenComparing(Origin::words);

    /** A state of that name. */
    public static Origin state(String name, int line) {
        return new Origin(line, Quotes.quote(name));
    }

    /** Something that is no state. */
    public static Origin of(String words) {
        return new Origin(0, words);
    }

    /** Both, the first of them in the order of the text: so the result does not depend on the order in which they are met. */
    static List<Origin> both(List<Origin> some, List<Origin> others) {
        if (some.containsAll(others)) {
            return some;
        }
        TreeSet<Origin> all = new TreeSet<>(ORDER);
        all.addAll(some);
        all.addAll(others);
        List<Origin> first = new ArrayList<>(all);
        return List.copyOf(first.subList(0, Math.min(MOST, first.size())));
    }

    /** {@code "Load order" (line 14) gives}, {@code "Load order" (line 14) and "Reload" (line 30) give}, {@code the input is}. */
    public static String words(List<Origin> origins) {
        List<String> words = origins.stream().map(Origin::toString).toList();
        if (words.size() == 1) {
            return words.get(0) + (origins.get(0).line() == 0 ? " is" : " gives");
        }
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " and " + words.get(last) + " give";
    }

    @Override
    public String toString() {
        return line == 0 ? words : words + " (line " + line + ")";
    }
}
