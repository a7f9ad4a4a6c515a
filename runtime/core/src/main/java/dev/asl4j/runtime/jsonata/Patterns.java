package dev.asl4j.runtime.jsonata;

import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The functions that take regular expressions, with the work of matching counted. */
final class Patterns {
    private Patterns() {}

    private static Matcher matcher(Arguments arguments) {
        if (arguments.get(1) instanceof Pattern pattern) {
            return pattern.matcher(arguments.evaluation().counted(arguments.text(0)));
        }
        throw arguments.mismatch(1);
    }

    private static double limit(Arguments arguments, int index, String code, String text) {
        double limit = arguments.has(index) ? arguments.number(index) : Double.POSITIVE_INFINITY;
        if (limit < 0) {
            throw Fault.coded(code, text + " must evaluate to a positive number");
        }
        return limit;
    }

    /** Finds the next match. A first match may be empty, a later one may not. */
    private static boolean find(Matcher matcher, int count) {
        if (!matcher.find()) {
            return false;
        }
        if (count > 0 && matcher.end() == matcher.start()) {
            throw Fault.coded("D1004", "Regular expression matches zero length string");
        }
        return true;
    }

    static @Nullable Object contains(Arguments arguments) {
        if (!arguments.has(0)) {
            return null;
        }
        return arguments.get(1) instanceof String token
                ? arguments.text(0).contains(token)
                : matcher(arguments).find();
    }

    static @Nullable Object match(Arguments arguments) {
        if (!arguments.has(0)) {
            return null;
        }
        double limit = limit(arguments, 2, "D3040", "Third argument of match function");
        List<Object> matches = Utils.createSequence();
        Matcher matcher = matcher(arguments);
        while (matches.size() < limit && !atEnd(matcher, matches.size()) && find(matcher, matches.size())) {
            Map<String, Object> match = new LinkedHashMap<>();
            match.put("match", matcher.group());
            match.put("index", matcher.start());
            match.put("groups", groups(matcher));
            matches.add(match);
        }
        return matches;
    }

    private static boolean atEnd(Matcher matcher, int count) {
        return count > 0 && matcher.end() >= matcher.regionEnd();
    }

    private static List<@Nullable Object> groups(Matcher matcher) {
        List<@Nullable Object> groups = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            groups.add(matcher.group(group));
        }
        return groups;
    }

    static @Nullable Object split(Arguments arguments) {
        if (!arguments.has(0)) {
            return null;
        }
        double limit = limit(arguments, 2, "D3020", "Third argument of split function");
        String text = arguments.text(0);
        List<Object> pieces = new ArrayList<>();
        if (arguments.get(1) instanceof String separator) {
            if (separator.isEmpty()) {
                arguments.evaluation().allocate(8L * text.length());
            }
            return arguments.byLibrary();
        }
        int start = 0;
        Matcher matcher = matcher(arguments);
        while (pieces.size() < limit && !atEnd(matcher, pieces.size()) && find(matcher, pieces.size())) {
            pieces.add(text.substring(start, matcher.start()));
            start = matcher.end();
        }
        if (pieces.size() < limit) {
            pieces.add(text.substring(start));
        }
        return pieces;
    }

    static @Nullable Object replace(Arguments arguments) {
        if (!arguments.has(0)) {
            return null;
        }
        String text = arguments.text(0);
        if ("".equals(arguments.get(1))) {
            throw Fault.coded("D3010", "Second argument of replace function cannot be an empty string");
        }
        double limit = limit(arguments, 3, "D3011", "Fourth argument of replace function");
        boolean literal = arguments.get(1) instanceof String;
        Matcher matcher = literal
                ? Pattern.compile(arguments.text(1), Pattern.LITERAL)
                        .matcher(arguments.evaluation().counted(text))
                : matcher(arguments);
        StringBuilder result = new StringBuilder();
        int start = 0;
        for (int count = 0; count < limit && !atEnd(matcher, count) && find(matcher, count); count++) {
            String replacement = literal ? arguments.text(2) : replacement(matcher, arguments);
            arguments.evaluation().allocate((long) matcher.start() - start + replacement.length());
            result.append(text, start, matcher.start()).append(replacement);
            start = matcher.end();
        }
        return result.append(text, start, text.length()).toString();
    }

    private static String replacement(Matcher matcher, Arguments arguments) {
        if (arguments.get(2) instanceof String template) {
            return expanded(template, matcher);
        }
        Map<String, Object> match = new LinkedHashMap<>();
        match.put("match", matcher.group());
        match.put("start", matcher.start());
        match.put("end", matcher.end());
        match.put("groups", groups(matcher));
        if (arguments.apply(2, match) instanceof String replacement) {
            return replacement;
        }
        throw Fault.coded("D3012", "Attempted to replace a matched string with a non-string value");
    }

    /** {@code $0} is the match, {@code $1} its first group, {@code $$} a dollar sign. */
    private static String expanded(String template, Matcher matcher) {
        StringBuilder expanded = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            char next = i + 1 < template.length() ? template.charAt(i + 1) : ' ';
            if (c != '$' || !(next == '$' || Character.digit(next, 10) >= 0)) {
                expanded.append(c);
            } else if (next == '$') {
                expanded.append('$');
                i++;
            } else {
                int digits = groupDigits(template, i + 1, matcher.groupCount());
                int group = Integer.parseInt(template.substring(i + 1, i + 1 + digits));
                String value = group <= matcher.groupCount() ? matcher.group(group) : "";
                expanded.append(value == null ? "" : value);
                i += digits;
            }
        }
        return expanded.toString();
    }

    /** As many digits as a group's number can have; one less if there is no such group. A zero stands alone. */
    private static int groupDigits(String template, int start, int groups) {
        int most = template.charAt(start) == '0'
                ? 1
                : String.valueOf(Math.max(1, groups)).length();
        int digits = 1;
        while (digits < most
                && start + digits < template.length()
                && Character.digit(template.charAt(start + digits), 10) >= 0) {
            digits++;
        }
        boolean tooHigh = digits > 1 && Integer.parseInt(template.substring(start, start + digits)) > groups;
        return tooHigh ? digits - 1 : digits;
    }
}
