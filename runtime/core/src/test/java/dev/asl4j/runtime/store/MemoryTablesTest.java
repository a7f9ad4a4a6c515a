package dev.asl4j.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The structures of the store in memory do what those of the platform do, whatever happens to them. */
final class MemoryTablesTest {
    private static final int STEPS = 20_000;

    private final Random random = new Random(7);

    private static MemoryEntry entry(long key) {
        return new MemoryEntry(key, Turns.head("M", "n"), Turns.running());
    }

    @Test
    void rowsAreLikeASortedMap() {
        Rows<Long> rows = new Rows<>(Long::longValue);
        TreeMap<Long, Long> expected = new TreeMap<>();
        for (int step = 0; step < STEPS; step++) {
            long number = random.nextInt(60);
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    rows.put(number);
                    expected.put(number, number);
                }
                case 2 -> {
                    rows.remove(number);
                    expected.remove(number);
                }
                case 3 -> {
                    List<Long> gone = List.of(number, number + 1, number + 9, number);
                    rows.removeAll(gone);
                    gone.forEach(expected::remove);
                }
                default -> {
                    assertThat(rows.get(number)).isEqualTo(expected.get(number));
                    assertThat(rows.after(number, 3))
                            .isEqualTo(first(expected.tailMap(number, false).values(), 3));
                    assertThat(rows.before(number, 3))
                            .isEqualTo(first(
                                    expected.headMap(number, false)
                                            .descendingMap()
                                            .values(),
                                    3));
                }
            }
            assertThat(rows.size()).isEqualTo(expected.size());
        }
        assertThat(rows.all()).isEqualTo(List.copyOf(expected.values()));
        assertThat(rows.after(-1, Integer.MAX_VALUE)).isEqualTo(rows.all());
        assertThat(rows.before(Long.MAX_VALUE, Integer.MAX_VALUE)).hasSize(rows.size());
    }

    private static List<Long> first(Iterable<Long> values, int count) {
        List<Long> first = new ArrayList<>();
        for (Long value : values) {
            if (first.size() < count) {
                first.add(value);
            }
        }
        return first;
    }

    @Test
    void theIndexIsLikeAMap() {
        EntryIndex index = new EntryIndex(entry -> (int) (entry.key % 100));
        Map<Long, MemoryEntry> expected = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            long key = random.nextInt(1_000);
            MemoryEntry there = expected.get(key);
            assertThat(index.find((int) (key % 100), entry -> entry.key == key)).isSameAs(there);
            if (there == null) {
                MemoryEntry added = entry(key);
                expected.put(key, added);
                index.add(added);
            } else {
                index.remove(there);
                index.remove(there);
                expected.remove(key);
            }
        }
        List<MemoryEntry> all = new ArrayList<>();
        index.forEach(all::add);
        assertThat(all).containsExactlyInAnyOrderElementsOf(expected.values());
    }

    @Test
    void theHeapIsLikeASortedSet() {
        DueHeap heap = new DueHeap();
        Comparator<MemoryEntry> order =
                Comparator.<MemoryEntry>comparingLong(entry -> entry.due).thenComparing(entry -> entry.key);
        List<MemoryEntry> entries = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            entries.add(entry(i));
        }
        TreeSet<MemoryEntry> expected = new TreeSet<>(order);
        for (int step = 0; step < STEPS; step++) {
            MemoryEntry entry = entries.get(random.nextInt(entries.size()));
            expected.remove(entry);
            switch (random.nextInt(4)) {
                case 0 -> heap.remove(entry);
                case 1 -> {
                    heap.addAtOnce(entry);
                    expected.add(entry);
                }
                case 2 -> {
                    heap.add(entry, Instant.ofEpochSecond(random.nextInt(50)));
                    expected.add(entry);
                }
                default -> {
                    heap.remove(entry);
                    Instant now = Instant.ofEpochSecond(random.nextInt(50));
                    MemoryEntry first = expected.isEmpty() ? null : expected.first();
                    boolean isDue = first != null && first.due <= Micros.of(now);
                    assertThat(heap.poll(now)).isSameAs(isDue ? first : null);
                    if (isDue) {
                        expected.remove(first);
                    }
                }
            }
            assertThat(heap.next().isPresent()).isEqualTo(!expected.isEmpty());
        }
    }

    @Test
    void valuesAreUnpackedAsTheyWerePacked() {
        Packing to = new Packing();
        List<String> texts =
                List.of("", "input", "x".repeat(300), "\u00ff", "\u0100", "\ud83d\ude80", "\ud800", "\0", "TASKS");
        List<Integer> numbers = List.of(0, 1, 127, 128, 1 << 20, Integer.MAX_VALUE);
        List<Instant> times = List.of(Instant.EPOCH, Instant.MIN, Instant.MAX, Instant.ofEpochSecond(-1, 999_999_999));
        ValueCases.values().forEach(value -> to.json(Json.parse(value)));
        to.json(null);
        texts.forEach(to::text);
        to.text(null);
        numbers.forEach(to::number);
        times.forEach(to::instant);

        Unpacking from = new Unpacking(to.toBytes());
        ValueCases.values().forEach(value -> assertThat(from.json()).isEqualTo(Json.parse(value)));
        assertThat(from.json()).isNull();
        texts.forEach(text -> assertThat(from.text()).isEqualTo(text));
        assertThat(from.text()).isNull();
        numbers.forEach(number -> assertThat(from.count()).isEqualTo(number));
        times.forEach(time -> assertThat(from.instant()).isEqualTo(time));
    }

    @Test
    void aWordTakesAByteAndComesBack() {
        for (String word : Words.all()) {
            Packing to = new Packing();
            to.text(word);
            to.json(TextNode.valueOf(word));
            assertThat(to.toBytes()).as(word).hasSize(2);

            Unpacking from = new Unpacking(to.toBytes());
            assertThat(from.given()).isEqualTo(word);
            assertThat(from.value()).isEqualTo(TextNode.valueOf(word));
        }
        assertThat(Words.all()).contains("input", "TASK", "scheduled", "{}", StoredFrame.Phase.MAP_RUN.name());
    }

    @Test
    void longHistoriesLeaveEarlier() {
        Retention retention = new Retention(10, 1_000);
        for (int i = 0; i < 5; i++) {
            MemoryEntry entry = entry(i);
            entry.events = new EventLog();
            entry.events.append(new byte[300]);
            retention.set(entry, true);
            assertThat(retention.isTooMuch()).isEqualTo(i == 3);
            if (i == 3) {
                retention.set(retention.oldest(), false);
                assertThat(retention.isTooMuch()).isFalse();
                return;
            }
        }
    }

    @Test
    void timesAreComparedInMicroseconds() {
        Instant time = Instant.parse("1969-12-31T23:59:59.999999999Z");
        assertThat(Micros.of(time)).isEqualTo(-1);
        assertThat(Micros.notBefore(time)).isZero();
        assertThat(Micros.notBefore(Instant.ofEpochSecond(1, 1_000))).isEqualTo(1_000_001);
        assertThat(Micros.instant(-1)).isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
        assertThat(Micros.of(Instant.MAX)).isGreaterThan(Micros.of(Instant.parse("9999-12-31T23:59:59Z")));
        assertThat(Micros.of(Instant.MIN)).isNegative().isGreaterThan(Long.MIN_VALUE / 2);
    }
}
