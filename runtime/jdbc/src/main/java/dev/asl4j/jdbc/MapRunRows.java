package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.StoredMapRun;
import java.sql.SQLException;
import java.util.List;

/** Map Runs and their rows. */
final class MapRunRows {
    /** A whole row. */
    static final List<Column> COLUMNS = Column.list(
            "arn TEXT, execution LONG, frame INT, visit LONG, status TEXT, start LONG, stop LONG, detail JSON");

    /** The columns to select. */
    static final String SELECT = "SELECT " + Command.names(COLUMNS) + " FROM asl4j_map_runs ";

    private MapRunRows() {}

    /** For {@link Step#MAP_RUNS}. */
    static Row of(StoredMapRun run, Payloads payloads) {
        return Row.of(
                run.arn(),
                run.execution(),
                run.frame(),
                run.visit(),
                run.status().name(),
                Micros.of(run.start()),
                Micros.orNull(run.stop()),
                payloads.json(run.detail()));
    }

    /** Map Runs from rows with {@link #COLUMNS}. */
    static List<StoredMapRun> read(Link link, List<Row> rows) throws SQLException {
        Contents contents = Contents.of(link, rows, COLUMNS, 1);
        return rows.stream().map(row -> mapRun(row, contents)).toList();
    }

    private static StoredMapRun mapRun(Row row, Contents contents) {
        String arn = row.text();
        long execution = row.longValue();
        return new StoredMapRun(
                arn,
                execution,
                row.intValue(),
                row.longValue(),
                StoredMapRun.Status.valueOf(row.text()),
                Micros.instant(row.longValue()),
                Micros.instantOrNull(row.longOrNull()),
                contents.json(execution, row.text()));
    }
}
