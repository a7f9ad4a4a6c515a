package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A template of {@code States.Format}: the texts between its placeholders. */
final class FormatTemplate {
    private final List<String> texts;

    private FormatTemplate(List<String> texts) {
        this.texts = texts;
    }

    /** A template in which a backslash takes the next character as it is. */
    static FormatTemplate literal(String template) {
        return parse(template, true);
    }

    /** A template without escapes. */
    static FormatTemplate raw(String template) {
        return parse(template, false);
    }

    private static FormatTemplate parse(String template, boolean escapes) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < template.length()) {
            if (escapes && template.charAt(i) == '\\' && i + 1 < template.length()) {
                text.append(template.charAt(i + 1));
                i += 2;
            } else if (template.startsWith("{}", i)) {
                texts.add(text.toString());
                text.setLength(0);
                i += 2;
            } else {
                text.append(template.charAt(i++));
            }
        }
        texts.add(text.toString());
        return new FormatTemplate(texts);
    }

    String fill(JsonNode... arguments) {
        int placeholders = texts.size() - 1;
        if (placeholders != arguments.length) {
            throw Arguments.failure(
                    "States.Format",
                    "the template has " + placeholders + " placeholders but there are " + arguments.length
                            + " arguments");
        }
        StringBuilder filled = new StringBuilder(texts.get(0));
        for (int i = 0; i < arguments.length; i++) {
            filled.append(JavaText.of(arguments[i])).append(texts.get(i + 1));
        }
        return filled.toString();
    }
}
