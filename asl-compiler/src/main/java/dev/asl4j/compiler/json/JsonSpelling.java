package dev.asl4j.compiler.json;

import dev.asl4j.compiler.source.Location;

/** The spellings of strings in JSON. */
enum JsonSpelling implements Spelling {
    /** In quotation marks, with escapes. */
    QUOTED {
        @Override
        public Location locate(JsonString string, int from, int to) {
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
    },

    /** A placeholder without quotation marks, as in {@code "TimeoutSeconds": ${limit}}. */
    BARE {
        @Override
        public Location locate(JsonString string, int from, int to) {
            int start = string.location().span().start();
            return string.location().file().location(start + from, start + to);
        }
    };

    /** The place that many decoded characters further on. */
    private static int skip(String text, int start, int end, int characters) {
        int place = start;
        for (int i = 0; i < characters && place < end; i++) {
            place += text.charAt(place) != '\\' ? 1 : text.charAt(place + 1) == 'u' ? 6 : 2;
        }
        return place;
    }
}
