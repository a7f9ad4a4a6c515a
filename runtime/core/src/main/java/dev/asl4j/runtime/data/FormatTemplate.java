package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;

/** The template of {@code States.Format}: each <code>{}</code> stands for an argument. */
final class FormatTemplate {
    private static final int ROOM_FOR_ARGUMENT = 16;

    private final String template;
    private final boolean escapes;

    private FormatTemplate(String template, boolean escapes) {
        this.template = template;
        this.escapes = escapes;
    }

    /** A template in which a backslash takes the next character as it is. */
    static FormatTemplate literal(String template) {
        return new FormatTemplate(template, true);
    }

    /** A template without escapes. */
    static FormatTemplate raw(String template) {
        return new FormatTemplate(template, false);
    }

    String fill(JsonNode... arguments) {
        int placeholders = placeholders();
        if (placeholders != arguments.length) {
            throw Arguments.failure(
                    "States.Format",
                    "the template has " + placeholders + " placeholders but there are " + arguments.length
                            + " arguments");
        }
        StringBuilder filled = new StringBuilder(template.length() + ROOM_FOR_ARGUMENT * placeholders);
        int begin = 0;
        for (JsonNode argument : arguments) {
            int end = next(begin);
            text(filled, begin, end).append(JavaText.of(argument));
            begin = end + 2;
        }
        return text(filled, begin, template.length()).toString();
    }

    private int placeholders() {
        int count = 0;
        for (int at = next(0); at < template.length(); at = next(at + 2)) {
            count++;
        }
        return count;
    }

    /** Where the next placeholder begins, or the template ends. */
    private int next(int from) {
        int last = template.length() - 1;
        for (int i = from; i < last; i++) {
            char c = template.charAt(i);
            if (c == '{' && template.charAt(i + 1) == '}') {
                return i;
            }
            if (c == '\\' && escapes) {
                i++;
            }
        }
        return template.length();
    }

    private StringBuilder text(StringBuilder filled, int begin, int end) {
        if (!escapes || template.indexOf('\\') < 0) {
            return filled.append(template, begin, end);
        }
        for (int i = begin; i < end; i++) {
            boolean escapesNext = template.charAt(i) == '\\' && i + 1 < template.length();
            i += escapesNext ? 1 : 0;
            filled.append(template.charAt(i));
        }
        return filled;
    }
}
