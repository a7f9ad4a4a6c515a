package dev.asl4j.compiler.source;

/**
 * A stretch of a source file.
 *
 * @param file the file
 * @param span where in the file
 */
public record Location(SourceFile file, Span span) {

    /** Where the stretch starts. */
    public Position start() {
        return file.position(span.start());
    }

    /** Where the stretch ends, behind its last character. */
    public Position end() {
        return file.position(span.end());
    }

    /** The characters of the stretch, as they stand in the file. */
    public String text() {
        return file.text().substring(span.start(), span.end());
    }

    @Override
    public String toString() {
        return file.path() + ":" + start();
    }
}
