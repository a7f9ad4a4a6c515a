package dev.asl4j.compiler.json;

import java.util.Arrays;

/** The way from the YAML parser's offsets, which count code points, to ours. */
final class CodePoints {

    /** The places of the characters that are two of ours, in code points, ascending. */
    private final int[] wide;

    CodePoints(String text) {
        int[] found = new int[0];
        int count = 0;
        for (int i = 0, codePoint = 0; i < text.length(); codePoint++) {
            int width = Character.charCount(text.codePointAt(i));
            if (width == 2) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count + 8);
                }
                found[count++] = codePoint;
            }
            i += width;
        }
        wide = Arrays.copyOf(found, count);
    }

    /** The offset in UTF-16 units. */
    int offset(int codePoints) {
        int found = Arrays.binarySearch(wide, codePoints);
        return codePoints + (found >= 0 ? found : -found - 1);
    }
}
