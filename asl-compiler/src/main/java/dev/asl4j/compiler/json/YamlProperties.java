package dev.asl4j.compiler.json;

import dev.asl4j.compiler.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * The tag and the anchor in front of a value, in either order.
 *
 * @param tag where the tag stands; null: there is none
 * @param content where the value itself starts
 */
record YamlProperties(@Nullable Span tag, int content) {

    /** The properties of the value whose first character, or that of its properties, stands at {@code start}. */
    static YamlProperties of(String text, int start) {
        Span tag = null;
        int place = start;
        while (place < text.length() && (text.charAt(place) == '!' || text.charAt(place) == '&')) {
            int first = place;
            while (place < text.length() && " \t\r\n".indexOf(text.charAt(place)) < 0) {
                place++;
            }
            tag = text.charAt(first) == '!' ? new Span(first, place) : tag;
            place = skipBlanks(text, place);
        }
        return new YamlProperties(tag, place);
    }

    private static int skipBlanks(String text, int start) {
        int place = start;
        boolean comment = false;
        while (place < text.length()) {
            char c = text.charAt(place);
            comment = c == '#' || (comment && c != '\n' && c != '\r');
            if (!comment && " \t\r\n".indexOf(c) < 0) {
                return place;
            }
            place++;
        }
        return place;
    }
}
