package dev.asl4j.jdbc;

import static java.util.stream.Collectors.joining;

import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Head;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Executions and their rows. */
final class ExecutionRows {
    /** What a turn changes of an execution that runs and stays held. None of it is in an index: that makes it cheap. */
    static final List<Column> STEADY = Column.list(
            "fingerprint TEXT, last_event LONG, last_frame INT, deadline LONG, redrive_count INT, redriven LONG, pinned BOOLEAN");

    /** All that can change. */
    static final List<Column> CHANGING = concat(
            STEADY,
            Column.list(
                    "status TEXT, output JSON, error TEXT, cause TEXT, stop LONG, parked TEXT, holder LONG, wake LONG"));

    private static final Set<String> COUNTED = Set.of("last_event", "last_frame");

    private static final List<Column> HEAD =
            Column.list("key LONG, machine TEXT, name TEXT, type TEXT, serial TEXT, input JSON,"
                    + "start LONG, parent LONG, visit LONG, map_run TEXT, position INT, items INT");

    /** A whole row. */
    static final List<Column> WRITTEN = concat(HEAD, CHANGING);

    /** All but who holds it. */
    static final List<Column> READ = WRITTEN.subList(0, WRITTEN.size() - 2);

    /** Starts executions, unless the name is taken; gives the keys of those that were started. */
    static final Command START = Command.insert("asl4j_executions", WRITTEN, "ON CONFLICT DO NOTHING RETURNING key");

    /** The columns to select. */
    static final String SELECT =
            "SELECT " + READ.stream().map(ExecutionRows::selected).collect(joining(", ")) + " FROM asl4j_executions ";

    /** Longest value that stands in the row itself, which is written in every turn. */
    private static final int INLINE = 512;

    private ExecutionRows() {}

    /** How far an execution has come is in its frames as well, since a turn that changes nothing else leaves its row alone. */
    private static String selected(Column column) {
        String name = column.name();
        return COUNTED.contains(name)
                ? "(SELECT max(n) FROM (SELECT asl4j_executions." + name + " AS n UNION ALL SELECT f." + name
                        + " FROM asl4j_frames f WHERE f.execution = asl4j_executions.key) AS counted) AS " + name
                : name;
    }

    /** The row of an execution that begins. */
    static Row start(
            long key, Head head, Progress progress, Payloads payloads, @Nullable Long holder, @Nullable Long wake) {
        Parent parent = head.parent();
        List<@Nullable Object> values = new ArrayList<>(WRITTEN.size());
        values.add(key);
        values.add(head.machine());
        values.add(head.name());
        values.add(head.type().name());
        values.add(head.serial() == null ? "" : head.serial());
        values.add(payloads.json(head.input(), INLINE));
        values.add(Micros.of(head.start()));
        values.add(parent == null ? null : parent.key());
        values.add(parent == null ? null : parent.visit());
        values.add(parent == null ? null : parent.mapRun());
        values.add(parent == null ? null : parent.position());
        values.add(parent == null ? null : parent.items());
        addSteady(values, progress);
        addChanging(values, progress, payloads, holder, wake);
        return Row.of(values.toArray());
    }

    /** For {@link Step#PROGRESS}. */
    static Row steady(long key, Progress progress, long owner) {
        List<@Nullable Object> values = new ArrayList<>(STEADY.size() + 2);
        addSteady(values, progress);
        values.add(key);
        values.add(owner);
        return Row.of(values.toArray());
    }

    /** For {@link Step#CHANGE}. */
    static Row changing(
            long key, Progress progress, Payloads payloads, @Nullable Long holder, @Nullable Long wake, long owner) {
        List<@Nullable Object> values = new ArrayList<>(CHANGING.size() + 2);
        addSteady(values, progress);
        addChanging(values, progress, payloads, holder, wake);
        values.add(key);
        values.add(owner);
        return Row.of(values.toArray());
    }

    private static void addSteady(List<@Nullable Object> values, Progress progress) {
        values.add(progress.fingerprint());
        values.add(progress.lastEvent());
        values.add(progress.lastFrame());
        values.add(Micros.orNull(progress.deadline()));
        values.add(progress.redriveCount());
        values.add(Micros.orNull(progress.redriven()));
        values.add(progress.pinned());
    }

    private static void addChanging(
            List<@Nullable Object> values,
            Progress progress,
            Payloads payloads,
            @Nullable Long holder,
            @Nullable Long wake) {
        values.add(progress.status().name());
        values.add(progress.output() == null ? null : payloads.json(progress.output(), INLINE));
        values.add(progress.error());
        values.add(progress.cause());
        values.add(Micros.orNull(progress.stop()));
        values.add(progress.parked());
        values.add(holder);
        values.add(wake);
    }

    /** Executions from rows with {@link #READ}. */
    static List<StoredExecution> read(Link link, List<Row> rows) throws SQLException {
        Contents contents = Contents.of(link, rows, READ, 0);
        return rows.stream().map(row -> execution(row, contents)).toList();
    }

    private static StoredExecution execution(Row row, Contents contents) {
        long key = row.longValue();
        return new StoredExecution(key, head(key, row, contents), progress(key, row, contents));
    }

    private static Head head(long key, Row row, Contents contents) {
        String machine = row.text();
        String name = row.text();
        ExecutionType type = ExecutionType.valueOf(row.text());
        String serial = row.text();
        return new Head(
                machine,
                name,
                type,
                serial.isEmpty() ? null : serial,
                contents.json(key, row.text()),
                Micros.instant(row.longValue()),
                parent(row));
    }

    private static @Nullable Parent parent(Row row) {
        Long key = row.longOrNull();
        Long visit = row.longOrNull();
        String mapRun = row.textOrNull();
        Integer position = row.intOrNull();
        Integer items = row.intOrNull();
        return key == null || visit == null || position == null || items == null
                ? null
                : new Parent(key, visit, mapRun, position, items);
    }

    private static Progress progress(long key, Row row, Contents contents) {
        String fingerprint = row.text();
        long lastEvent = row.longValue();
        int lastFrame = row.intValue();
        Long deadline = row.longOrNull();
        int redriveCount = row.intValue();
        Long redriven = row.longOrNull();
        boolean pinned = row.booleanValue();
        return new Progress(
                fingerprint,
                Status.valueOf(row.text()),
                contents.jsonOrNull(key, row.textOrNull()),
                row.textOrNull(),
                row.textOrNull(),
                Micros.instantOrNull(row.longOrNull()),
                lastEvent,
                lastFrame,
                Micros.instantOrNull(deadline),
                redriveCount,
                Micros.instantOrNull(redriven),
                pinned,
                row.textOrNull());
    }

    private static List<Column> concat(List<Column> first, List<Column> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
