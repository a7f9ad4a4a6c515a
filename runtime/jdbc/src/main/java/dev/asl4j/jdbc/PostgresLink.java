package dev.asl4j.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A connection to PostgreSQL, where a statement takes all rows at once, as arrays: one way to the server, however many there are. */
final class PostgresLink extends Link {
    PostgresLink(Connection connection) {
        super(connection);
    }

    @Override
    long run(Command command, List<Row> rows) throws SQLException {
        return rows.isEmpty() ? 0 : bind(command, rows).executeUpdate();
    }

    /** On one way to the server: the driver sends statements that stand in one text together. */
    @Override
    List<Long> runAll(List<Job> jobs) throws SQLException {
        String sql = jobs.stream().map(job -> job.command().postgres()).collect(Collectors.joining(";"));
        PreparedStatement statement = prepare(sql);
        int first = 1;
        for (Job job : jobs) {
            bind(statement, first, job.command(), job.rows());
            first += job.command().columns().size();
        }
        List<Long> changed = new ArrayList<>();
        statement.execute();
        for (int i = 0; i < jobs.size(); i++) {
            changed.add((long) statement.getUpdateCount());
            statement.getMoreResults();
        }
        return changed;
    }

    @Override
    List<Row> select(Command command, List<Row> rows, List<Column> result) throws SQLException {
        return rows.isEmpty() ? List.of() : read(bind(command, rows), result);
    }

    private PreparedStatement bind(Command command, List<Row> rows) throws SQLException {
        PreparedStatement statement = prepare(command.postgres());
        bind(statement, 1, command, rows);
        return statement;
    }

    private void bind(PreparedStatement statement, int first, Command command, List<Row> rows) throws SQLException {
        for (int i = 0; i < command.columns().size(); i++) {
            Type type = command.columns().get(i).type();
            statement.setArray(first + i, connection().createArrayOf(type.postgres(), values(rows, i, type)));
        }
    }

    private static @Nullable Object[] values(List<Row> rows, int column, Type type) {
        @Nullable
        Object[] values = switch (type) {
            case LONG -> new @Nullable Long[rows.size()];
            case INT -> new @Nullable Integer[rows.size()];
            case BOOLEAN -> new @Nullable Boolean[rows.size()];
            case TEXT, JSON -> new @Nullable String[rows.size()];
        };
        for (int i = 0; i < values.length; i++) {
            Object value = rows.get(i).value(column);
            values[i] = type == Type.TEXT && value instanceof String text ? Texts.encode(text) : value;
        }
        return values;
    }
}
