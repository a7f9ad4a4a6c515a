package dev.asl4j.runtime.store;

import dev.asl4j.runtime.data.BinaryReader;
import dev.asl4j.runtime.spi.HistoryEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The history of an execution, packed, in pieces of one or more turns. What is there never changes, so a {@link Part} of it can be read
 * while it grows.
 */
final class EventLog {
    /** A turn's events join the last piece up to here: there may be one for each of a million executions. */
    private static final int PIECE = 2_048;

    private byte[][] pieces = {};
    private int count;
    private int size;

    /** Takes the array over. */
    void append(byte[] events) {
        size += events.length;
        int last = count - 1;
        if (count > 0 && pieces[last].length + events.length <= PIECE) {
            byte[] piece = pieces[last];
            byte[] joined = Arrays.copyOf(piece, piece.length + events.length);
            System.arraycopy(events, 0, joined, piece.length, events.length);
            pieces[last] = joined;
            return;
        }
        if (count == pieces.length) {
            pieces = Arrays.copyOf(pieces, count + 1 + count / 2);
        }
        pieces[count++] = events;
    }

    /** In bytes. */
    int size() {
        return size;
    }

    Part part() {
        return new Part(Arrays.copyOf(pieces, count));
    }

    /** All that was there at some time. */
    static final class Part {
        private final byte[][] pieces;

        private Part(byte[][] pieces) {
            this.pieces = pieces;
        }

        /** Events after that one. */
        List<HistoryEvent> after(long id, int limit) {
            List<HistoryEvent> events = new ArrayList<>();
            for (int piece = Math.max(0, pieceOf(id + 1)); piece < pieces.length && events.size() < limit; piece++) {
                EventReader reader = new EventReader(new BinaryReader(pieces[piece]));
                for (int block : EventReader.blocks(pieces[piece], id + 1, Long.MAX_VALUE)) {
                    if (events.size() < limit) {
                        reader.block(block).stream()
                                .filter(event -> event.id() > id)
                                .limit(limit - events.size())
                                .forEach(events::add);
                    }
                }
            }
            return events;
        }

        /** Events before that one, the last of them first. */
        List<HistoryEvent> before(long id, int limit) {
            List<HistoryEvent> events = new ArrayList<>();
            for (int piece = pieceOf(id - 1); piece >= 0 && events.size() < limit; piece--) {
                EventReader reader = new EventReader(new BinaryReader(pieces[piece]));
                List<Integer> blocks = EventReader.blocks(pieces[piece], 0, id - 1);
                for (int i = blocks.size() - 1; i >= 0 && events.size() < limit; i--) {
                    List<HistoryEvent> block = reader.block(blocks.get(i));
                    for (int at = block.size() - 1; at >= 0 && events.size() < limit; at--) {
                        if (block.get(at).id() < id) {
                            events.add(block.get(at));
                        }
                    }
                }
            }
            return events;
        }

        /** The last piece that does not begin behind that event; -1 if all do. */
        private int pieceOf(long id) {
            int low = 0;
            int high = pieces.length - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                if (EventReader.first(pieces[middle]) <= id) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return high;
        }
    }
}
