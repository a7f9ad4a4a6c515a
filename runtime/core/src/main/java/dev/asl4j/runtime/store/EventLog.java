package dev.asl4j.runtime.store;

import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.HistoryEventType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The history of an execution, packed. What is there never changes, so a {@link Part} of it can be read while it grows. */
final class EventLog {
    /** Up to here it is kept to measure: there may be one for each of a million executions. */
    private static final int SMALL = 2_048;

    private byte[] bytes = {};
    private int size;

    /** Events to be {@linkplain #append appended}. */
    static byte[] pack(List<HistoryEvent> events) {
        Packing all = new Packing();
        Packing one = new Packing();
        for (HistoryEvent event : events) {
            one.clear();
            one.number(event.id());
            one.number(event.previousEventId());
            one.instant(event.timestamp());
            one.text(event.type().name());
            one.json(event.details());
            all.sized(one);
        }
        return all.toBytes();
    }

    void append(byte[] events) {
        int needed = size + events.length;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, needed <= SMALL ? needed : Math.max(needed, bytes.length + bytes.length / 2));
        }
        System.arraycopy(events, 0, bytes, size, events.length);
        size = needed;
    }

    /** Nothing may come for long. */
    void trim() {
        if (size < bytes.length) {
            bytes = Arrays.copyOf(bytes, size);
        }
    }

    /** In bytes. */
    int size() {
        return size;
    }

    Part part() {
        return new Part(bytes, size);
    }

    /** All that was there at some time. */
    static final class Part {
        private final byte[] bytes;
        private final int size;

        private Part(byte[] bytes, int size) {
            this.bytes = bytes;
            this.size = size;
        }

        /** Events after that one. */
        List<HistoryEvent> after(long id, int limit) {
            List<HistoryEvent> events = new ArrayList<>();
            Unpacking from = new Unpacking(bytes);
            while (from.at() < size && events.size() < limit) {
                int length = from.count();
                int begin = from.at();
                if (from.number() > id) {
                    from.at(begin);
                    events.add(read(from));
                } else {
                    from.at(begin + length);
                }
            }
            return events;
        }

        /** Events before that one, the last of them first. */
        List<HistoryEvent> before(long id, int limit) {
            List<Integer> places = new ArrayList<>();
            Unpacking from = new Unpacking(bytes);
            while (from.at() < size) {
                int length = from.count();
                int begin = from.at();
                if (from.number() >= id) {
                    break;
                }
                places.add(begin);
                from.at(begin + length);
            }
            List<HistoryEvent> events = new ArrayList<>();
            for (int i = places.size() - 1; i >= 0 && events.size() < limit; i--) {
                from.at(places.get(i));
                events.add(read(from));
            }
            return events;
        }

        private static HistoryEvent read(Unpacking from) {
            return new HistoryEvent(
                    from.number(), from.number(), from.instant(), HistoryEventType.valueOf(from.given()), from.value());
        }
    }
}
