package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredFrame.Phase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes frames down for a store: with names of states and variables, as another version of the definition has other numbers. */
final class FrameWriter {
    private FrameWriter() {}

    /** A frame as it stands. */
    static StoredFrame write(RunningFrame frame) {
        Visit visit = frame.visit();
        @Nullable Effect effect = visit.effect();
        @Nullable Pending pending = frame.pending();
        @Nullable Item item = frame.item();
        Phase phase = phase(frame);
        return new StoredFrame(
                frame.id(),
                parent(frame),
                frame.index(),
                frame.place(),
                frame.stateName(),
                frame.type().name(),
                phase,
                frame.since(),
                frame.view().input(),
                phase == Phase.RESUME ? frame.value() : null,
                frame.variables().all(frame.scope()),
                effect == null ? null : effect.work(),
                effect == null ? null : effect.items(),
                item == null ? null : item.context(),
                detail(frame, phase),
                pending == null ? null : pending.activity());
    }

    /** A branch or iteration that is done: nothing but its output is needed of it. */
    static StoredFrame done(
            RunningFrame parent,
            Scope scope,
            int id,
            int index,
            int state,
            boolean isIteration,
            Instant now,
            JsonNode output) {
        String name = scope.states().name(state);
        return new StoredFrame(
                id,
                parent.id(),
                index,
                StoredFrame.place(parent.place(), isIteration ? 0 : index, name),
                name,
                scope.states().type(state).name(),
                Phase.DONE,
                now,
                NullNode.getInstance(),
                output,
                null,
                null,
                null,
                null,
                Json.EMPTY,
                null);
    }

    private static Phase phase(RunningFrame frame) {
        @Nullable Pending pending = frame.pending();
        if (pending != null) {
            return pending.phase();
        }
        if (frame.children() != null) {
            return Phase.CHILDREN;
        }
        return switch (frame.step()) {
            case ENTER -> Phase.ENTER;
            case BEGIN_EFFECT -> Phase.BEGIN_EFFECT;
            case RESUME -> Phase.RESUME;
        };
    }

    private static JsonNode detail(RunningFrame frame, Phase phase) {
        ObjectBuilder detail = Json.object();
        Notes.set(detail, Notes.EVENT, frame.event());
        frame.visit().note(detail);
        if (frame.slot() != frame.index()) {
            detail.set(Notes.SLOT, IntNode.valueOf(frame.slot()));
        }
        @Nullable Effect effect = frame.visit().effect();
        if (effect != null) {
            effect.note(detail);
        }
        @Nullable Pending pending = frame.pending();
        if (pending != null) {
            pending.note(detail);
        } else if (phase != Phase.CHILDREN) {
            Notes.set(detail, Notes.ORDER, frame.order());
        }
        return detail.build();
    }

    private static int parent(RunningFrame frame) {
        @Nullable RunningFrame parent = frame.parent();
        return parent == null ? 0 : parent.id();
    }
}
