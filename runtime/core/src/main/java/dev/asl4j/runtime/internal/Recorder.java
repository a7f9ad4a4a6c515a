package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.internal.RunningFrame.Mark;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.store.EventPacker;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.store.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a driver has changed since its last checkpoint. Costs as much as has changed, however many frames there are.
 *
 * <p>While an error is on its way outwards, the frames it passes are kept as they stood: they are gone for good once it is caught, but stay
 * in the store if the execution fails, so that it can be redriven.
 */
final class Recorder {
    private final Map<Integer, RunningFrame> frames = new HashMap<>(); // the live ones
    private final Set<Integer> stored = new HashSet<>(); // ids that a checkpoint had

    private final Environment environment;
    private final List<RunningFrame> touched = new ArrayList<>();
    private final List<DoneChildren> withDone = new ArrayList<>(); // not all of which is written
    private final Map<Integer, StoredFrame> rows = new LinkedHashMap<>(); // of frames that are done, or as they stood
    private final List<Integer> passed = new ArrayList<>(); // frames that an error has left behind
    private List<Integer> removed = new ArrayList<>();
    private @Nullable EventPacker events; // of this turn, once there are any
    private Map<String, StoredMapRun> mapRuns = new LinkedHashMap<>();
    private List<Turn.Sent> sent = new ArrayList<>();
    private int held;

    Recorder(Environment environment) {
        this.environment = environment;
    }

    // ---- frames

    /** The live frame of that id; null if there is none. */
    @Nullable
    RunningFrame frame(int id) {
        return frames.get(id);
    }

    /** A frame has begun a branch or iteration, or is taken up again. */
    void began(RunningFrame frame, int id) {
        frames.put(id, frame);
    }

    /** It waits again for what it waited for: something in this process may work for it, although nothing of it has changed. */
    void isBlocked(RunningFrame frame) {
        @Nullable Pending pending = frame.pending();
        hold(frame, pending != null && pending.isHeld());
    }

    /** It is as the store has it. */
    void isStored(int id) {
        stored.add(id);
    }

    /** It is not what it was. */
    void touch(RunningFrame frame) {
        if (frame.mark() == Mark.CLEAN) {
            frame.mark(Mark.TOUCHED);
            touched.add(frame);
        }
    }

    /** A branch or iteration has succeeded; its siblings have not all. */
    void done(RunningFrame frame, DoneChildren siblings) {
        done(frame.index(), frame.id(), frame.view().state(), siblings);
        release(frame);
    }

    /** An iteration has succeeded, and another one has followed in the same frame. */
    void done(int index, int id, int state, DoneChildren siblings) {
        frames.remove(id);
        if (siblings.add(index, id, state)) {
            withDone.add(siblings);
        }
    }

    /** Writes down what is done and is not written. */
    void write(DoneChildren done) {
        done.write(environment.now(), row -> rows.put(row.id(), row));
    }

    /** A frame has ended, and nothing of it is to be kept. */
    void ended(RunningFrame frame) {
        int id = frame.id();
        release(frame);
        remove(id);
    }

    /** The branches or iterations that are done need not be known any more. */
    void remove(int id) {
        if (!rows.isEmpty()) {
            rows.remove(id);
        }
        if (id != 0 && !stored.isEmpty() && stored.remove(id)) {
            removed.add(id);
        }
    }

    // ---- while an error is on its way outwards

    /** How it stands now is how it stood. */
    void freeze(RunningFrame frame) {
        if (frame.mark() == Mark.TOUCHED && frame.id() != 0) {
            rows.put(frame.id(), FrameWriter.write(frame));
        }
        frame.mark(Mark.FROZEN);
    }

    /** It is left behind. */
    void gone(RunningFrame frame) {
        if (frame.id() == 0) {
            return;
        }
        if (frame.mark() != Mark.FROZEN) {
            freeze(frame);
        }
        passed.add(frame.id());
        release(frame);
    }

    /** A branch or iteration that is done is left behind. */
    void gone(int id) {
        if (id != 0) {
            passed.add(id);
        }
    }

    /** The error is dealt with at this frame: what it has left behind is gone. */
    void thaw(RunningFrame frame) {
        passed.forEach(this::remove);
        passed.clear();
        rows.remove(frame.id());
        frame.mark(Mark.CLEAN);
        touch(frame);
    }

    /** The execution has not succeeded: what the error has left behind stays. */
    void keep() {
        passed.clear();
    }

    // ---- the rest

    /** Notes about the execution itself. */
    void note(StoredFrame row) {
        rows.put(row.id(), row);
    }

    /** Where the events of this turn go. */
    EventPacker events() {
        @Nullable EventPacker packer = events;
        if (packer == null) {
            packer = new EventPacker();
            events = packer;
        }
        return packer;
    }

    void mapRun(StoredMapRun run) {
        mapRuns.put(run.arn(), run);
    }

    void send(Turn.Sent message) {
        sent.add(message);
    }

    /** Whether something in this process works for a frame, as far as the last checkpoint knows. */
    boolean isAnyHeld() {
        return held > 0;
    }

    /** What has changed since this was asked last. */
    Checkpoint checkpoint() {
        withDone.forEach(this::write);
        withDone.clear();
        List<StoredFrame> changed = new ArrayList<>(touched.size() + rows.size());
        for (RunningFrame frame : touched) {
            if (frame.mark() == Mark.TOUCHED) {
                frame.mark(Mark.CLEAN);
                changed.add(FrameWriter.write(frame));
                @Nullable Pending pending = frame.pending();
                hold(frame, pending != null && pending.isHeld());
            }
        }
        touched.clear();
        changed.addAll(rows.values());
        rows.clear();
        changed.forEach(row -> stored.add(row.id()));
        List<HistoryEvent> packed = events == null ? List.of() : events.packed();
        Checkpoint checkpoint = new Checkpoint(changed, removed, packed, List.copyOf(mapRuns.values()), sent);
        removed = new ArrayList<>();
        events = null;
        mapRuns = new LinkedHashMap<>();
        sent = new ArrayList<>();
        return checkpoint;
    }

    private void release(RunningFrame frame) {
        frames.remove(frame.id());
        hold(frame, false);
        frame.release();
    }

    private void hold(RunningFrame frame, boolean hold) {
        if (frame.wasHeld() != hold) {
            held += hold ? 1 : -1;
            frame.held(hold);
        }
    }
}
