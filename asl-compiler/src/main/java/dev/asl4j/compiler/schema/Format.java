package dev.asl4j.compiler.schema;

import java.util.Optional;
import java.util.stream.Stream;

/** Formats of strings that are types in Java. The others leave a string a string. */
public enum Format {
    /** A day (RFC 3339, full-date). */
    DATE("date"),
    /** An instant with its offset (RFC 3339, date-time). */
    DATE_TIME("date-time"),
    /** A stretch of time (ISO 8601, as in RFC 3339, appendix A). */
    DURATION("duration"),
    /** A URI with its scheme (RFC 3986). */
    URI("uri"),
    /** A URI, perhaps relative to another (RFC 3986). */
    URI_REFERENCE("uri-reference"),
    /** RFC 4122. */
    UUID("uuid");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    /** The value of the keyword. */
    public String word() {
        return word;
    }

    static Optional<Format> of(String word) {
        return Stream.of(values()).filter(format -> format.word.equals(word)).findAny();
    }
}
