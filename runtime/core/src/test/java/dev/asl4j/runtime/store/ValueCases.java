package dev.asl4j.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.store.StoredExecution.Head;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of every kind and size come back as they went in, to the class of a number and the order of fields. */
interface ValueCases extends StoreCases {
    /** JSON that has broken stores. */
    static Stream<String> values() {
        return """
                null
                true
                0
                -0.0
                1.0
                1.10
                12345678901234567890
                -9223372036854775808
                1e400
                0.1
                1.7976931348623157E308
                ""
                []
                {}
                {"z":1,"a":2,"":3}
                "it's; DROP TABLE x; -- \\\\ %_?"
                "#hash"
                "#"
                "\\u0000\\u0001\\u001f\\u007f\\u2028"
                "\\ud83d\\ude80 \u00e4\u4e2d"
                "\\ud800 half"
                {"\\u0000":{"\\ud83d\\ude80":null}}
                [[[[[[[[[[null]]]]]]]]]]
                """.lines();
    }

    /** Names as JSON. */
    static Stream<String> names() {
        return Stream.concat(
                """
                "a"
                "it's"
                "\\"quoted\\""
                "a;b--c/*"
                "back\\\\slash"
                "100%_"
                "?1 $1 :x"
                "tab\\tand\\nline"
                " blank "
                "\\u00e4\\u00df\\u4e2d\\u6587"
                "\\ud83d\\ude80\\ud83d\\ude80"
                "e\\u0301 and \\u00e9"
                "NULL"
                """.lines().map(line -> Json.parse(line).textValue()),
                Stream.of("x".repeat(80), "\ud83d\ude80".repeat(40)));
    }

    @ParameterizedTest
    @MethodSource("values")
    default void jsonComesBackAsItWas(String text) {
        jsonComesBackAsItWas(Json.parse(text));
    }

    @Test
    default void largeJsonComesBackAsItWas() {
        String limit = "x".repeat(262_144 - 2);
        jsonComesBackAsItWas(Json.parse('"' + limit + '"'));
        jsonComesBackAsItWas(Json.parse("{\"a\":\"" + "\u4e2d".repeat(87_000) + "\"}"));
        for (int length : new int[] {1_023, 1_024, 1_025, 4_095, 4_096, 4_097, 65_535, 65_536}) {
            jsonComesBackAsItWas(Json.parse("\"" + "y".repeat(length) + "\""));
        }
    }

    private void jsonComesBackAsItWas(JsonNode value) {
        Party party = join();
        long key = party.session().newKey();
        Head head = new Head("M" + key, "n", ExecutionType.STANDARD, null, value, START, null);
        Progress progress =
                new Progress("f", Status.FAILED, value, null, null, START, 1, 2, null, 0, null, false, null);
        StoredFrame frame = new StoredFrame(
                1,
                0,
                0,
                "S",
                "S",
                "TASK",
                StoredFrame.Phase.TASK,
                START,
                value,
                value,
                value,
                value,
                value,
                value,
                value,
                null);
        HistoryEvent event = Turns.event(1, value);
        party.commit(
                Turns.start(key, head).progress(Turns.running()).frames(frame).events(event));
        party.commit(Turns.of(key)
                .mapRuns(new StoredMapRun("arn" + key, key, 1, 1, StoredMapRun.Status.RUNNING, START, null, value)));
        store().send(key, StoredMessage.Kind.TASK_SUCCESS, new StoredMessage.Body("t", value, null, null));
        assertThat(store().messages(key).get(0).body().data()).isEqualTo(value);
        party.commit(Turns.of(key).progress(progress).release(null));

        StoredExecution read = get(key);
        assertThat(read.head().input()).isEqualTo(value);
        assertThat(Json.write(read.head().input())).isEqualTo(Json.write(value));
        assertThat(read).isEqualTo(new StoredExecution(key, head, progress));
        assertThat(store().frames(key)).containsExactly(frame);
        assertThat(store().history(key, 0, 10, false)).containsExactly(event);
        assertThat(store().mapRun("arn" + key).orElseThrow().detail()).isEqualTo(value);
    }

    @Test
    default void eventsThatShareTextsComeBackAsTheyWere() {
        JsonNode input = TextNode.valueOf("{\"order\":\"o-4711\",\"left\":199}");
        JsonNode output = TextNode.valueOf("[\"a text that is long enough to be shared\"]");
        JsonNode large = TextNode.valueOf("{\"x\":\"" + "x".repeat(100_000) + "\"}");
        List<HistoryEvent> events = List.of(
                Turns.event(1, details("output", output, "name", TextNode.valueOf("A"))),
                Turns.event(2, details("name", TextNode.valueOf("B"), "input", output)),
                Turns.event(3, details("input", input, "output", large)),
                Turns.event(4, details("parameters", input, "input", input)),
                Turns.event(5, details("input", large, "output", output)),
                Turns.event(6, Json.EMPTY));
        Party party = join();
        long key = started(party, "shares");
        party.commit(Turns.of(key).events(events.toArray(HistoryEvent[]::new)));
        List<HistoryEvent> read = store().history(key, 0, 10, false);
        assertThat(read).isEqualTo(events);
        assertThat(read.stream().map(event -> Json.write(event.details())))
                .containsExactlyElementsOf(events.stream()
                        .map(event -> Json.write(event.details()))
                        .toList());
        assertThat(store().history(key, 4, 1, false)).containsExactly(events.get(4));
        assertThat(store().history(key, 3, 1, true)).containsExactly(events.get(1));
    }

