package dev.asl4j.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.HistoryEventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Histories are read as they were told, from wherever, forwards and backwards. */
final class EventLogTest {
    private static final JsonNode ORDER = Json.parse("{\"order\": {\"id\": \"o-1\"}, \"items\": [1, 2.5, \"\u00fc\"]}");

    private final EventPacker packer = new EventPacker();
    private final Random random = new Random(5);

    static Stream<String> values() {
        return ValueCases.values();
    }

    @Test
    void everyFieldIsShownAsItIsNamed() {
        packer.begin(1, 0, HistoryEventType.TASK_SCHEDULED, Turns.START);
        Map<EventField, String> shown = new EnumMap<>(EventField.class);
        for (EventField field : EventField.values()) {
            if (field.form == EventField.Form.TEXT) {
                shown.put(field, "'" + field.text + "':'the " + field + "'");
            }
        }
        shown.keySet().forEach(field -> packer.text(field, "the " + field));
        packer.end();
        assertThat(details())
                .isEqualTo("{" + String.join(",", shown.values()).replace('\'', '"') + "}")
                .contains("\"roleArn\":\"the ROLE_ARN\"", "\"resourceType\":\"the RESOURCE_TYPE\"");
    }

    @Test
    void dataIsShownAsText() {
        packer.begin(1, 0, HistoryEventType.TASK_SCHEDULED, Turns.START);
        packer.value(EventField.INPUT, Json.parse("{\"a\": \"\\\"\"}"));
        packer.value(EventField.OUTPUT, Json.EMPTY);
        packer.value(EventField.PARAMETERS, Json.parse("[1.0]"));
        packer.value(EventField.TASK_CREDENTIALS, TextNode.valueOf("arn"));
        packer.number(EventField.TIMEOUT, 3_000_000_000L);
        packer.number(EventField.INDEX, 0);
        packer.end();
        assertThat(details())
                .isEqualTo("{\"input\":\"{\\\"a\\\":\\\"\\\\\\\"\\\"}\",\"inputDetails\":{\"truncated\":false},"
                        + "\"output\":\"{}\",\"outputDetails\":{\"truncated\":false},\"parameters\":\"[1.0]\","
                        + "\"taskCredentials\":{\"roleArn\":\"arn\"},\"timeoutInSeconds\":3000000000,\"index\":0}");
    }

    @Test
    void variablesAreShownOneByOne() {
        packer.begin(1, 0, HistoryEventType.PASS_STATE_EXITED, Turns.START);
        packer.value(EventField.OUTPUT, ORDER);
        packer.variables(Collections.singletonMap("x", ORDER));
        packer.end();
        String order = Json.write(TextNode.valueOf(Json.write(ORDER)));
        assertThat(details())
                .isEqualTo("{\"output\":" + order + ",\"outputDetails\":{\"truncated\":false},"
                        + "\"assignedVariables\":{\"x\":" + order + "},"
                        + "\"assignedVariablesDetails\":{\"truncated\":false}}");
    }

    /** Of the only event there is, both ways of reading it. */
    private String details() {
        HistoryEvent last = packer.last();
        assertThat(packer.packed()).containsExactly(last);
        return Json.write(last.details());
    }

    @ParameterizedTest
    @MethodSource("values")
    void anyValueIsShownAsItsText(String json) {
        for (int id = 1; id <= 3; id++) {
            packer.begin(id, id - 1, HistoryEventType.PASS_STATE_ENTERED, Turns.START);
            packer.value(EventField.INPUT, Json.parse(json));
            packer.end();
        }
        assertThat(packer.packed())
                .extracting(event -> event.details().get("input").textValue())
                .containsOnly(Json.write(Json.parse(json)));
    }

