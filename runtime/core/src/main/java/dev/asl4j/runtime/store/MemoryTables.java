package dev.asl4j.runtime.store;

import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Executions in memory and the ways to find them. Not for several threads at once: {@link MemoryStore} sees to that. */
final class MemoryTables {
    /** The histories of ended executions may take one part in so many of the heap. */
    private static final int HISTORIES = 8;

    private final EntryIndex keys = new EntryIndex(entry -> Long.hashCode(entry.key));
    private final EntryIndex names = new EntryIndex(entry -> nameHash(entry.head.machine(), entry.head.name()));
    private final EntryIndex childNames =
            new EntryIndex(entry -> entry.head.name().hashCode());
    private final StartOrder starts = new StartOrder();
    private final Families families = new Families();
    private final Map<String, MemoryEntry> mapRuns = new HashMap<>();
    private final Retention retention;
    private final CountedChildren counted;
    final ActivityQueues activities = new ActivityQueues();
    final DueHeap due = new DueHeap();
    private long lastMessage;
    private long open;

    /**
     * Tables.
     *
     * @param ended how many executions that have ended are kept
     */
    MemoryTables(int ended) {
        retention = new Retention(ended, Runtime.getRuntime().maxMemory() / HISTORIES);
        counted = new CountedChildren(ended);
    }

    @Nullable
    MemoryEntry get(long key) {
        return keys.find(Long.hashCode(key), entry -> entry.key == key);
    }

    @Nullable
    MemoryEntry find(String machine, String name) {
        MemoryEntry found = named(machine, name);
        return found == null && machine.indexOf('/') > 0
                ? childNames.find(name.hashCode(), isNamed(machine, name))
                : found;
    }

    /** The one of that name that is no child of a Map Run. */
    private @Nullable MemoryEntry named(String machine, String name) {
        return names.find(nameHash(machine, name), isNamed(machine, name));
    }

    private static Predicate<MemoryEntry> isNamed(String machine, String name) {
        return entry -> entry.head.name().equals(name) && entry.head.machine().equals(machine);
    }

    /** How many run, children of Map Runs left out. */
    long open() {
        return open;
    }

    /** The execution whose Map Run has that ARN. */
    @Nullable
    MemoryEntry ofMapRun(String arn) {
        return mapRuns.get(arn);
    }

    Families families() {
        return families;
    }

    List<StoredExecution> list(ExecutionQuery query) {
        return starts.list(query);
    }

    void forEach(Consumer<MemoryEntry> action) {
        keys.forEach(action);
    }

    /** Adds an execution that a turn starts; null if its name, or its place in the parent, is taken. */
    @Nullable
    MemoryEntry start(Turn turn, StoredExecution.Head head) {
        Parent parent = head.parent();
        MemoryEntry there = parent == null ? null : families.get(parent);
        if (there != null && !there.givesWay()) {
            return null;
        }
        if (there != null) {
            removeChild(there);
        }
        MemoryEntry entry = new MemoryEntry(turn.key(), head, turn.progress());
        if (!entry.isMapRunChild()) {
            if (!nameIsFree(entry)) {
                return null;
            }
            starts.add(entry);
            open += entry.isRunning() ? 1 : 0;
        } else {
            childNames.add(entry);
        }
        keys.add(entry);
        if (parent != null) {
            families.add(entry, parent);
            MemoryEntry above = get(parent.key());
            if (above != null && entry.isMapRunChild()) {
                above.unsettledChildren++;
                settle(above);
            }
        }
        return entry;
    }

    /** Does what a turn says about its own execution. */
    void apply(MemoryEntry entry, Turn turn, byte[] packedEvents) {
        boolean ran = entry.isRunning();
        activities.remove(entry);
        for (long child : entry.childrenCountedBy(turn)) {
            count(child);
        }
        entry.apply(turn, packedEvents);
        activities.add(entry);
        for (StoredMapRun run : turn.mapRuns()) {
            mapRuns.put(run.arn(), entry);
        }
        if (ran != entry.isRunning()) {
            open += entry.isMapRunChild() ? 0 : ran ? -1 : 1;
            families.nested(entry.key).forEach(this::settle);
        }
    }

    /** The execution is held, released, has ended or has got mail: looks anew when it is to go on, and whether it may be removed. */
    void moved(MemoryEntry entry, @Nullable Instant wake) {
        entry.pack();
        if (entry.holder != null) {
            due.remove(entry);
        } else if (entry.isDueForMail()) {
            due.addAtOnce(entry);
        } else if (entry.isRunning() && wake != null) {
            due.add(entry, wake);
        } else {
            due.remove(entry);
        }
        settle(entry);
    }

