package dev.asl4j.runtime.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Utils;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions that the library has, but with a clock, a die, an appetite or an error of its own. */
final class Corrections {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([Ee][-+]?[0-9]+)?");
    private static final Pattern OTHER_BASES =
            Pattern.compile("0[xX][0-9A-Fa-f]{1,15}|0[oO][0-7]{1,20}|0[bB][01]{1,62}");

    private static final Pattern WIDTH = Pattern.compile("[,-]0*([1-9][0-9]*)");
    private static final int PIECE = 1_024;

    private Corrections() {}

    static @Nullable Object now(Arguments arguments) {
        countPicture(arguments, 0);
        return Functions.dateTimeFromMillis(
                arguments.evaluation().now().toEpochMilli(),
                arguments.has(0) ? arguments.text(0) : null,
                arguments.has(1) ? arguments.text(1) : null);
    }

    static @Nullable Object fromMillis(Arguments arguments) {
        countPicture(arguments, 1);
        return arguments.byLibrary();
    }

    /** The library pads a part of a date in a time that grows with the square of its width: {@code [Y,100000]}. */
    private static void countPicture(Arguments arguments, int index) {
        if (arguments.get(index) instanceof String picture) {
            arguments.evaluation().work(((long) picture.length() * picture.length()) >> 6);
            String dense = picture.replaceAll("\\s", ""); // as the library reads a width
            for (Matcher width = WIDTH.matcher(dense); width.find(); ) {
                long digits = width.group(1).length() > 6 ? 1_000_000 : Long.parseLong(width.group(1));
                arguments.evaluation().work((digits * digits) >> 6);
            }
        }
    }

    /** In pieces, as the JDK takes the square of the time for a long text of characters that become two. */
    static @Nullable Object uppercase(Arguments arguments) {
        if (!arguments.has(0)) {
            return null;
        }
        String text = arguments.text(0);
        StringBuilder upper = new StringBuilder(text.length());
        int end;
        for (int start = 0; start < text.length(); start = end) {
            end = Math.min(start + PIECE, text.length());
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            upper.append(text.substring(start, end).toUpperCase(Locale.ROOT));
        }
        return upper.toString();
    }

    /** The one character that becomes two is taken first, for the same reason. */
    static @Nullable Object lowercase(Arguments arguments) {
        return arguments.has(0) ? arguments.text(0).replace("\u0130", "i\u0307").toLowerCase(Locale.ROOT) : null;
    }

    static Object millis(Arguments arguments) {
        return Views.number(arguments.evaluation().now().toEpochMilli());
    }

    static @Nullable Object shuffle(Arguments arguments) {
        if (!arguments.has(0)) {
            return null;
        }
        List<Object> shuffled = new ArrayList<>(arguments.list(0));
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = (int) (arguments.evaluation().bindings().random() * (i + 1));
            shuffled.set(i, shuffled.set(other, shuffled.get(i)));
        }
        return shuffled;
    }

    static @Nullable Object number(Arguments arguments) {
        if (!(arguments.get(0) instanceof String text)) {
            return arguments.byLibrary();
        }
        if (NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text))) {
            return Views.of(Json.freeze(DoubleNode.valueOf(Double.parseDouble(text))));
        }
        if (OTHER_BASES.matcher(text).matches()) {
            int radix = switch (text.charAt(1)) {
                case 'x', 'X' -> 16;
                case 'o', 'O' -> 8;
                default -> 2;
            };
            return Views.number(Long.parseLong(text.substring(2), radix));
        }
        throw Fault.coded("D3030", "Unable to cast value to a number: " + Json.write(TextNode.valueOf(text)));
    }

    /** The library pads in a time that grows with the square of the width. */
    static @Nullable Object pad(Arguments arguments) {
        if (!arguments.has(0)) {
            return null;
        }
        String text = arguments.text(0);
        double width = arguments.number(1);
        double missing = Math.floor(Math.abs(width)) - text.codePointCount(0, text.length());
        if (!(missing > 0)) {
            return text;
        }
        arguments.evaluation().allocate((long) Math.min(missing, Integer.MAX_VALUE));
        String unit = arguments.has(2) && !arguments.text(2).isEmpty() ? arguments.text(2) : " ";
        int count = (int) missing;
        String repeated = unit.repeat(count / unit.codePointCount(0, unit.length()) + 1);
        String padding = repeated.substring(0, repeated.offsetByCodePoints(0, count));
        return width > 0 ? text + padding : padding + text;
    }

    /** The library counts some of its characters as the two halves of a pair. */
    static @Nullable Object substring(Arguments arguments) {
        if (!arguments.has(0)) {
            return null;
        }
        String text = arguments.text(0);
        long size = text.codePointCount(0, text.length());
        long start = arguments.whole(1);
        long from = Math.max(0, Math.min(size, start < 0 ? size + start : start));
        long length = arguments.has(2) ? Math.max(0, arguments.whole(2)) : size;
        int begin = text.offsetByCodePoints(0, (int) from);
        return text.substring(begin, text.offsetByCodePoints(begin, (int) Math.min(length, size - from)));
    }

    static @Nullable Object join(Arguments arguments) {
        if (arguments.has(0)) {
            long separator = arguments.has(1) ? arguments.text(1).length() : 0;
            long length = 0;
            for (Object text : arguments.list(0)) {
                length += separator + String.valueOf(text).length();
            }
            arguments.evaluation().allocate(length);
        }
        return arguments.byLibrary();
    }

    static @Nullable Object toMillis(Arguments arguments) {
        try {
            return arguments.byLibrary();
        } catch (RuntimeException e) {
            if (arguments.has(1) || !(e instanceof DateTimeException)) {
                throw e;
            }
            throw Fault.coded(
                    "D3110",
                    "The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given "
                            + Json.write(TextNode.valueOf(arguments.text(0))));
        }
    }

    /** The library compares integers with integers only, and any mixture until it breaks. */
    static @Nullable Object sort(Arguments arguments) {
        if (!arguments.has(0) || arguments.has(1)) {
            return arguments.byLibrary();
        }
        List<Object> sorted = new ArrayList<>(arguments.list(0));
        if (Utils.isArrayOfNumbers(sorted)) {
            sorted.sort(Comparator.comparingDouble(number -> ((Number) number).doubleValue()));
        } else if (Utils.isArrayOfStrings(sorted)) {
            sorted.sort(Comparator.comparing(String.class::cast));
        } else {
            throw Fault.coded(
                    "D3070",
                    "The single argument form of the sort function can only be applied to an array of strings or an array of"
                            + " numbers.  Use the second argument to specify a comparison function");
        }
        return sorted;
    }

    /** Not a number where the text says none, as on AWS. */
    static @Nullable Object parseInteger(Arguments arguments) {
        Object parsed = arguments.byLibrary();
        return parsed == null && arguments.has(0) ? Double.valueOf(Double.NaN) : parsed;
    }

    static @Nullable Object url(String function, Arguments arguments) {
        try {
            return arguments.byLibrary();
        } catch (RuntimeException e) {
            String text = Json.write(TextNode.valueOf(arguments.text(0)));
            throw Fault.coded("D3140", "Malformed URL passed to $" + function + "(): " + text);
        }
    }
}