    private static JsonNode details(String first, JsonNode one, String second, JsonNode other) {
        return Json.object()
                .set(first, one)
                .set("between", BooleanNode.TRUE)
                .set(second, other)
                .build();
    }

    @ParameterizedTest
    @MethodSource("names")
    default void anyNameIsFoundAgain(String name) {
        Party party = join();
        long key = party.session().newKey();
        party.commit(Turns.start(key, Turns.head(name, name))
                .frames(Turns.frame(1, name), Turns.activityTask(2, name, START))
                .mapRuns(Turns.mapRun(name, key, 3, StoredMapRun.Status.RUNNING)));
        assertThat(store().find(name, name).orElseThrow()).isEqualTo(get(key));
        assertThat(store().frames(key).get(0)).isEqualTo(Turns.frame(1, name));
        assertThat(store().nextActivityTask(name)).contains(new StoredFrame.Address(key, 2));
        assertThat(store().mapRun(name)).contains(Turns.mapRun(name, key, 3, StoredMapRun.Status.RUNNING));
        assertThat(store().list(new ExecutionQuery(name, null, null, null, name, false, null, 9)))
                .hasSize(1);
        assertThat(store().census(name)).hasSize(1);
        store().send(key, StoredMessage.Kind.TASK_SUCCESS, new StoredMessage.Body(name, null, name, name));
        assertThat(store().send(key, StoredMessage.Kind.TASK_SUCCESS, new StoredMessage.Body(name, null, null, null)))
                .isEqualTo(ExecutionStore.Receipt.ANSWERED);
        assertThat(store().messages(key).get(0).body()).isEqualTo(new StoredMessage.Body(name, null, name, name));
    }

    @Test
    default void namesThatLookAlikeAreDifferent() {
        Party party = join();
        List<String> names = List.of("a", "A", "\u00e4", "a\u0308", "a ", " a", "\u0430");
        names.forEach(name -> started(party, name));
        assertThat(names)
                .allSatisfy(name -> assertThat(store().find(Turns.MACHINE, name)
                                .orElseThrow()
                                .head()
                                .name())
                        .isEqualTo(name));
    }

    @Test
    default void errorsAndCausesHoldAnyCharacter() throws InterruptedException {
        Party party = join();
        long key = started(party, "bad");
        for (String text : List.of("", "\0 and \u0001", "\ud800 half", "#hash", "long ".repeat(6_000))) {
            store().send(key, StoredMessage.Kind.STOP, new StoredMessage.Body(null, null, text, text));
            StoredMessage message = party.awaitReceived(List.of()).message();
            assertThat(store().messages(key).get(0).body().cause()).isEqualTo(text);
            Progress progress =
                    new Progress("f", Status.RUNNING, null, text, text, null, 1, 2, null, 0, null, false, text);
            party.commit(Turns.of(key).progress(progress).taken(message.id()));
            assertThat(get(key).progress()).isEqualTo(progress);
        }
    }

    @Test
    default void timesAreKeptToTheMicrosecond() {
        Party party = join();
        Instant time = Instant.parse("2038-01-19T03:14:08.999999Z");
        Instant old = Instant.parse("1901-12-13T20:45:51.000001Z");
        long key = party.session().newKey();
        Progress progress = new Progress("f", Status.RUNNING, null, null, null, null, 1, 1, time, 1, old, false, null);
        party.commit(Turns.start(key, Turns.head("M", "n", time))
                .progress(progress)
                .events(new HistoryEvent(1, 0, old, HistoryEventType.EXECUTION_STARTED, Json.EMPTY))
                .frames(Turns.activityTask(1, "a", old)));
        assertThat(get(key).head().start()).isEqualTo(time);
        assertThat(get(key).progress()).isEqualTo(progress);
        assertThat(store().history(key, 0, 1, false).get(0).timestamp()).isEqualTo(old);
        assertThat(store().frames(key).get(0).since()).isEqualTo(old);
    }

    @Test
    default void finerTimesAreNotRoundedUp() {
        Party party = join();
        long key = party.session().newKey();
        party.commit(Turns.start(key, Turns.head("M", "n", START.plusNanos(999))));
        assertThat(get(key).head().start()).isBetween(START, START.plusNanos(999));
        assertThat(store().list(new ExecutionQuery(null, null, START, START.plusNanos(1_000), null, false, null, 9)))
                .hasSize(1);
    }

    @Test
    default void largeNumbersAreKept() {
        Party party = join();
        long key = party.session().newKey();
        Progress progress = new Progress(
                "f",
                Status.RUNNING,
                null,
                null,
                null,
                null,
                1L << 40,
                Integer.MAX_VALUE,
                null,
                1_000,
                null,
                false,
                null);
        party.commit(Turns.start(key, "large")
                .progress(progress)
                .frames(Turns.frame(Integer.MAX_VALUE, "S"))
                .events(Turns.event(3_000_000_000L)));
        assertThat(get(key).progress()).isEqualTo(progress);
        assertThat(store().frames(key)).hasSize(1);
        assertThat(store().history(key, 2_999_999_999L, 5, false)).hasSize(1);
    }
}