    /** The session that held the execution has left: whoever takes it up finds out what is to be done. */
    void abandoned(MemoryEntry entry) {
        if (entry.isRunning() || entry.isDueForMail()) {
            due.addAtOnce(entry);
        }
        settle(entry);
    }

    /** Puts a message into the mailbox. */
    StoredMessage deliver(MemoryEntry entry, StoredMessage.Kind kind, StoredMessage.Body body) {
        StoredMessage message = new StoredMessage(++lastMessage, kind, body);
        if (entry.messages == null) {
            entry.messages = new Rows<>(StoredMessage::id);
        }
        entry.messages.put(message);
        if (entry.holder == null) {
            if (entry.isDueForMail()) {
                due.addAtOnce(entry);
            }
            settle(entry);
        }
        return message;
    }

    /** Removes what is too much. */
    void retain() {
        for (MemoryEntry oldest = retention.oldest(); oldest != null && retention.isTooMuch(); ) {
            remove(oldest);
            oldest = retention.oldest();
        }
    }

    /** The parent knows how the child has ended: it need not be kept for that. */
    private void count(long child) {
        MemoryEntry entry = get(child);
        if (entry != null && entry.isMapRunChild()) {
            counted.add(entry);
        }
        for (MemoryEntry gone = counted.poll(); gone != null; gone = counted.poll()) {
            removeChild(gone);
        }
    }

    private void removeChild(MemoryEntry child) {
        Parent parent = child.head.parent();
        remove(child);
        if (parent != null) {
            families.removeChild(parent);
        }
    }

    /** Removes executions that ended before that instant. */
    int purge(Instant endedBefore, int limit) {
        List<MemoryEntry> gone = new ArrayList<>();
        for (MemoryEntry entry = retention.oldest(); entry != null && gone.size() < limit; entry = entry.newer) {
            Instant stop = entry.progress.stop();
            if (stop != null && Micros.of(stop) < Micros.of(endedBefore)) {
                gone.add(entry);
            }
        }
        gone.forEach(this::remove);
        return gone.size();
    }

    /** Where the executions of a machine stand that run. */
    List<MemoryCensus.Entry> standing(String machine) {
        List<MemoryCensus.Entry> standing = new ArrayList<>();
        keys.forEach(entry -> {
            if (entry.isRunning() && entry.head.machine().equals(machine)) {
                standing.add(
                        new MemoryCensus.Entry(entry.progress, entry.frames == null ? List::of : entry.frames.later()));
            }
        });
        return standing;
    }

    /** Whether nothing goes on any more in an execution or below it: tells the parent, or retention. */
    private void settle(MemoryEntry entry) {
        boolean settled =
                !entry.isRunning() && entry.holder == null && !entry.hasMail() && entry.unsettledChildren == 0;
        Parent parent = entry.head.parent();
        MemoryEntry above = parent == null ? null : get(parent.key());
        if (!entry.isMapRunChild()) {
            retention.set(entry, settled && (above == null || !above.isRunning()));
        } else if (settled != entry.settled) {
            entry.settled = settled;
            if (above != null) {
                above.unsettledChildren += settled ? -1 : 1;
                settle(above);
            }
        }
    }

    /** Of executions with one name, a Standard one is to be found, otherwise the newest Express one. */
    private boolean nameIsFree(MemoryEntry entry) {
        MemoryEntry other = named(entry.head.machine(), entry.head.name());
        if (other != null && isStandard(other)) {
            return !isStandard(entry);
        }
        if (other != null) {
            names.remove(other);
        }
        names.add(entry);
        return true;
    }

    private void remove(MemoryEntry entry) {
        retention.set(entry, false);
        keys.remove(entry);
        Parent parent = entry.head.parent();
        if (!entry.isMapRunChild()) {
            names.remove(entry);
            if (parent != null) {
                families.removeNested(parent);
            }
        } else {
            childNames.remove(entry);
        }
        for (StoredMapRun run : MemoryEntry.all(entry.mapRuns)) {
            mapRuns.remove(run.arn());
            families.children(run.arn()).forEach(this::remove);
            families.removeChildren(run.arn());
        }
        boolean listed = !entry.isMapRunChild();
        entry.remove();
        if (listed) {
            starts.removed();
        }
    }

    private static boolean isStandard(MemoryEntry entry) {
        return entry.head.type() == ExecutionType.STANDARD;
    }

    private static int nameHash(String machine, String name) {
        return 31 * machine.hashCode() + name.hashCode();
    }
}
