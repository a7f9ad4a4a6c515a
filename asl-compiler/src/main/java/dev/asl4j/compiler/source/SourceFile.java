package dev.asl4j.compiler.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text of one file with its lines. A line ends at LF, CR or CRLF. Compared by identity: two files of one name are two files.
 */
public final class SourceFile {

    private final String path;
    private final String text;
    private int @Nullable [] lineStarts;

    /**
     * A file.
     *
     * @param path the path as diagnostics show it, for example {@code src/main/asl/order.asl.json}
     * @param text the decoded text
     */
    public SourceFile(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /** The path as diagnostics show it. */
    public String path() {
        return path;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The stretch from {@code start} to before {@code end}. */
    public Location location(int start, int end) {
        return new Location(this, new Span(start, end));
    }

    /** The one character at a place, which may be two of ours; at the end of the text none. */
    public Location character(int place) {
        return location(place, place == text.length() ? place : text.offsetByCodePoints(place, 1));
    }

    /** Line and column of an offset; offsets behind the text count as its end. */
    public Position position(int offset) {
        int place = Math.max(0, Math.min(offset, text.length()));
        int found = Arrays.binarySearch(lineStarts(), place);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, place - lineStarts()[line] + 1, place);
    }

    /** The characters of a line (from 1) without its end; empty if there is no such line. */
    public String line(int line) {
        int[] starts = lineStarts();
        if (line < 1 || line > starts.length) {
            return "";
        }
        int end = line == starts.length ? text.length() : starts[line];
        while (end > starts[line - 1] && isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(starts[line - 1], end);
    }

    // Built at the first question: most files have no fault, and then nobody asks for a line.
    private int[] lineStarts() {
        int[] known = lineStarts;
        if (known == null) {
            known = scanLines();
            lineStarts = known;
        }
        return known;
    }

    private int[] scanLines() {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            boolean inCrLf = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (isLineEnd(text.charAt(i)) && !inCrLf) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    @Override
    public String toString() {
        return path;
    }
}
