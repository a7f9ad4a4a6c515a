package dev.asl4j.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection with the statements that were prepared on it. For one thread at a time. */
abstract class Link {
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Link(Connection connection) {
        this.connection = connection;
    }

    final Connection connection() {
        return connection;
    }

    /** Does something for rows of parameters; gives how many rows of the table it changed. */
    abstract long run(Command command, List<Row> rows) throws SQLException;

    /** Does several things, one after the other; gives how many rows each changed. */
    abstract List<Long> runAll(List<Job> jobs) throws SQLException;

    /**
     * As {@link #runAll}, if nothing else is done in the transaction: may commit it, unless a job that has to be complete is not. Then it
     * fails, as if the data were at fault.
     *
     * @throws UncertainCommitException if it may have been committed
     */
    abstract List<Long> runLast(List<Job> jobs) throws SQLException;

    /**
     * A command with its rows of parameters.
     *
     * @param isComplete whether each row must have had an effect
     */
    record Job(Command command, List<Row> rows, boolean isComplete) {}

    /** What a command gives for rows of parameters. */
    abstract List<Row> select(Command command, List<Row> rows, List<Column> result) throws SQLException;

    /** The rows that a query gives. */
    final List<Row> query(String sql, List<Column> result, @Nullable Object... parameters) throws SQLException {
        return read(bind(prepare(sql), parameters), result);
    }

    /** Executes a statement that gives no rows; gives how many it changed. */
    final int execute(String sql, @Nullable Object... parameters) throws SQLException {
        return bind(prepare(sql), parameters).executeUpdate();
    }

    final PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    static List<Row> read(PreparedStatement statement, List<Column> columns) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(Row.read(result, columns));
            }
        }
        return rows;
    }

    private static PreparedStatement bind(PreparedStatement statement, @Nullable Object[] parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            if (parameter == null) {
                statement.setNull(i + 1, Types.NULL);
            } else if (parameter instanceof String text) {
                statement.setString(i + 1, Texts.encode(text));
            } else {
                statement.setObject(i + 1, parameter);
            }
        }
        return statement;
    }

    /** Gives the connection back, or closes it. */
    final void close() {
        try {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
        } catch (SQLException e) {
            // the connection is closed next, and its statements with it
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // nothing is lost with it: what was not committed is rolled back
        }
    }
}