    @Test
    void whatIsToldAgainTakesAFewBytes() {
        for (int id = 1; id <= 1_000; id++) {
            packer.begin(id, id - 1, HistoryEventType.PASS_STATE_ENTERED, Turns.START.plusNanos(id * 1_000L));
            packer.value(EventField.INPUT, ORDER);
            packer.text(EventField.NAME, "A state of some name");
            packer.end();
        }
        PackedEvents events = packer.packed();
        assertThat(events.bytes().length).isLessThan(16_000);
        assertThat(events).hasSize(1_000).element(999).satisfies(event -> {
            assertThat(event.id()).isEqualTo(1_000);
            assertThat(event.timestamp()).isEqualTo(Turns.START.plusNanos(1_000_000));
            assertThat(event.details().get("input").textValue()).isEqualTo(Json.write(ORDER));
        });
    }

    @Test
    void anEventThatIsNotEndedLeavesNoTrace() {
        HistoryEvent first = event(1, 0, Turns.START, ORDER);
        HistoryEvent second = event(2, 1, Turns.START.plusSeconds(1), ORDER);
        packer.begin(1, 0, HistoryEventType.PASS_STATE_ENTERED, Turns.START);
        packer.value(EventField.INPUT, ORDER);
        packer.add(first);
        packer.begin(2, 1, HistoryEventType.PASS_STATE_ENTERED, Turns.START);
        assertThatThrownBy(() -> packer.value(EventField.INPUT, MissingNode.getInstance()))
                .isInstanceOf(IllegalArgumentException.class);
        packer.add(second);
        packer.begin(3, 2, HistoryEventType.PASS_STATE_ENTERED, Turns.START);
        assertThat(packer.packed()).containsExactly(first, second);
    }

    @Test
    void whateverWasAppendedIsReadFromAnywhere() {
        EventLog log = new EventLog();
        List<HistoryEvent> all = new ArrayList<>();
        List<EventLog.Part> parts = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int turn = 0; turn < 60; turn++) {
            parts.add(log.part());
            sizes.add(all.size());
            List<HistoryEvent> events = events(all, random.nextInt(20) == 0 ? 300 : random.nextInt(1, 6));
            log.append(PackedEvents.of(events).bytes());
            all.addAll(events);
            if (random.nextInt(5) == 0) {
                log.trim();
            }
        }
        parts.add(log.part());
        sizes.add(all.size());
        for (int i = 0; i < parts.size(); i++) {
            List<HistoryEvent> there = all.subList(0, sizes.get(i));
            check(parts.get(i), there, 0, Integer.MAX_VALUE);
            for (int tries = 0; tries < 20; tries++) {
                check(parts.get(i), there, random.nextLong(all.size() + 30L), random.nextInt(1, 70));
            }
        }
    }

    private static void check(EventLog.Part part, List<HistoryEvent> all, long id, int limit) {
        assertThat(part.after(id, limit))
                .isEqualTo(all.stream()
                        .filter(event -> event.id() > id)
                        .limit(limit)
                        .toList());
        List<HistoryEvent> reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        long from = id == 0 ? Long.MAX_VALUE : id;
        assertThat(part.before(from, limit))
                .isEqualTo(reversed.stream()
                        .filter(event -> event.id() < from)
                        .limit(limit)
                        .toList());
    }

    /** Events after those, with gaps, and times that go back and far away. */
    private List<HistoryEvent> events(List<HistoryEvent> before, int count) {
        long id = before.isEmpty() ? 0 : before.get(before.size() - 1).id();
        List<HistoryEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            id += random.nextInt(6) == 0 ? random.nextInt(1, 4) : 1;
            Instant time = random.nextInt(9) == 0
                    ? Instant.ofEpochSecond(random.nextLong(-1L << 34, 1L << 34), 999_999_999)
                    : Turns.START.plusNanos(random.nextInt());
            String text = random.nextInt(9) == 0 ? "long".repeat(2_000) : "short" + random.nextInt(3);
            JsonNode details = Json.object()
                    .set("input", TextNode.valueOf(text))
                    .set("same", ORDER)
                    .build();
            events.add(event(id, random.nextInt(3) == 0 ? 0 : id - 1, time, details));
        }
        return events;
    }

    private static HistoryEvent event(long id, long previous, Instant time, JsonNode details) {
        return new HistoryEvent(id, previous, time, HistoryEventType.EVALUATION_FAILED, details);
    }
}
