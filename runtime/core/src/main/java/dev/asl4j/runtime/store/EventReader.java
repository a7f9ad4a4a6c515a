package dev.asl4j.runtime.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.BinaryReader;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.HistoryEventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link EventPacker} has packed, in AWS's shape. */
final class EventReader {
    private static final HistoryEventType[] TYPES = HistoryEventType.values();
    private static final JsonNode WHOLE =
            Json.object().set("truncated", BooleanNode.FALSE).build();

    /** So many texts of values are remembered: mostly the next events tell of the same ones. */
    private static final int TEXTS = 16;

    private final BinaryReader from;
    private final @Nullable JsonNode[] texts = new @Nullable JsonNode[TEXTS];
    private final int[] places = new int[TEXTS];

    EventReader(BinaryReader from) {
        this.from = from;
    }

    /** Id of the first event in bytes that begin with a block. */
    static long first(byte[] bytes) {
        BinaryReader from = new BinaryReader(bytes);
        from.at(Integer.BYTES);
        return from.number();
    }

    /** Where the blocks begin that may have events from that one on and none later than another one. */
    static List<Integer> blocks(byte[] bytes, long first, long last) {
        BinaryReader from = new BinaryReader(bytes);
        List<Integer> blocks = new ArrayList<>();
        for (int begin = 0; begin < bytes.length; ) {
            from.at(begin);
            int length = from.fixed();
            long id = from.number();
            if (id > last) {
                break;
            }
            if (id <= first) {
                blocks.clear();
            }
            blocks.add(begin);
            begin += length;
        }
        return blocks;
    }

    /** The events of the block that begins there. */
    List<HistoryEvent> block(int begin) {
        from.at(begin);
        int end = begin + from.fixed();
        long id = from.number() - 1;
        Instant time = instant();
        List<HistoryEvent> events = new ArrayList<>();
        while (from.at() < end) {
            HistoryEventType type = TYPES[from.octet()];
            int flags = from.octet();
            id += (flags & EventPacker.OTHER_ID) == 0 ? 1 : from.signed();
            long previous = id - ((flags & EventPacker.OTHER_PREVIOUS) == 0 ? 1 : from.signed());
            if ((flags & EventPacker.OTHER_TIME) != 0) {
                time = (flags & EventPacker.FAR_TIME) != 0 ? instant() : time.plusNanos(from.signed());
            }
            events.add(new HistoryEvent(id, previous, time, type, details(flags & EventPacker.FIELDS)));
        }
        return events;
    }

    private Instant instant() {
        return Instant.ofEpochSecond(from.signed(), from.number());
    }

    /** The details that come next, which have so many fields. */
    JsonNode details(int fields) {
        ObjectBuilder details = Json.object();
        for (int i = 0; i < fields; i++) {
            EventField field = EventField.of(from.octet());
            String name = field.text;
            switch (field.form) {
                case DATA -> details.set(name, written()).set(name + "Details", WHOLE);
                case WRITTEN -> details.set(name, written());
                case TEXT -> details.set(name, TextNode.valueOf(from.text()));
                case NUMBER -> details.set(name, LongNode.valueOf(from.signed()));
                case VARIABLES -> details.set(name, variables()).set(name + "Details", WHOLE);
                case ROLE ->
                    details.set(name, Json.object().set("roleArn", from.value()).build());
                case ALL -> {
                    return from.value();
                }
            }
        }
        return details.build();
    }

    private JsonNode variables() {
        ObjectBuilder variables = Json.object();
        for (long left = from.number(); left > 0; left--) {
            variables.set(from.text(), written());
        }
        return variables.build();
    }

    /** A value as text. */
    private JsonNode written() {
        int place = from.place();
        int slot = place & TEXTS - 1;
        JsonNode known = texts[slot];
        if (known != null && places[slot] == place) {
            from.skip();
            return known;
        }
        JsonNode text = TextNode.valueOf(Json.write(from.value()));
        texts[slot] = text;
        places[slot] = place;
        return text;
    }
}
