package dev.asl4j.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
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

    @Override
    List<Row> select(Command command, List<Row> rows, List<Column> result) throws SQLException {
        return rows.isEmpty() ? List.of() : read(bind(command, rows), result);
    }

    private PreparedStatement bind(Command command, List<Row> rows) throws SQLException {
        PreparedStatement statement = prepare(command.postgres());
        for (int i = 0; i < command.columns().size(); i++) {
            Type type = command.columns().get(i).type();
            statement.setArray(i + 1, connection().createArrayOf(type.postgres(), values(rows, i, type)));
        }
        return statement;
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
