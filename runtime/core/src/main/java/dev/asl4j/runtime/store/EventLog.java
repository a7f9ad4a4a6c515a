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
    /** Shorter pieces are joined: there may be a history for each of a million executions. */
    private static final int PIECE = 2_048;

    /** As soon as there are so many of them at the end, or nothing may come for long. */
    private static final int SHORT_PIECES = 8;

    private byte[][] pieces = {};
    private int count;
    private int size;

    /** Takes the array over. */
    void append(byte[] events) {
        if (count == pieces.length) {
            pieces = Arrays.copyOf(pieces, count + 1 + count / 2);
        }
        pieces[count++] = events;
        size += events.length;
        if (count >= SHORT_PIECES && shortPieces() >= SHORT_PIECES) {
            trim();
        }
    }

    /** Nothing may come for long. */
    void trim() {
        int begin = count - shortPieces();
        if (count - begin > 1) {
            byte[][] parts = Arrays.copyOfRange(pieces, begin, count);
            int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
            byte[] joined = Arrays.copyOf(parts[0], length);
            int at = parts[0].length;
            for (int i = 1; i < parts.length; i++) {
                System.arraycopy(parts[i], 0, joined, at, parts[i].length);
                at += parts[i].length;
            }
            pieces[begin] = joined;
            count = begin + 1;
        }
        if (count < pieces.length) {
            pieces = Arrays.copyOf(pieces, count);
        }
    }

    /** How many of the last ones are short. */
    private int shortPieces() {
        int found = 0;
        while (found < count && pieces[count - 1 - found].length < PIECE) {
            found++;
        }
        return found;
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
