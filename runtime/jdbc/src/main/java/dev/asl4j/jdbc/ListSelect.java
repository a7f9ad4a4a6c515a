package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.ExecutionQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of executions as SQL. */
final class ListSelect {
    private final StringBuilder where = new StringBuilder("WHERE map_run IS NULL");
    private final List<Object> values = new ArrayList<>();

    ListSelect(ExecutionQuery query) {
        add(" AND machine = ?", query.machine());
        add(" AND status = ?", query.status() == null ? null : query.status().name());
        add(" AND start >= ?", Micros.orNull(query.startedFrom()));
        add(" AND start < ?", Micros.orNull(query.startedBefore()));
        if (query.namePrefix() != null) {
            String prefix = Texts.encode(query.namePrefix());
            add(" AND substr(name, 1, ?)", prefix.codePointCount(0, prefix.length()));
            add(" = ?", query.namePrefix());
        }
        if (query.parked()) {
            where.append(" AND parked IS NOT NULL");
        }
        if (query.after() != null) {
            add(" AND (start, key) < (?", Micros.of(query.after().start()));
            add(", ?)", query.after().key());
        }
        add(" ORDER BY start DESC, key DESC LIMIT ?", query.limit());
    }

    private void add(String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    /** All but the columns and the table. */
    String where() {
        return where.toString();
    }

    /** Its parameters. */
    Object[] values() {
        return values.toArray();
    }
}
