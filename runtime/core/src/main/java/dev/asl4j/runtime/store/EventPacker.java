package dev.asl4j.runtime.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.BinaryWriter;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.HistoryEventType;
import java.time.Instant;
import java.util.Map;

/**
 * Packs history events as they happen: values as they are, not as the text that shows them, and nothing twice that was there shortly before.
 * An event is {@linkplain #begin begun}, its fields are told in the order in which they are shown, and it {@linkplain #end ends}.
 *
 * <p>The events are in blocks, which are read or passed over as a whole: length, id and time of the first one, then events. An event is its
 * type, what it has, how its id, the id before it and its time differ from what is usual, and its fields.
 */
@SuppressWarnings("EnumOrdinal") // the bytes never leave the process
public final class EventPacker {
    /** An event says one more than the last, follows upon that, and has the same time, unless it has one of these. */
    static final int OTHER_ID = 0x80;

    static final int OTHER_PREVIOUS = 0x40;
    static final int OTHER_TIME = 0x20;

    /** Its time is not told by nanoseconds since the one before. */
    static final int FAR_TIME = 0x10;

    /** The number of fields. */
    static final int FIELDS = 0x0F;

    static final long NANOS = 1_000_000_000;

    /** Seconds whose nanoseconds are a long by far. */
    private static final long FAR = 1_000_000;

    private static final int EVENTS_OF_BLOCK = 32;
    private static final int BYTES_OF_BLOCK = 4_096;

    private final BinaryWriter to = new BinaryWriter();
    private int block = -1;
    private int eventsOfBlock;
    private int count;
    private int start;
    private int head;
    private boolean open;
    private int flags;
    private int fields;
    private int fieldsAt;

    private long id;
    private long previous;
    private Instant time = Instant.EPOCH;
    private HistoryEventType type = HistoryEventType.EXECUTION_STARTED;

    /** Begins an event. */
    public void begin(long id, long previous, HistoryEventType type, Instant time) {
        drop();
        if (block < 0 || eventsOfBlock == EVENTS_OF_BLOCK || to.size() - block > BYTES_OF_BLOCK) {
            close();
            open(id, time);
        }
        open = true;
        start = to.size();
        to.octet(type.ordinal());
        head = to.size();
        to.octet(0);
        flags = 0;
        if (id != this.id + 1) {
            flags |= OTHER_ID;
            to.signed(id - this.id);
        }
        if (previous != id - 1) {
            flags |= OTHER_PREVIOUS;
            to.signed(id - previous);
        }
        if (!time.equals(this.time)) {
            time(time);
        }
        fields = 0;
        fieldsAt = to.size();
        this.id = id;
        this.previous = previous;
        this.time = time;
        this.type = type;
    }

    /** Forgets an event that was begun, if something has prevented its end. */
    private void drop() {
        if (open) {
            to.cut(start);
            open = false;
            close();
            block = -1;
        }
    }

    @SuppressWarnings("JavaInstantGetSecondsGetNano") // the seconds are above
    private void time(Instant next) {
        flags |= OTHER_TIME;
        long seconds = next.getEpochSecond() - time.getEpochSecond();
        if (Math.abs(seconds) > FAR) {
            flags |= FAR_TIME;
            instant(next);
        } else {
            to.signed(seconds * NANOS + next.getNano() - time.getNano());
        }
    }

    private void open(long first, Instant begin) {
        block = to.size();
        eventsOfBlock = 0;
        to.fixed(0);
        to.number(first);
        instant(begin);
        id = first - 1;
        time = begin;
    }

    private void close() {
        if (block >= 0) {
            to.fixedAt(block, to.size() - block);
        }
    }

    private void instant(Instant instant) {
        to.signed(instant.getEpochSecond());
        to.number(instant.getNano());
    }

    public void text(EventField field, String text) {
        field(field);
        to.text(text);
    }

    public void number(EventField field, long number) {
        field(field);
        to.signed(number);
    }

    /** Any JSON. */
    public void value(EventField field, JsonNode value) {
        field(field);
        to.value(value);
    }

    /** {@link EventField#ASSIGNED_VARIABLES}. */
    public void variables(Map<String, JsonNode> assigned) {
        field(EventField.ASSIGNED_VARIABLES);
        to.number(assigned.size());
        assigned.forEach((name, value) -> {
            to.text(name);
            to.value(value);
        });
    }

    private void field(EventField field) {
        to.octet(field.ordinal());
        fields++;
    }

    /** Ends an event. */
    public void end() {
        to.octetAt(head, flags | fields);
        open = false;
        count++;
        eventsOfBlock++;
    }

    /** An event that was made elsewhere. */
    void add(HistoryEvent event) {
        begin(event.id(), event.previousEventId(), event.type(), event.timestamp());
        value(EventField.ALL, event.details());
        end();
    }

    /** Id of the last event; 0 if there is none. */
    public long lastId() {
        return count == 0 ? 0 : id;
    }

    /** The last event, as it is shown. */
    public HistoryEvent last() {
        return new HistoryEvent(id, previous, time, type, new EventReader(to.readFrom(fieldsAt)).details(fields));
    }

    /** All of them. */
    public PackedEvents packed() {
        drop();
        close();
        return new PackedEvents(to.toBytes(), count);
    }
}
