package dev.asl4j.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A connection to PostgreSQL, where a statement takes all rows at once, as arrays: one way to the server, however many there are. A
 * single row is cheaper without arrays.
 */
final class PostgresLink extends Link {
    private static final String COMMIT = ";COMMIT";

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
        boolean single = isSingle(jobs);
        PreparedStatement statement = prepare(text(jobs, job -> sql(job, single)));
        int next = 1;
        for (Job job : jobs) {
            next = bind(statement, next, job, single);
        }
        List<Long> changed = new ArrayList<>();
        statement.execute();
        for (int i = 0; i < jobs.size(); i++) {
            changed.add((long) statement.getUpdateCount());
            statement.getMoreResults();
        }
        return changed;
    }

    /** On the same way it is committed: the server itself looks whether what has to be complete is. */
    @Override
    List<Long> runLast(List<Job> jobs) throws SQLException {
        boolean single = isSingle(jobs);
        PreparedStatement statement =
                prepare(text(jobs, job -> job.isComplete() ? complete(sql(job, single)) : sql(job, single)) + COMMIT);
        int next = 1;
        for (Job job : jobs) {
            next = bind(statement, next, job, single);
            if (job.isComplete()) {
                statement.setLong(next++, job.rows().size());
            }
        }
        try {
            statement.execute();
        } catch (SQLException e) {
            if (PostgresDatabase.faultOf(e) == Fault.AWAY) {
                throw new UncertainCommitException(e);
            }
            throw e;
        }
        List<Long> changed = new ArrayList<>();
        for (Job job : jobs) {
            changed.add(job.isComplete() ? job.rows().size() : (long) statement.getUpdateCount());
            statement.getMoreResults();
        }
        return changed;
    }

    /** Fails, by a division by zero, unless it has an effect on as many rows as the last parameter says. */
    private static String complete(String sql) {
        return "WITH done AS (" + sql + " RETURNING 1) SELECT 1 / (count(*) = ?)::int FROM done";
    }

    private static boolean isSingle(List<Job> jobs) {
        return jobs.stream().allMatch(job -> job.rows().size() == 1);
    }

    private static String text(List<Job> jobs, Function<Job, String> sql) {
        return jobs.stream().map(sql).collect(Collectors.joining(";"));
    }

    private static String sql(Job job, boolean single) {
        return single ? job.command().one() : job.command().many();
    }

    /** Gives the place of the next parameter. */
    private int bind(PreparedStatement statement, int first, Job job, boolean single) throws SQLException {
        if (single) {
            job.rows().get(0).bind(statement, first, job.command().columns());
        } else {
            bind(statement, first, job.command(), job.rows());
        }
        return first + job.command().columns().size();
    }

    @Override
    List<Row> select(Command command, List<Row> rows, List<Column> result) throws SQLException {
        return rows.isEmpty() ? List.of() : read(bind(command, rows), result);
    }

    private PreparedStatement bind(Command command, List<Row> rows) throws SQLException {
        PreparedStatement statement = prepare(command.many());
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
