package dev.asl4j.admin;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of text in columns. What executions bring along cannot steer a terminal: control characters are written as numbers. */
final class Table {
    private static final int LONGEST = 200;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean hasHead;

    private Table(boolean hasHead) {
        this.hasHead = hasHead;
    }

    /** With names of columns. */
    static Table of(String... columns) {
        Table table = new Table(true);
        table.rows.add(List.of(columns));
        return table;
    }

    /** Names and values below each other. */
    static Table ofFields() {
        return new Table(false);
    }

    /** Adds a row; null is an empty cell. Long texts are cut. */
    Table row(@Nullable Object... cells) {
        List<String> row = new ArrayList<>();
        for (@Nullable Object cell : cells) {
            row.add(cut(cell == null ? "" : printable(cell.toString())));
        }
        rows.add(row);
        return this;
    }

    /** Adds a name with its value, whole, unless it is null. */
    void field(String name, @Nullable Object value) {
        if (value != null) {
            rows.add(List.of(name, printable(value.toString())));
        }
    }

    /** Prints it; a table without rows is no table. */
    void print(PrintStream out) {
        if (rows.size() == (hasHead ? 1 : 0)) {
            return;
        }
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(
                        widths[i], row.get(i).codePointCount(0, row.get(i).length()));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                line.append(cell);
                if (i < row.size() - 1) {
                    line.append(" ".repeat(widths[i] - cell.codePointCount(0, cell.length())))
                            .append(GAP);
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "...";
    }

    /** Without characters that move the cursor, change colours or turn the direction of what follows. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isPrintable(c)) {
                printable.appendCodePoint(c);
            } else {
                printable.append(String.format("\\u{%x}", c));
            }
        });
        return printable.toString();
    }

    /** Whether a character shows, and does nothing else. */
    static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
