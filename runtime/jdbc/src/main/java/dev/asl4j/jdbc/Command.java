package dev.asl4j.jdbc;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/**
 * A statement that does the same for many rows of parameters.
 *
 * @param one takes one row; the same on all databases
 * @param many takes an array for each column; for PostgreSQL
 */
record Command(String one, String many, List<Column> columns) {
    /** Where the rows of parameters stand in a statement for PostgreSQL. */
    private static final String ROWS = "$rows";

    /**
     * A statement in two forms.
     *
     * @param many with {@code $rows} for the parameters as rows
     */
    static Command of(String one, String many, List<Column> columns) {
        String arrays = columns.stream()
                .map(column -> "?::" + column.type().postgres() + "[]")
                .collect(joining(", ", "unnest(", ")"));
        return new Command(one, many.replace(ROWS, arrays), columns);
    }

    /**
     * Adds rows.
     *
     * @param conflict what to do with rows that are there, such as {@code ON CONFLICT DO NOTHING}
     */
    static Command insert(String table, List<Column> columns, String conflict) {
        String into = "INSERT INTO " + table + " (" + names(columns) + ") ";
        String marks = columns.stream().map(column -> "?").collect(joining(", "));
        return of(
                into + "VALUES (" + marks + ") " + conflict, into + "SELECT * FROM " + ROWS + " " + conflict, columns);
    }

    /** Adds rows, or puts them in the place of those with the same key. */
    static Command put(String table, List<Column> columns, List<String> key) {
        String set = columns.stream()
                .map(Column::name)
                .filter(name -> !key.contains(name))
                .map(name -> name + " = excluded." + name)
                .collect(joining(", "));
        return insert(table, columns, "ON CONFLICT (" + String.join(", ", key) + ") DO UPDATE SET " + set);
    }

    /** Changes the executions with that {@code key} and that holder, which come last in the rows. */
    static Command updateHeld(List<Column> set) {
        List<Column> columns = Stream.concat(set.stream(), Column.list("key LONG, owner LONG").stream())
                .toList();
        return of(
                "UPDATE asl4j_executions SET " + assignments(set, "?") + " WHERE key = ? AND holder = ?",
                "UPDATE asl4j_executions AS t SET " + assignments(set, "v.") + " FROM " + ROWS + " AS v ("
                        + names(columns) + ") WHERE t.key = v.key AND t.holder = v.owner",
                columns);
    }

    /**
     * Does something with the rows of a table that have that key.
     *
     * @param action such as {@code DELETE FROM}, or {@code UPDATE} with the name of the table and what to set
     * @param join what joins the rows of parameters in PostgreSQL: {@code USING} or {@code FROM}
     * @param condition more conditions, or empty
     */
    static Command forKey(String action, String join, List<Column> key, String condition) {
        String own = key.stream().map(column -> column.name() + " = ?").collect(joining(" AND "));
        String table = action.replaceFirst("(UPDATE|DELETE FROM) (\\w+) .*", "$2");
        String joined = key.stream()
                .map(column -> "t." + column.name() + " = v." + column.name())
                .collect(joining(" AND "));
        return of(
                action.replace(" AS t", "").replace("t.", table + ".") + " WHERE " + own
                        + condition.replace("t.", table + "."),
                action + " " + join + " " + ROWS + " AS v (" + names(key) + ") WHERE " + joined + condition,
                key);
    }

    /** Names with a comma between. */
    static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(joining(", "));
    }

    private static String assignments(List<Column> columns, String from) {
        return columns.stream()
                .map(column -> column.name() + " = " + (from.equals("?") ? from : from + column.name()))
                .collect(joining(", "));
    }
}
