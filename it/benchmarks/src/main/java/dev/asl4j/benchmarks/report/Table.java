package dev.asl4j.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Prints columns of equal width, as Markdown has them. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** Their titles. */
    public Table(String... titles) {
        rows.add(List.of(titles));
    }

    /** Another row, with a cell for each title. */
    public void row(Object... cells) {
        rows.add(Stream.of(cells).map(String::valueOf).toList());
    }

    /** Prints to the standard output. */
    public void print() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            System.out.println(line(rows.get(i), widths));
            if (i == 0) {
                System.out.println(line(
                                Stream.of(rows.get(0).toArray(String[]::new))
                                        .map(title -> "")
                                        .toList(),
                                widths)
                        .replace(' ', '-'));
            }
        }
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            line.append(' ')
                    .append(cells.get(i))
                    .append(" ".repeat(widths[i] - cells.get(i).length()))
                    .append(" |");
        }
        return line.toString();
    }
}
