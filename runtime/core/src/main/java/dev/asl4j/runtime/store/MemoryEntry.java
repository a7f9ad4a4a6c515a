package dev.asl4j.runtime.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.store.StoredExecution.Head;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** An execution in memory. There may be a million of them: what is not there takes a null, and no more. */
final class MemoryEntry {
    /** {@link #heapIndex} of one that is not in the heap. */
    static final int OUT = -1;

    final long key;
    final Head head;
    Progress progress;

    @Nullable
    MemorySession holder;

    /** When it is due, if it is in the heap: see {@link DueHeap}. */
    long due;

    int heapIndex = OUT;

    /** Neighbours among those that retention may remove. */
    @Nullable
    MemoryEntry older;

    @Nullable
    MemoryEntry newer;

    /** How many children of its Map Runs are not {@link #settled}. */
    int unsettledChildren;

    /** Of a child of a Map Run: whether nothing goes on any more in it or below it. */
    boolean settled;

    /** Of a child of a Map Run: how often it is among the {@link CountedChildren}. */
    int counted;

    /** Whether a frame may wait for a worker. */
    boolean inActivityQueue;

    private boolean gone;

    @Nullable
    FrameRows frames;

    @Nullable
    EventLog events;

    @Nullable
    Rows<StoredMessage> messages;

    @Nullable
    Rows<StoredMapRun> mapRuns;

    MemoryEntry(long key, Head head, Progress progress) {
        this.key = key;
        this.head = head;
        this.progress = progress;
    }

    StoredExecution execution() {
        return new StoredExecution(key, head, progress);
    }

    long start() {
        return Micros.of(head.start());
    }

    /** Whether it was removed from the store. */
    boolean isGone() {
        return gone;
    }

    /** Lets go of what it holds. */
    void remove() {
        gone = true;
        frames = null;
        events = null;
        messages = null;
        mapRuns = null;
    }

    boolean isRunning() {
        return progress.status() == Status.RUNNING;
    }

    boolean isMapRunChild() {
        return head.parent() != null && head.parent().mapRun() != null;
    }

    /** Whether another child of the Map Run may take its place: it is an Express one that has not succeeded, and is started anew. */
    boolean givesWay() {
        return isMapRunChild()
                && head.type() == ExecutionType.EXPRESS
                && settled
                && progress.status() != Status.SUCCEEDED;
    }

    /** Keys of the children of Map Runs whose ends the turn has taken in. */
    List<Long> childrenCountedBy(Turn turn) {
        if (messages == null || turn.taken().isEmpty()) {
            return List.of();
        }
        List<Long> children = new ArrayList<>();
        for (long id : turn.taken()) {
            StoredMessage message = messages.get(id);
            JsonNode data = message == null ? null : message.body().data();
            if (message != null
                    && data != null
                    && message.kind() == StoredMessage.Kind.CHILD_ENDED
                    && message.body().subject() != null) {
                children.add(data.path(StoredMessage.KEY).asLong());
            }
        }
        return children;
    }

    boolean hasMail() {
        return messages != null && messages.size() > 0;
    }

    /** Whether it has mail that it can take: a parked one takes nothing but the word that it is to end. */
    boolean isDueForMail() {
        return messages != null
                && messages.size() > 0
                && (progress.parked() == null
                        || messages.all().stream().anyMatch(it -> it.kind() == StoredMessage.Kind.STOP));
    }

    /** Whether an answer to that token is in the mailbox. */
    boolean isAnswered(@Nullable String token) {
        return messages != null
                && token != null
                && messages.all().stream()
                        .anyMatch(it ->
                                it.kind().isAnswer() && token.equals(it.body().token()));
    }

    /** The message in the mailbox that says the same. */
    @Nullable
    StoredMessage told(StoredMessage.Kind kind, StoredMessage.Body body) {
        return !kind.isSaidOnce() || messages == null
                ? null
                : messages.all().stream()
                        .filter(it ->
                                it.kind() == kind && Objects.equals(it.body().subject(), body.subject()))
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Does all of a turn that concerns nothing but this execution.
     *
     * @param packedEvents the turn's, which {@link PackedEvents} has
     */
    void apply(Turn turn, byte[] packedEvents) {
        progress = turn.progress();
        applyFrames(turn);
        if (packedEvents.length > 0) {
            events = events == null ? new EventLog() : events;
            events.append(packedEvents);
        }
        mapRuns = putAll(mapRuns, turn.mapRuns(), StoredMapRun::visit);
        if (messages != null) {
            messages.removeAll(turn.taken());
            if (!isRunning()) {
                dropMailForTheLiving(messages);
            }
            messages = messages.size() == 0 ? null : messages;
        }
    }

    private void applyFrames(Turn turn) {
        if (frames == null && turn.changed().isEmpty()) {
            return;
        }
        FrameRows applied = frames == null ? new FrameRows(head.input()) : frames;
        applied.apply(turn);
        frames = applied.isEmpty() ? null : applied;
    }

    /** Packs or unpacks what is seldom looked at while nobody holds it. */
    void pack() {
        if (frames != null && holder == null) {
            frames.pack();
        } else if (frames != null) {
            frames.unpack();
        }
        if (events != null && holder == null) {
            events.trim();
        }
    }

    List<StoredFrame> allFrames() {
        return frames == null ? List.of() : frames.all();
    }

    /** Of its history. */
    int bytes() {
        return events == null ? 0 : events.size();
    }

    static <T> List<T> all(@Nullable Rows<T> rows) {
        return rows == null ? List.of() : rows.all();
    }

    private static void dropMailForTheLiving(Rows<StoredMessage> messages) {
        messages.removeAll(messages.all().stream()
                .filter(message -> !message.kind().isForEnded())
                .map(StoredMessage::id)
                .toList());
    }

    private static <T> @Nullable Rows<T> putAll(
            @Nullable Rows<T> rows, List<T> added, ToLongFunction<? super T> number) {
        if (added.isEmpty()) {
            return rows;
        }
        Rows<T> filled = rows == null ? new Rows<>(number) : rows;
        for (T item : added) {
            filled.put(item);
        }
        return filled;
    }
}
