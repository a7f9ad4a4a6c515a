package dev.asl4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.Turn;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Long values are kept once for each execution, wherever they occur, and go with it. */
@Timeout(120)
final class PayloadTest {
    private static final String PAYLOADS = "SELECT count(*) FROM asl4j_payloads";

    @ParameterizedTest
    @EnumSource
    void aLongValueIsKeptOnce(StoreUnderTest database) {
        JsonNode value = Json.parse("{\"long\":\"" + "\u00e4".repeat(50_000) + "\"}");
        try (JdbcExecutionStore store = database.open();
                Guest guest = new Guest(store)) {
            long key = guest.session().newKey();
            guest.commit(Sample.start(key, value));
            for (int turn = 2; turn <= 10; turn++) {
                guest.commit(Sample.next(key, turn, value));
            }
            assertThat(StoreUnderTest.number(store, PAYLOADS)).isEqualTo(1);
            assertThat(StoreUnderTest.number(store, "SELECT max(length(events)) FROM asl4j_events"))
                    .isLessThan(500);
            assertThat(StoreUnderTest.number(store, "SELECT max(length(input) + length(work)) FROM asl4j_frames"))
                    .isLessThan(500);
            assertThat(store.get(key).orElseThrow().head().input()).isEqualTo(value);
            assertThat(store.frames(key).get(0).work()).isEqualTo(value);
            assertThat(store.history(key, 0, 10, true))
                    .allSatisfy(
                            event -> assertThat(event.details().path("input").textValue())
                                    .isEqualTo(Json.write(value)));

            guest.commit(Sample.ended(key, 11, Status.FAILED));
            assertThat(StoreUnderTest.number(store, PAYLOADS)).isEqualTo(1);
            assertThat(store.purge(Sample.START.plusSeconds(12), 10)).isEqualTo(1);
            assertThat(StoreUnderTest.number(store, PAYLOADS)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLongTextThatEventsOfATurnShareIsKeptOnceAndNotWithThem(StoreUnderTest database) {
        JsonNode text = TextNode.valueOf("\"" + "x".repeat(50_000) + "\"");
        JsonNode details = Json.object().set("input", text).build();
        try (JdbcExecutionStore store = database.open();
                Guest guest = new Guest(store)) {
            long key = guest.start();
            Turn turn = Sample.next(key, 2);
            HistoryEvent first = event(2, details);
            HistoryEvent second = event(3, details);
            guest.commit(new Turn(
                    key,
                    null,
                    turn.progress(),
                    true,
                    null,
                    turn.changed(),
                    List.of(),
                    List.of(first, second),
                    List.of(),
                    List.of(),
                    List.of()));
            assertThat(StoreUnderTest.number(store, PAYLOADS)).isEqualTo(1);
            assertThat(StoreUnderTest.number(store, "SELECT max(length(events)) FROM asl4j_events"))
                    .isLessThan(500);
            assertThat(store.history(key, 1, 10, false)).containsExactly(first, second);
        }
    }

    private static HistoryEvent event(long id, JsonNode details) {
        return new HistoryEvent(id, id - 1, Sample.START, HistoryEventType.PASS_STATE_ENTERED, details);
    }

    @ParameterizedTest
    @EnumSource
    void theThresholdIsOfBytesAndCanBeSet(StoreUnderTest database) {
        JsonNode value = Json.parse("\"" + "\u4e2d".repeat(100) + "\"");
        try (JdbcExecutionStore store =
                        JdbcExecutionStore.open(database.newUrl(), JdbcOptions.DEFAULTS.withPayloadThreshold(302));
                Guest guest = new Guest(store)) {
            guest.commit(Sample.start(guest.session().newKey(), value));
            assertThat(StoreUnderTest.number(store, PAYLOADS)).isZero();
        }
        try (JdbcExecutionStore store =
                        JdbcExecutionStore.open(database.newUrl(), JdbcOptions.DEFAULTS.withPayloadThreshold(301));
                Guest guest = new Guest(store)) {
            long key = guest.session().newKey();
            guest.commit(Sample.start(key, value));
            assertThat(StoreUnderTest.number(store, PAYLOADS)).isEqualTo(1);
            assertThat(store.get(key).orElseThrow().head().input()).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @EnumSource
    void executionsDoNotShareWhatIsRemovedWithThem(StoreUnderTest database) {
        JsonNode value = Json.parse("\"" + "x".repeat(20_000) + "\"");
        try (JdbcExecutionStore store = database.open();
                Guest guest = new Guest(store)) {
            long first = guest.session().newKey();
            long second = guest.session().newKey();
            guest.commit(Sample.start(first, value));
            guest.commit(Sample.start(second, value));
            guest.commit(Sample.ended(first, 2, Status.SUCCEEDED));
            assertThat(store.purge(Sample.START.plusSeconds(9), 10)).isEqualTo(1);
            assertThat(store.get(first)).isEmpty();
            assertThat(store.get(second).orElseThrow().head().input()).isEqualTo(value);
        }
    }
}
