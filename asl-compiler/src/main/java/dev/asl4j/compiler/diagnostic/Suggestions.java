package dev.asl4j.compiler.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** "Did you mean": the words nearest to one that was mistyped. */
public final class Suggestions {

    /** More suggestions than this are noise. */
    private static final int SHOWN = 3;

    /** Two typing mistakes still look like the word; three find words that have nothing to do with it. */
    private static final int FARTHEST = 2;

    /** Nobody mistypes a longer word: it was pasted. */
    private static final int LONGEST = 200;

    private Suggestions() {}

    /**
     * The candidates nearest to the word: those that differ only in upper and lower case, else those within two typing mistakes (one,
     * in words up to four characters), where two neighbours swapped are one mistake.
     *
     * @return at most three, in the order of the alphabet; the same for any order of the candidates
     */
    public static List<String> nearest(String word, Collection<String> candidates) {
        TreeSet<String> best = new TreeSet<>();
        int bestDistance = word.length() > LONGEST ? 0 : Math.min(FARTHEST, (word.length() + 1) / 3);
        for (String candidate : candidates) {
            int distance = candidate.equalsIgnoreCase(word) ? 0 : distance(word, candidate, bestDistance);
            if (distance < bestDistance) {
                best.clear();
                bestDistance = distance;
            }
            if (distance == bestDistance
                    && (distance > 0 || candidate.equalsIgnoreCase(word))
                    && !candidate.equals(word)) {
                best.add(candidate);
            }
        }
        return best.stream().limit(SHOWN).toList();
    }

    /** The hint for a mistyped word, for example {@code did you mean "Ship"?}; null if nothing is near. */
    public static @Nullable String didYouMean(String word, Collection<String> candidates) {
        List<String> quoted = new ArrayList<>();
        nearest(word, candidates).forEach(candidate -> quoted.add(Quotes.quote(candidate)));
        return quoted.isEmpty() ? null : "did you mean " + oneOf(quoted) + "?";
    }

    /** The words as a list in a sentence: {@code a}, {@code a or b}, {@code a, b or c}. */
    public static String oneOf(List<String> words) {
        if (words.size() <= 1) {
            return String.join("", words);
        }
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** Optimal string alignment distance, or {@code limit + 1} if it is above the limit. */
    private static int distance(String a, String b, int limit) {
        if (limit == 0 || Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int least = fill(row, above, before, a, b, i);
            if (least > limit) {
                return limit + 1;
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return Math.min(above[b.length()], limit + 1);
    }

    private static int fill(int[] row, int[] above, int[] before, String a, String b, int i) {
        row[0] = i;
        int least = i;
        for (int j = 1; j <= b.length(); j++) {
            int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
            int cost = Math.min(Math.min(above[j] + 1, row[j - 1] + 1), above[j - 1] + change);
            boolean swapped =
                    i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
            row[j] = swapped ? Math.min(cost, before[j - 2] + 1) : cost;
            least = Math.min(least, row[j]);
        }
        return least;
    }
}
