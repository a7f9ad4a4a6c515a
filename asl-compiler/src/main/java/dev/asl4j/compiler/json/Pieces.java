package dev.asl4j.compiler.json;

import dev.asl4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;

/** A text put together from pieces of another, which says where its characters come from. */
final class Pieces {

    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    /**
     * One piece.
     *
     * @param from index of its first character in the text
     * @param to index behind its last one
     * @param start where it comes from
     * @param end where that ends
     * @param verbatim each character of the one is a character of the other; else the whole comes from the whole
     */
    private record Piece(int from, int to, int start, int end, boolean verbatim) {}

    /** Adds the characters of a source from {@code start} to before {@code end} as they are. */
    void keep(String source, int start, int end) {
        if (end > start) {
            int from = text.length();
            text.append(source, start, end);
            pieces.add(new Piece(from, text.length(), start, end, true));
        }
    }

    /** Adds characters that stand for those of the source from {@code start} to before {@code end}. */
    void put(String characters, int start, int end) {
        int from = text.length();
        text.append(characters);
        pieces.add(new Piece(from, text.length(), start, end, false));
    }

    String text() {
        return text.toString();
    }

    /** Where the characters from {@code from} to before {@code to} come from. */
    Span origin(int from, int to) {
        int start = start(from);
        return new Span(start, from >= to ? start : Math.max(start, end(to)));
    }

    /** Whether any of the characters, or the place between two, is one that was put. */
    boolean isPut(int from, int to) {
        return pieces.stream().anyMatch(piece -> !piece.verbatim() && piece.from() < to && piece.to() > from);
    }

    boolean hasPut() {
        return pieces.stream().anyMatch(piece -> !piece.verbatim());
    }

    /** Whether there is nothing but one piece that was put. */
    boolean isOnePut() {
        return pieces.size() == 1 && !pieces.get(0).verbatim();
    }

    private int start(int index) {
        int last = 0;
        for (Piece piece : pieces) {
            if (index < piece.to()) {
                return piece.verbatim() ? piece.start() + index - piece.from() : piece.start();
            }
            last = piece.end();
        }
        return last;
    }

    private int end(int index) {
        int last = 0;
        for (Piece piece : pieces) {
            if (index <= piece.to()) {
                return piece.verbatim() ? piece.start() + Math.max(0, index - piece.from()) : piece.end();
            }
            last = piece.end();
        }
        return last;
    }
}
