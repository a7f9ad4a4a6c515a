package dev.asl4j.runtime.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of delimited text, cut as Step Functions cuts them. Its documented rules are those of opencsv with its default settings, which
 * therefore decides what the documentation leaves open: a doubled quote stands for one also outside of quotes; a backslash
 * escapes a quote, a backslash and the delimiter once the cell has begun, and vanishes otherwise; a single quote in the middle of a cell is
 * kept and still opens a quoted section.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/example-csv-parse-dist-map.html">How Step Functions parses input CSV
 *     files</a>
 */
final class CsvRecords implements Closeable {
    private static final char QUOTE = '"';
    private static final char ESCAPE = '\\';
    private static final int LONGEST_EXCERPT = 100;
    /** So far into a line opencsv takes a quote for one at the beginning. */
    private static final int BEGINNING_OF_LINE = 3;

    private final Lines lines;
    private final char delimiter;

    // the record that is being cut
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private boolean inQuotes;
    private boolean inCell;

    CsvRecords(InputStream text, char delimiter) {
        lines = new Lines(text);
        this.delimiter = delimiter;
    }

    /** The cells of the next record, at least one; null after the last record. */
    @Nullable
    List<String> next() throws IOException {
        @Nullable String line = lines.next();
        if (line == null) {
            return null;
        }
        cells = new ArrayList<>(Math.max(8, cells.size()));
        cell.setLength(0);
        inQuotes = false;
        inCell = false;
        cut(line);
        while (inQuotes) {
            cell.append('\n');
            line = lines.next();
            if (line == null) {
                throw new IOException(
                        "Unterminated quoted field at end of CSV line. Beginning of lost text: [" + excerpt() + "]");
            }
            if (cell.length() > Lines.LONGEST) {
                throw new IOException("A cell is longer than " + Lines.LONGEST + " characters.");
            }
            cut(line);
        }
        endCell();
        return cells;
    }

    private void cut(String line) {
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i++);
            if (c == ESCAPE) {
                inCell = true;
                if (i < line.length() && isEscapable(line.charAt(i))) {
                    cell.append(line.charAt(i++));
                }
            } else if (c == QUOTE) {
                boolean doubled = (inQuotes || inCell) && i < line.length() && line.charAt(i) == QUOTE;
                if (doubled) {
                    cell.append(line.charAt(i++));
                } else {
                    inQuotes = !inQuotes;
                    quoteInside(line, i);
                }
                inCell = !inCell;
            } else if (c == delimiter && !inQuotes) {
                endCell();
            } else {
                cell.append(c);
                inCell = true;
            }
        }
    }

    /** Keeps a quote that neither begins nor ends a cell; blanks before a quoted section are dropped instead. */
    private void quoteInside(String line, int next) {
        boolean inside = next > BEGINNING_OF_LINE
                && line.charAt(next - 2) != delimiter
                && next < line.length()
                && line.charAt(next) != delimiter;
        if (!inside) {
            return;
        }
        if (cell.length() > 0 && cell.chars().allMatch(Character::isWhitespace)) {
            cell.setLength(0);
        } else {
            cell.append(QUOTE);
        }
    }

    private boolean isEscapable(char c) {
        return c == QUOTE || c == ESCAPE || c == delimiter;
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
        inCell = false;
    }

    private String excerpt() {
        return cell.length() <= LONGEST_EXCERPT ? cell.toString() : cell.substring(0, LONGEST_EXCERPT - 3) + "...";
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
