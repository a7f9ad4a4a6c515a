package dev.asl4j.jdbc;

import java.util.List;
import java.util.stream.Stream;

/** A column of a table. */
record Column(String name, Type type) {
    /** Columns, each as {@code name TYPE}, with a comma between. */
    static List<Column> list(String columns) {
        return Stream.of(columns.split(", *"))
                .map(column -> column.split(" +"))
                .map(parts -> new Column(parts[0], Type.valueOf(parts[1])))
                .toList();
    }
}
