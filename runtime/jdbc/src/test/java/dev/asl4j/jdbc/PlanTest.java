package dev.asl4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.store.ExecutionQuery;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page of a long list costs what is on it, wherever it begins: queries go by an index and sort nothing. */
@Timeout(300)
final class PlanTest {
    private static final int COUNT = 200_000;
    private static final int PAGE = 100;
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @ParameterizedTest
    @EnumSource
    void anyPageOfALongListIsQuick(StoreUnderTest database) {
        try (JdbcExecutionStore store = database.open()) {
            fill(store, database);
            Instant middle = Micros.instant(COUNT / 2);
            List<ExecutionQuery> queries = List.of(
                    query(null, null, null),
                    query("M3", null, null),
                    query(null, Status.FAILED, null),
                    query("M3", Status.FAILED, null),
                    query(null, null, middle),
                    query("M3", null, middle),
                    query(null, Status.FAILED, middle),
                    query("M3", Status.FAILED, middle));
            for (ExecutionQuery query : queries) {
                ListSelect select = new ListSelect(query);
                assertGoesByAnIndex(store, ExecutionRows.SELECT + select.where(), select.values());
                long begin = System.nanoTime();
                assertThat(store.list(query)).as("%s", query).hasSize(PAGE);
                assertThat(Duration.ofNanos(System.nanoTime() - begin))
                        .as("%s", query)
                        .isLessThan(LIMIT);
            }
            assertGoesByAnIndex(store, ExecutionRows.SELECT + Claims.WHERE_DUE, 1L, 10);
            assertGoesByAnIndex(store, Watch.NEXT);
            assertGoesByAnIndex(store, ExecutionRows.SELECT + Queries.CHILD, "name", "M3/Each");
            List<Long> all = new ArrayList<>();
            ExecutionQuery.Cursor cursor = null;
            do {
                List<StoredExecution> page =
                        store.list(new ExecutionQuery("M3", Status.RUNNING, null, null, null, false, cursor, 1_000));
                page.forEach(execution -> all.add(execution.key()));
                cursor = page.isEmpty()
                        ? null
                        : new ExecutionQuery.Cursor(
                                page.get(page.size() - 1).head().start(),
                                page.get(page.size() - 1).key());
            } while (cursor != null);
            assertThat(all).hasSize(COUNT / 20).doesNotHaveDuplicates();
        }
    }

    private static void assertGoesByAnIndex(JdbcExecutionStore store, String sql, Object... values) {
        boolean isSqlite = store.database() instanceof SqliteDatabase;
        String explain = isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
        Column plan = new Column(isSqlite ? "detail" : "QUERY PLAN", Type.TEXT);
        List<Column> columns = isSqlite
                ? List.of(
                        new Column("id", Type.INT),
                        new Column("parent", Type.INT),
                        new Column("notused", Type.INT),
                        plan)
                : List.of(plan);
        String steps = store.calls()
                .read(link -> link.query(explain + sql, columns, values).stream()
                        .map(row -> String.valueOf(row.value(columns.size() - 1)))
                        .collect(Collectors.joining(System.lineSeparator())));
        assertThat(steps).as(sql).containsIgnoringCase("using ").doesNotContain("TEMP B-TREE", "Seq Scan", "Sort");
    }

    private static ExecutionQuery query(String machine, Status status, Instant before) {
        return new ExecutionQuery(
                machine,
                status,
                null,
                null,
                null,
                false,
                before == null ? null : new ExecutionQuery.Cursor(before, Long.MAX_VALUE),
                PAGE);
    }

    private static void fill(JdbcExecutionStore store, StoreUnderTest database) {
        String numbers = database == StoreUnderTest.SQLITE
                ? "WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < " + COUNT
                        + ") "
                : "WITH numbers AS (SELECT i FROM generate_series(1, " + COUNT + ") i) ";
        store.calls().transact(link -> {
            link.execute(
                    "INSERT INTO asl4j_executions (key, machine, name, type, serial, input, start, fingerprint, status,"
                            + " last_event, last_frame, redrive_count, pinned) " + numbers
                            + "SELECT i, 'M' || (i % 10), 'n' || i, 'STANDARD', '', '{}', i, 'f',"
                            + " CASE WHEN i % 20 < 10 THEN 'RUNNING' ELSE 'FAILED' END, 1, 1, 0, false FROM numbers");
            return true;
        });
        if (database == StoreUnderTest.POSTGRESQL) {
            store.calls().transact(link -> link.execute("ANALYZE asl4j_executions"));
        }
    }
}
