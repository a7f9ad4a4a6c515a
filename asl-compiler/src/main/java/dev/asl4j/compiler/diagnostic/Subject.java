package dev.asl4j.compiler.diagnostic;

import dev.asl4j.compiler.source.Location;

/** Something a diagnostic can be about: it has a place in the text and one in the document. */
public interface Subject {

    /** Where it stands in the text. */
    Location location();

    /** Where it stands in the document: a JSON Pointer (RFC 6901), empty for the document itself. */
    String pointer();

    /**
     * A part of its characters as a subject of its own; the whole where it is not text.
     *
     * @param from index of the first character, from 0 to the length of the text
     * @param to index behind the last character
     */
    default Subject part(int from, int to) {
        return this;
    }
}
