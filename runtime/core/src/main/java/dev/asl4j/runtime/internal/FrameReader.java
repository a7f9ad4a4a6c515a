package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.runtime.internal.UnresolvableStateException.Missing;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateTable;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredFrame.Phase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the frames of a driver from those of a store: what {@link FrameWriter} wrote. */
final class FrameReader {
    private final Driver driver;
    private final Map<Integer, List<StoredFrame>> byParent = new HashMap<>();
    private final Map<Scope, Map<String, Integer>> states = new HashMap<>();
    private final List<Missing> missing = new ArrayList<>();
    private final ArrayDeque<Restored> open = new ArrayDeque<>();
    private final Recorder recorder;
    private int read;

    FrameReader(Driver driver, Recorder recorder) {
        this.driver = driver;
        this.recorder = recorder;
    }

    /**
     * Builds them; the root is there already.
     *
     * @throws UnresolvableStateException if the definition does not have all the states
     * @throws DamagedFramesException if the frames contradict themselves
     */
    void read(List<StoredFrame> rows, Scope main) throws UnresolvableStateException {
        Set<Integer> ids = new HashSet<>();
        for (StoredFrame row : rows) {
            if (row.id() == StoredFrame.EXECUTION) {
                continue;
            }
            if (row.id() < 0 || !ids.add(row.id())) {
                throw new DamagedFramesException("not the id of one frame: " + row.id());
            }
            byParent.computeIfAbsent(row.parent(), parent -> new ArrayList<>()).add(row);
            recorder.isStored(row.id());
        }
        List<StoredFrame> roots = byParent.getOrDefault(0, List.of());
        if (roots.size() != 1 || roots.get(0).phase() == Phase.DONE) {
            throw new DamagedFramesException("not one outermost frame, but " + roots.size());
        }
        read(driver.tree().root(), roots.get(0), main);
        while (!open.isEmpty()) {
            Restored parent = open.poll();
            if (parent.frame.children() != null) {
                readChildren(parent);
            }
        }
        if (!missing.isEmpty()) {
            throw new UnresolvableStateException(missing);
        }
        if (read != ids.size()) {
            throw new DamagedFramesException("frames without a parent whose branches run: " + (ids.size() - read));
        }
    }

    private void read(RunningFrame frame, StoredFrame row, Scope scope) {
        read++;
        @Nullable Integer state = state(scope, row.state());
        StateTable table = scope.states();
        if (state == null) {
            miss(row, Missing.state(row.place(), row.type()));
            return;
        }
        if (!table.type(state).name().equals(row.type())) {
            miss(row, Missing.type(row.place(), row.type(), table.type(state).name()));
            return;
        }
        @Nullable Effect effect;
        try {
            effect = EffectReader.read(row, scope, state);
        } catch (IllegalArgumentException unknown) {
            miss(row, Missing.work(row.place(), row.type()));
            return;
        }
        frame.restore(scope, row, item(row));
        frame.view().at(state, row.input());
        frame.visit().restore(row, effect, table.retriers(state).size());
        if (row.variables() != null) {
            frame.variables().restore(scope, row.variables());
        }
        recorder.began(frame, row.id());
        block(frame, row, effect);
        recorder.isBlocked(frame);
        open.add(new Restored(frame, row));
    }

    /** What the frame waits for. */
    private void block(RunningFrame frame, StoredFrame row, @Nullable Effect effect) {
        switch (row.phase()) {
            case ENTER -> {}
            case BEGIN_EFFECT -> require(effect != null, row);
            case RESUME -> require(row.value() != null, row);
            case RETRY -> require(driver.waits().restore(frame, row), row);
            case TASK, WAIT, CHILDREN, MAP_RUN -> require(effect != null && effect.restore(driver, frame, row), row);
            case DONE -> throw damaged(row);
        }
    }

    private void readChildren(Restored parent) {
        Children children = Objects.requireNonNull(parent.frame.children());
        Set<Integer> indexes = new HashSet<>();
        for (StoredFrame row : byParent.getOrDefault(parent.row.id(), List.of())) {
            if (row.index() < 0 || !indexes.add(row.index())) {
                throw damaged(row);
            }
            if (row.index() >= children.count()) {
                read++;
                miss(row, Missing.state(row.place(), row.type()));
            } else if (row.phase() == Phase.DONE) {
                read++;
                children.restoreDone(row.index(), row.id(), row.value() == null ? NullNode.getInstance() : row.value());
            } else {
                JsonNode slot = row.detail().path(Notes.SLOT);
                @Nullable
                RunningFrame child =
                        children.restoreRunning(row.index(), slot.isMissingNode() ? row.index() : slot.asInt(-1));
                if (child == null) {
                    throw damaged(row);
                }
                read(child, row, children.scope(row.index()));
            }
        }
        require(!missing.isEmpty() || children.isWhole(indexes.size()), parent.row); // nobody would wake it
    }

    private static @Nullable Item item(StoredFrame row) {
        @Nullable JsonNode item = row.item();
        if (item == null) {
            return null;
        }
        @Nullable JsonNode value = item.get("Value");
        @Nullable String source = Notes.text(item, "Source");
        return new Item(
                Notes.count(item, "Index"),
                value == null ? NullNode.getInstance() : value,
                Notes.text(item, "Key"),
                source == null ? Item.STATE_DATA : source);
    }

    private @Nullable Integer state(Scope scope, String name) {
        return states.computeIfAbsent(scope, FrameReader::numbers).get(name);
    }

    private static Map<String, Integer> numbers(Scope scope) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int state = 0; state < scope.states().size(); state++) {
            numbers.put(scope.states().name(state), state);
        }
        return numbers;
    }

    private void miss(StoredFrame row, Missing state) {
        missing.add(state);
        ArrayDeque<StoredFrame> inside = new ArrayDeque<>(List.of(row));
        while (!inside.isEmpty()) { // they cannot be judged, but they are known
            for (StoredFrame child : byParent.getOrDefault(inside.poll().id(), List.of())) {
                read++;
                inside.add(child);
            }
        }
    }

    private static void require(boolean condition, StoredFrame row) {
        if (!condition) {
            throw damaged(row);
        }
    }

    private static DamagedFramesException damaged(StoredFrame row) {
        return new DamagedFramesException("frame " + row.id() + " cannot be " + row.phase() + " at " + row.place());
    }

    /** Those of the live frames that are ready, in the order in which they became so. */
    static List<RunningFrame> ready(List<RunningFrame> live) {
        return live.stream()
                .filter(frame -> frame.pending() == null && frame.children() == null)
                .sorted(Comparator.comparingInt(RunningFrame::order))
                .toList();
    }

    private record Restored(RunningFrame frame, StoredFrame row) {}
}
