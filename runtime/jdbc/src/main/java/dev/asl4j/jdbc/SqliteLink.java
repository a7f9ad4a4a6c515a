package dev.asl4j.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A connection to SQLite, where a statement takes one row after the other: there is no way to a server that would be saved. */
final class SqliteLink extends Link {
    SqliteLink(Connection connection) {
        super(connection);
    }

    @Override
    long run(Command command, List<Row> rows) throws SQLException {
        PreparedStatement statement = prepare(command.one());
        long changed = 0;
        for (Row row : rows) {
            row.bind(statement, 1, command.columns());
            changed += statement.executeUpdate();
        }
        return changed;
    }

    @Override
    List<Long> runAll(List<Job> jobs) throws SQLException {
        List<Long> changed = new ArrayList<>();
        for (Job job : jobs) {
            changed.add(run(job.command(), job.rows()));
        }
        return changed;
    }

    /** The commit is not sent on any way: the lane does it. */
    @Override
    List<Long> runLast(List<Job> jobs) throws SQLException {
        return runAll(jobs);
    }

    @Override
    List<Row> select(Command command, List<Row> rows, List<Column> result) throws SQLException {
        PreparedStatement statement = prepare(command.one());
        List<Row> found = new ArrayList<>();
        for (Row row : rows) {
            row.bind(statement, 1, command.columns());
            found.addAll(read(statement, result));
        }
        return found;
    }
}
