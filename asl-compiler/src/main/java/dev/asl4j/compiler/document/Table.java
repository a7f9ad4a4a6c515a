package dev.asl4j.compiler.document;

import java.util.ArrayList;
import java.util.List;

/** A table. Columns in which no row says anything are left out. */
final class Table {
    /** Nobody reads more. */
    private static final int MOST_ROWS = 1_000;

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();
    private int more;

    /** A table with these words above its columns. */
    Table(String... head) {
        this.head = List.of(head);
    }

    /** Adds a row of inline Markdown, with a cell for each column. */
    void row(String... cells) {
        if (rows.size() < MOST_ROWS) {
            rows.add(List.of(cells));
        } else {
            more++;
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether anything stands behind the first column. */
    boolean tells() {
        return rows.stream().anyMatch(row -> row.stream().skip(1).anyMatch(cell -> !cell.isEmpty()));
    }

    /** The lines of the table, without one at its end. */
    String text() {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < head.size(); i++) {
            int column = i;
            if (i == 0 || rows.stream().anyMatch(row -> !row.get(column).isEmpty())) {
                columns.add(i);
            }
        }
        StringBuilder text = new StringBuilder();
        line(text, columns, head);
        text.append("\n|").append(" --- |".repeat(columns.size()));
        for (List<String> row : rows) {
            text.append('\n');
            line(text, columns, row);
        }
        return more == 0 ? text.toString() : text + "\n\n" + more + " more are left out.";
    }

    private static void line(StringBuilder text, List<Integer> columns, List<String> cells) {
        text.append('|');
        for (int column : columns) {
            // Tables are taken apart first: there a backslash before the mark is all that counts, also in code.
            text.append(' ').append(cells.get(column).replace("|", "\\|")).append(" |");
        }
    }
}
