package dev.asl4j.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of a row, in the order of its columns: Long, Integer, Boolean, or String. */
final class Row {
    private final @Nullable Object[] values;
    private int next;

    private Row(@Nullable Object[] values) {
        this.values = values;
    }

    static Row of(@Nullable Object... values) {
        return new Row(values);
    }

    /** The same, to be read from its first column on. */
    Row again() {
        return new Row(values);
    }

    /** A copy of its values. */
    @Nullable
    Object[] values() {
        return values.clone();
    }

    /** Reads the current row of a result that has these columns, in this order. */
    static Row read(ResultSet result, List<Column> columns) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (columns.get(i).type()) {
                case LONG -> orNull(result, result.getLong(i + 1));
                case INT -> orNull(result, result.getInt(i + 1));
                case BOOLEAN -> orNull(result, result.getBoolean(i + 1));
                case TEXT -> Texts.decodeOrNull(result.getString(i + 1));
                case JSON -> result.getString(i + 1);
            };
        }
        return new Row(values);
    }

    private static @Nullable Object orNull(ResultSet result, Object value) throws SQLException {
        return result.wasNull() ? null : value;
    }

    /** Sets the parameters of a statement, from that one on. */
    void bind(PreparedStatement statement, int first, List<Column> columns) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            int place = first + i;
            Type type = columns.get(i).type();
            if (value == null) {
                statement.setNull(place, type.jdbc());
                continue;
            }
            switch (type) {
                case LONG -> statement.setLong(place, (Long) value);
                case INT -> statement.setInt(place, (Integer) value);
                case BOOLEAN -> statement.setBoolean(place, (Boolean) value);
                case TEXT -> statement.setString(place, Texts.encode((String) value));
                case JSON -> statement.setString(place, (String) value);
            }
        }
    }

    /** How long its strings are together. */
    long textLength() {
        long length = 0;
        for (Object value : values) {
            length += value instanceof String text ? text.length() : 0;
        }
        return length;
    }

    /** A value of a column that is never null. */
    @SuppressWarnings("NullAway") // the column is NOT NULL
    Object required(int column) {
        return values[column];
    }

    @Nullable
    Object value(int column) {
        return values[column];
    }

    /** The next value, in the order of the columns; that it is there is known from the table. */
    @SuppressWarnings("NullAway") // the column is NOT NULL
    private Object next() {
        return values[next++];
    }

    long longValue() {
        return (Long) next();
    }

    int intValue() {
        return (Integer) next();
    }

    boolean booleanValue() {
        return (Boolean) next();
    }

    String text() {
        return (String) next();
    }

    @Nullable
    Long longOrNull() {
        return (Long) values[next++];
    }

    @Nullable
    Integer intOrNull() {
        return (Integer) values[next++];
    }

    @Nullable
    String textOrNull() {
        return (String) values[next++];
    }

    /** The next value as a time. */
    Optional<Instant> instantOrEmpty() {
        return Optional.ofNullable(longOrNull()).map(Micros::instant);
    }
}
