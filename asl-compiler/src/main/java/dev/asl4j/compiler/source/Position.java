package dev.asl4j.compiler.source;

/**
 * A place between two characters of a source file, as an editor shows it.
 *
 * @param line the line, from 1
 * @param column the column, from 1, in UTF-16 units
 * @param offset the offset in the text, from 0, in UTF-16 units
 */
public record Position(int line, int column, int offset) {

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
