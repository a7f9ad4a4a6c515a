package dev.asl4j.compiler.json;

import dev.asl4j.compiler.source.Location;

/** The escapes of JSON strings, from the decoded value back to the text. */
final class Escapes {

    private Escapes() {}

    /** Where the decoded characters from {@code from} to before {@code to} stand in the text of the string. */
    static Location locate(JsonString string, int from, int to) {
        String text = string.location().file().text();
        int start = string.location().span().start() + 1;
        int end = string.location().span().end() - 1;
        if (end - start == string.value().length()) {
            return string.location().file().location(start + from, start + to); // no escapes
        }
        int first = skip(text, start, end, from);
        int last = skip(text, first, end, to - from);
        return string.location().file().location(first, last);
    }

    /** The place that many decoded characters further on. */
    private static int skip(String text, int start, int end, int characters) {
        int place = start;
        for (int i = 0; i < characters && place < end; i++) {
            place += text.charAt(place) != '\\' ? 1 : text.charAt(place + 1) == 'u' ? 6 : 2;
        }
        return place;
    }
}
