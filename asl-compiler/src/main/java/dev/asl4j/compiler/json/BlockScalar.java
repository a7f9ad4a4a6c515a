package dev.asl4j.compiler.json;

/**
 * Finds the characters of a block scalar of YAML in its text (YAML 1.2, section 8.1). Indentation, folding and chomping only take blanks
 * and line breaks away or put others in their place, so that all other characters are those of the text, in their order.
 */
final class BlockScalar {

    private BlockScalar() {}

    /** The pieces of the scalar that starts with its indicator at {@code start} and whose decoded characters are those. */
    static Pieces pieces(String text, int start, int end, String value) {
        Pieces pieces = new Pieces();
        int place = start;
        while (place < end && text.charAt(place) != '\n' && text.charAt(place) != '\r') {
            place++; // the header: indicators, and perhaps a comment
        }
        int index = 0;
        while (index < value.length()) {
            int blanks = run(value, index, value.length(), true);
            int blanksInText = run(text, place, end, true);
            between(pieces, text, place, blanksInText, value.substring(index, blanks));
            int word = run(value, blanks, value.length(), false);
            pieces.keep(text, blanksInText, Math.min(end, blanksInText + word - blanks));
            place = Math.min(end, blanksInText + word - blanks);
            index = word;
        }
        pieces.put("", place, place); // the end has a place, also in a scalar of no characters
        return pieces;
    }

    /** The blanks and line breaks between two words; those before the next word are kept, but for the indentation. */
    private static void between(Pieces pieces, String text, int start, int end, String blanks) {
        int tail = 0;
        while (tail < Math.min(blanks.length(), end - start)
                && blanks.charAt(blanks.length() - 1 - tail) != '\n'
                && text.charAt(end - 1 - tail) == blanks.charAt(blanks.length() - 1 - tail)) {
            tail++;
        }
        int most = Math.min(blanks.length(), end - start) - tail;
        int head = 0;
        while (head < most && text.charAt(start + head) == blanks.charAt(head)) {
            head++;
        }
        pieces.keep(text, start, start + head);
        if (head + tail < blanks.length()) {
            pieces.put(blanks.substring(head, blanks.length() - tail), start + head, end - tail);
        }
        pieces.keep(text, end - tail, end);
    }

    /** The end of the run of blanks and line breaks, or of other characters. */
    private static int run(String text, int start, int end, boolean blank) {
        int place = start;
        while (place < end && isBlank(text.charAt(place)) == blank) {
            place++;
        }
        return place;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
