package dev.asl4j.jdbc;

import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.store.DamagedExecutionException;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what of an execution cannot be read, because somebody has changed its rows, or a disk. Never says what is in them. */
final class Damage {
    static final String REASON = "its rows in the database cannot be read";

    private static final String NO_DATA = "null";

    private Damage() {}

    /**
     * What is wrong with the first of those rows of executions that cannot be read.
     *
     * @param fault what came of reading them, if nothing is wrong with any
     */
    static RuntimeException first(Link link, List<Row> rows, RuntimeException fault) throws SQLException {
        for (Row row : rows) {
            try {
                ExecutionRows.read(link, List.of(row.again()));
            } catch (RuntimeException damaged) { // it may quote data
                return of(link, row);
            }
        }
        return fault;
    }

    /**
     * What is wrong beside the row of the execution.
     *
     * @param what of it cannot be read
     */
    static RuntimeException beside(Link link, long key, String what, RuntimeException fault) throws SQLException {
        for (Row row : link.query(ExecutionRows.SELECT + "WHERE key = ?", ExecutionRows.READ, key)) {
            Mended mended = mend(link, row);
            mended.wrong().add(what);
            return exception(link, mended);
        }
        return fault;
    }

    private static DamagedExecutionException of(Link link, Row row) throws SQLException {
        return exception(link, mend(link, row));
    }

    private static DamagedExecutionException exception(Link link, Mended mended) throws SQLException {
        String what = String.join(", ", mended.wrong());
        StoredExecution remains =
                ExecutionRows.read(link, List.of(mended.row())).get(0);
        return new DamagedExecutionException(
                new StoredExecution(remains.key(), remains.head(), parked(remains.progress(), REASON + ": " + what)),
                what);
    }

    private static Mended mend(Link link, Row row) throws SQLException {
        Contents contents = Contents.of(link, List.of(row), ExecutionRows.READ, 0);
        List<String> wrong = new ArrayList<>();
        @Nullable Object[] values = row.values();
        boolean ended = false;
        for (int i = 0; i < values.length; i++) {
            Column column = ExecutionRows.READ.get(i);
            ended |= column.name().equals("stop") && values[i] != null;
            if (values[i] instanceof String text && !isReadable(column, text, (Long) row.required(0), contents)) {
                wrong.add(column.name());
            }
        }
        for (String column : wrong) {
            values[place(column)] = substitute(column, ended);
        }
        return new Mended(Row.of(values), wrong);
    }

    private static int place(String column) {
        return ExecutionRows.READ.stream().map(Column::name).toList().indexOf(column);
    }

    private static boolean isReadable(Column column, String text, long execution, Contents contents) {
        try {
            switch (column.name()) {
                case "type" -> ExecutionType.valueOf(text);
                case "status" -> Status.valueOf(text);
                default -> {
                    if (column.type() == Type.JSON) {
                        contents.json(execution, text);
                    }
                }
            }
            return true;
        } catch (RuntimeException damaged) { // it may quote data
            return false;
        }
    }

    private static String substitute(String column, boolean ended) {
        return switch (column) {
            case "type" -> ExecutionType.STANDARD.name();
            case "status" -> (ended ? Status.FAILED : Status.RUNNING).name();
            default -> NO_DATA;
        };
    }

    private static Progress parked(Progress progress, String reason) {
        return new Progress(
                progress.fingerprint(),
                progress.status(),
                progress.output(),
                progress.error(),
                progress.cause(),
                progress.stop(),
                progress.lastEvent(),
                progress.lastFrame(),
                progress.deadline(),
                progress.redriveCount(),
                progress.redriven(),
                progress.pinned(),
                reason);
    }

    /**
     * A row that can be read, with nothing in the place of what could not be.
     *
     * @param wrong the columns that could not be
     */
    private record Mended(Row row, List<String> wrong) {}
}
