package dev.asl4j.runtime.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.store.StoredFrame.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The frames of an execution: as they were committed while somebody holds it, packed while nobody does. */
final class FrameRows {
    /** More, or larger ones, are not packed: it would take its time, and save little of what they take. */
    private static final int MOST_FRAMES = 16;

    private static final int MOST_CHARACTERS = 2_048;

    /** Of the execution: frames at its first state have the same, which is not packed. */
    private final JsonNode input;

    private @Nullable Rows<StoredFrame> rows;
    private byte @Nullable [] packed;

    FrameRows(JsonNode input) {
        this.input = input;
    }

    /** Makes them what they are after a turn. */
    void apply(Turn turn) {
        Rows<StoredFrame> unpacked = unpack();
        unpacked.removeAll(turn.removed());
        turn.changed().forEach(unpacked::put);
    }

    boolean isEmpty() {
        return packed == null && (rows == null || rows.size() == 0);
    }

    /** By id. */
    List<StoredFrame> all() {
        return later().get();
    }

    /** What {@link #all} gives now, to be found out later, and on another thread, while they change. */
    Supplier<List<StoredFrame>> later() {
        byte[] bytes = packed;
        if (bytes != null) {
            return () -> read(bytes, input);
        }
        List<StoredFrame> all = MemoryEntry.all(rows);
        return () -> all;
    }

    /** Somebody holds the execution. */
    Rows<StoredFrame> unpack() {
        Rows<StoredFrame> unpacked = rows;
        if (unpacked == null) {
            unpacked = new Rows<>(StoredFrame::id);
            if (packed != null) {
                read(packed, input).forEach(unpacked::put);
            }
            rows = unpacked;
            packed = null;
        }
        return unpacked;
    }

    /** Nobody does. */
    void pack() {
        Rows<StoredFrame> unpacked = rows;
        if (unpacked != null && unpacked.size() > 0 && isSmall(unpacked)) {
            packed = write(unpacked);
            rows = null;
        }
    }

    private boolean isSmall(Rows<StoredFrame> frames) {
        int characters = 0;
        for (int i = 0; i < frames.size() && characters <= MOST_CHARACTERS; i++) {
            StoredFrame frame = frames.at(i);
            characters += frame.input().equals(input) ? 0 : Json.size(frame.input());
            characters += size(frame.value()) + size(frame.variables()) + size(frame.work()) + size(frame.items());
            characters += size(frame.item()) + size(frame.detail());
        }
        return frames.size() <= MOST_FRAMES && characters <= MOST_CHARACTERS;
    }

    private static int size(@Nullable JsonNode value) {
        return value == null ? 0 : Json.size(value);
    }

    private byte[] write(Rows<StoredFrame> frames) {
        Packing to = new Packing();
        to.number(frames.size());
        for (int i = 0; i < frames.size(); i++) {
            StoredFrame frame = frames.at(i);
            to.number(frame.id());
            to.number(frame.parent());
            to.number(frame.index());
            to.text(frame.place().equals(frame.state()) ? null : frame.place());
            to.text(frame.state());
            to.text(frame.type());
            to.text(frame.phase().name());
            to.instant(frame.since());
            to.json(frame.input().equals(input) ? null : frame.input());
            to.json(frame.value());
            to.json(frame.variables());
            to.json(frame.work());
            to.json(frame.items());
            to.json(frame.item());
            to.json(frame.detail());
            to.text(frame.activity());
        }
        return to.toBytes();
    }

    private static List<StoredFrame> read(byte[] packed, JsonNode input) {
        Unpacking from = new Unpacking(packed);
        int count = from.count();
        List<StoredFrame> frames = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int id = from.count();
            int parent = from.count();
            int index = from.count();
            String place = from.text();
            String state = from.given();
            frames.add(new StoredFrame(
                    id,
                    parent,
                    index,
                    place == null ? state : place,
                    state,
                    from.given(),
                    Phase.valueOf(from.given()),
                    from.instant(),
                    from.json(input),
                    from.json(),
                    from.json(),
                    from.json(),
                    from.json(),
                    from.json(),
                    from.value(),
                    from.text()));
        }
        return frames;
    }
}
