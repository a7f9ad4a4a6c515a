package dev.asl4j.runtime.jsonata;

import static java.util.Objects.requireNonNull;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Parser;
import com.dashjoin.jsonata.Utils;
import dev.asl4j.runtime.data.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation may still use up. The library reports every step it enters and leaves.
 *
 * <p>Depth and the size of one value are bounded as on AWS. The second that AWS allows is bounded by the work done, not by
 * the clock, so that the same expression on the same data ends the same way on every machine. The sum of what is built is
 * bounded too, which protects the process; AWS documents no number for it.
 */
final class Evaluation {
    /** Largest value, a number counting 8 and a character 1; AWS accepts {@code [1..873782]} and no element more. */
    static final int MOST_BYTES = 873_782 * 8;

    private static final int MOST_DEPTH = 100;

    /** About a second's worth; AWS manages {@code $map} over 200,000 numbers, which takes 700,000. */
    private static final long MOST_STEPS = 1_500_000;

    /** Of what the parts of one step give it, before it makes one value of that. */
    private static final long MOST_GATHERED = 3L * MOST_BYTES;

    private static final long MOST_BUILT = 256L << 20;

    /** Shorter texts are not worth remembering. */
    private static final int LONG_TEXT = 256;

    private final Parser.@Nullable Symbol[] terms = new Parser.Symbol[MOST_DEPTH + 2];
    private final long[] gathered = new long[MOST_DEPTH + 2];
    private final int[] parts = new int[MOST_DEPTH + 2];
    private final IdentityHashMap<Object, Long> sizes = new IdentityHashMap<>();
    private @Nullable Bindings bindings;
    private @Nullable Instant now;
    private int depth;
    private long steps;
    private long built;

    /** Begins an evaluation; one instance serves one after the other. */
    void begin(Bindings given) {
        bindings = given;
        now = null;
        depth = 0;
        steps = 0;
        built = 0;
        gathered[0] = 0;
        parts[0] = 0;
    }

    /** Forgets everything that belongs to the evaluation. */
    void end() {
        bindings = null;
        sizes.clear();
    }

    Bindings bindings() {
        return requireNonNull(bindings);
    }

    /** The time, the same for the whole evaluation. */
    Instant now() {
        if (now == null) {
            now = bindings().now();
        }
        return now;
    }

    /** Whether what failed was the whole expression, not a part of it. */
    boolean isOutermost() {
        return depth == 1;
    }

    /** The operator of the step that failed. */
    @Nullable
    String operator() {
        Parser.Symbol term = terms[depth];
        return term == null ? null : operator(term);
    }

    private static String operator(Parser.Symbol term) {
        String shown = term.toString(); // the library shows a term's value nowhere else
        return shown.substring(shown.indexOf("value=") + "value=".length());
    }

    void enter(Parser.Symbol term) {
        if (++depth > MOST_DEPTH) {
            throw Fault.depth();
        }
        terms[depth] = term;
        gathered[depth] = 0;
        parts[depth] = 0;
        work(1);
    }

    void leave(@Nullable Object result) {
        depth--;
        parts[depth]++;
        if (result == null || result instanceof Number) {
            return;
        }
        if (result instanceof Pattern) {
            refuseDirectUse();
        }
        long size = size(result);
        if (size > MOST_BYTES) {
            throw Fault.memory();
        }
        if (result instanceof Collection<?> list) {
            work(list.size() >> 4);
            gathered[depth] += 8L * list.size();
        } else if (result instanceof String text) {
            gathered[depth] += text.length();
        }
        if (gathered[depth] > MOST_GATHERED) {
            throw Fault.memory();
        }
    }

    /** The library matches a regular expression that is called like a function, {@code /a/("b")}, without any bound. */
    private void refuseDirectUse() {
        Parser.Symbol term = terms[depth];
        String operator = depth == 0 || term == null ? "" : operator(term);
        boolean isFirst = parts[depth] == 1;
        if (operator.equals("(") ? isFirst : operator.equals("~>") && !isFirst) {
            throw Fault.plain("A regular expression cannot be called as a function; use $match");
        }
    }

    void work(long amount) {
        steps += amount;
        if (steps > MOST_STEPS) {
            throw Fault.time();
        }
    }

    /** Counts what a function is about to build. */
    void allocate(long bytes) {
        built += bytes;
        if (bytes > MOST_BYTES || built > MOST_BUILT) {
            throw Fault.memory();
        }
    }

    private long size(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length() < LONG_TEXT ? text.length() : remembered(text, text.length());
        } else if (value instanceof Utils.RangeList range) {
            return 8L * range.size();
        } else if (value instanceof Views.Elements elements) {
            return Json.size(elements.node());
        } else if (value instanceof Views.View view) {
            return Json.size(view.node());
        } else if (value instanceof List<?> || (value instanceof Map<?, ?> && !(value instanceof Views.States))) {
            Long known = sizes.get(value);
            return known != null ? known : remembered(value, contents(value));
        }
        return 8;
    }

    /** Parts were counted when they were built themselves, so this looks at each only once. */
    private long contents(Object container) {
        sizes.put(container, 0L); // for a container that holds itself
        long size = 0;
        if (container instanceof List<?> list) {
            for (Object element : list) {
                size += size(element);
            }
        } else if (container instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                size += size(entry.getKey()) + size(entry.getValue());
            }
        }
        return size;
    }

    private long remembered(Object value, long size) {
        if (sizes.put(value, size) == null || !(value instanceof String)) {
            int parts = value instanceof Collection<?> list ? list.size() : 8;
            allocate(Math.min(MOST_BYTES, value instanceof String ? size : 8L * parts));
        }
        return size;
    }

    /** A text whose every look at a character is counted, for regular expressions. */
    CharSequence counted(String text) {
        return new CountedText(text, this);
    }

    private static final class CountedText implements CharSequence {
        private final String text;
        private final Evaluation evaluation;
        private int looks;

        CountedText(String text, Evaluation evaluation) {
            this.text = text;
            this.evaluation = evaluation;
        }

        @Override
        public char charAt(int index) {
            if ((++looks & 15) == 0) {
                evaluation.work(1);
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Has the library report its steps. */
    void watch(Jsonata jsonata) {
        Jsonata.EntryCallback entry = (term, input, frame) -> enter(term);
        Jsonata.ExitCallback exit = (term, input, frame, result) -> leave(result);
        jsonata.assign("__evaluate_entry", entry);
        jsonata.assign("__evaluate_exit", exit);
    }
}
