package dev.asl4j.runtime.store;

import dev.asl4j.runtime.data.BinaryReader;
import dev.asl4j.runtime.spi.HistoryEvent;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of a turn as {@link EventPacker} has packed them: a store that keeps them so need never make objects of them. */
public final class PackedEvents extends AbstractList<HistoryEvent> {
    private static final PackedEvents NONE = new PackedEvents(new byte[0], 0);

    private final byte[] bytes;
    private final int count;

    /** Once somebody has looked at one. Threads may find them at the same time, and find the same. */
    private @Nullable List<HistoryEvent> unpacked;

    PackedEvents(byte[] bytes, int count) {
        this.bytes = bytes;
        this.count = count;
    }

    /** Those events. */
    static PackedEvents of(List<HistoryEvent> events) {
        if (events instanceof PackedEvents packed) {
            return packed;
        }
        if (events.isEmpty()) {
            return NONE;
        }
        EventPacker packer = new EventPacker();
        events.forEach(packer::add);
        return packer.packed();
    }

    /** Not for writing. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public HistoryEvent get(int index) {
        List<HistoryEvent> events = unpacked;
        if (events == null) {
            events = unpack();
            unpacked = events;
        }
        return events.get(index);
    }

    private List<HistoryEvent> unpack() {
        List<HistoryEvent> events = new ArrayList<>(count);
        EventReader reader = new EventReader(new BinaryReader(bytes));
        for (int block : EventReader.blocks(bytes, 0, Long.MAX_VALUE)) {
            events.addAll(reader.block(block));
        }
        return List.copyOf(events);
    }
}
