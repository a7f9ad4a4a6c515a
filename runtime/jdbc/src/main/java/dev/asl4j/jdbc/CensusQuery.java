package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.ExecutionStore.Census;
import dev.asl4j.runtime.store.ExecutionStore.Place;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the open executions of a machine by the places they stand at. One execution is in memory at a time. */
final class CensusQuery {
    private static final String SELECT =
            "SELECT e.key, e.fingerprint, e.pinned, f.place, f.type FROM asl4j_executions e"
                    + " LEFT JOIN asl4j_frames f ON f.execution = e.key AND f.phase <> 'DONE'"
                    + " WHERE e.machine = ? AND e.status = 'RUNNING' ORDER BY e.key, f.place, f.type";
    private static final List<Column> COLUMNS =
            Column.list("key LONG, fingerprint TEXT, pinned BOOLEAN, place TEXT, type TEXT");
    private static final int FETCHED = 1_000;

    private final Map<Census, Long> counts = new LinkedHashMap<>();
    private @Nullable Group group;

    /** An execution. */
    private record Group(long key, String fingerprint, boolean pinned, List<Place> places) {}

    List<Census> count(Link link, String machine) throws SQLException {
        PreparedStatement statement = link.prepare(SELECT);
        statement.setFetchSize(FETCHED);
        statement.setString(1, Texts.encode(machine));
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                add(Row.read(result, COLUMNS));
            }
        }
        finish();
        return counts.entrySet().stream()
                .map(count -> new Census(
                        count.getKey().fingerprint(),
                        count.getKey().pinned(),
                        count.getKey().places(),
                        count.getValue()))
                .toList();
    }

    private void add(Row row) {
        long key = row.longValue();
        if (group == null || group.key() != key) {
            finish();
            group = new Group(key, row.text(), row.booleanValue(), new ArrayList<>());
        } else {
            row.text();
            row.booleanValue();
        }
        String place = row.textOrNull();
        String type = row.textOrNull();
        if (place != null && type != null) {
            Place found = new Place(place, type);
            if (!group.places().contains(found)) {
                group.places().add(found);
            }
        }
    }

    private void finish() {
        if (group != null) {
            List<Place> places = new ArrayList<>(group.places());
            places.sort(java.util.Comparator.comparing(Place::place));
            counts.merge(new Census(group.fingerprint(), group.pinned(), places, 0), 1L, Long::sum);
            group = null;
        }
    }
}
