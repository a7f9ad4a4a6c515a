package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.Placeholder;
import java.util.List;

/** A string in which each placeholder without a value is one character, so that what is in its name is not taken for a part of an ARN. */
final class Masked {

    /** The first of 6,400 characters that no ARN has (Unicode's private use area). */
    private static final char FIRST = '\uE000';

    private final List<Placeholder> placeholders;
    private final String text;

    Masked(JsonString string) {
        placeholders = string.placeholders();
        StringBuilder masked = new StringBuilder();
        int kept = 0;
        for (int i = 0; i < placeholders.size(); i++) {
            masked.append(string.value(), kept, placeholders.get(i).from()).append(mask(i));
            kept = placeholders.get(i).to();
        }
        text = masked.append(string.value(), kept, string.value().length()).toString();
    }

    String text() {
        return text;
    }

    boolean hasPlaceholders() {
        return !placeholders.isEmpty();
    }

    /** A part of the text as it is written. */
    String written(String part) {
        String written = part;
        for (int i = 0; i < placeholders.size(); i++) {
            written =
                    written.replace(String.valueOf(mask(i)), placeholders.get(i).toString());
        }
        return written;
    }

    private static char mask(int index) {
        return (char) (FIRST + index % 6_400);
    }
}
