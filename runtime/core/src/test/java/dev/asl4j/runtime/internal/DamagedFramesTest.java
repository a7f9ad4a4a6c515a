package dev.asl4j.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.Frame;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.spi.StateTable;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredFrame.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a store gives is not trusted: frames that contradict themselves or the definition are refused, with a reason. */
@Timeout(60)
final class DamagedFramesTest {
    private static final List<Phase> PHASES = List.of(Phase.values());

    private static final Task WORK =
            Task.of("arn:aws:lambda:us-east-1:000000000000:function:f", DataType.JSON, DataType.JSON, (in, call) -> in);

    /** A Map, each of whose iterations waits and then calls a task. */
    private static final class Definition extends Scope {
        private final List<Scope> inner;

        Definition(StateType first, String... names) {
            super(table(first, names), 0, false, "x");
            inner = first == StateType.MAP ? List.of(new Definition(StateType.WAIT, "Sleep", "Work")) : List.of();
        }

        private static StateTable table(StateType first, String... names) {
            StateTable.Builder table = StateTable.builder().state(first, names[0]);
            Arrays.stream(names).skip(1).forEach(name -> table.state(StateType.TASK, name));
            return table.build();
        }

        @Override
        public void enter(Frame frame) {
            switch (states().type(frame.state())) {
                case MAP -> frame.map(inner.get(0), frame.input(), frame.input(), 2);
                case WAIT -> frame.waitSeconds(frame.input().asInt());
                default -> frame.call(WORK, frame.input());
            }
        }

        @Override
        public void resume(Frame frame, JsonNode result) {
            if (states().type(frame.state()) == StateType.WAIT) {
                frame.assign(0, frame.input());
                frame.next(1, frame.input());
            } else {
                frame.succeed(result);
            }
        }

        @Override
        public Task task(int state) {
            return states().type(state) == StateType.TASK ? WORK : super.task(state);
        }

        @Override
        public List<Scope> inner(int state) {
            return states().type(state) == StateType.MAP ? inner : List.of();
        }
    }

    private static StateMachine machine(Scope main) {
        return StateMachine.of("machine", "fingerprint", 0, main);
    }

    private final ManualHost host = new ManualHost(
            machine(new Definition(StateType.MAP, "Each")), Json.parse("[1, 5, 1, 9]"), Settings.DEFAULTS, false);

    /** At four seconds item 0 is done, 1 waits, 2 is done or works. */
    private List<StoredFrame> frames() {
        List<StoredFrame> frames = new ArrayList<>();
        host.at(4_000, same -> frames.addAll(same.frames())).run();
        assertThat(frames).extracting(StoredFrame::phase).contains(Phase.CHILDREN, Phase.WAIT, Phase.DONE);
        return frames;
    }

    @Test
    void whatWasWrittenIsRead() throws UnresolvableStateException {
        assertThat(host.restored(machine(new Definition(StateType.MAP, "Each")), frames())
                        .tree()
                        .live())
                .hasSize(3);
    }

    @Test
    void statesThatAreGoneAreAllNamed() {
        List<StoredFrame> frames = frames();
        assertThatExceptionOfType(UnresolvableStateException.class)
                .isThrownBy(() -> host.restored(machine(new Definition(StateType.MAP, "All")), frames))
                .withMessage("no MAP state \"Each\"");
        assertThatExceptionOfType(UnresolvableStateException.class)
                .isThrownBy(() -> host.restored(machine(new Definition(StateType.WAIT, "Each", "Work")), frames))
                .withMessage("a WAIT state instead of the MAP state \"Each\"");
        List<StoredFrame> renamed = changed(frames, Phase.WAIT, row -> with(row, row.parent(), row.index(), "Nap"));
        assertThatExceptionOfType(UnresolvableStateException.class)
                .isThrownBy(() -> restore(renamed))
                .satisfies(thrown -> assertThat(thrown.missing())
                        .extracting(UnresolvableStateException.Missing::place)
                        .hasSize(2)
                        .containsOnly("Each[0]/Sleep"));
    }

    @Test
    void framesThatContradictThemselvesAreRefused() {
        List<StoredFrame> frames = frames();
        assertDamaged(List.of());
        assertDamaged(frames.subList(1, frames.size()));
        assertDamaged(frames.stream().filter(row -> row.index() != 1).toList());
        assertDamaged(twice(frames, 1));
        assertDamaged(changed(frames, Phase.WAIT, row -> with(row, 77, row.index(), row.state())));
        assertDamaged(changed(frames, Phase.WAIT, row -> with(row, row.id(), row.index(), row.state())));
        assertDamaged(changed(frames, Phase.WAIT, row -> with(row, 0, row.index(), row.state())));
        assertDamaged(changed(frames, Phase.WAIT, row -> with(row, row.parent(), 0, row.state())));
        assertDamaged(changed(frames, Phase.WAIT, row -> with(row, row.parent(), -1, row.state())));
        assertDamaged(changed(frames, Phase.WAIT, row -> noted(row, Phase.WAIT, Json.EMPTY)));
        assertDamaged(changed(frames, Phase.WAIT, row -> noted(row, Phase.RESUME, row.detail())));
        assertDamaged(changed(frames, Phase.WAIT, row -> noted(row, Phase.TASK, row.detail())));
        assertDamaged(changed(frames, Phase.WAIT, row -> noted(row, Phase.CHILDREN, row.detail())));
        assertDamaged(changed(frames, Phase.WAIT, row -> noted(row, Phase.MAP_RUN, row.detail())));
        assertDamaged(changed(frames, Phase.CHILDREN, row -> noted(row, Phase.DONE, row.detail())));
        assertDamaged(changed(frames, Phase.CHILDREN, row -> noted(row, Phase.ENTER, row.detail())));
        assertDamaged(changed(frames, Phase.WAIT, row -> {
            JsonNode detail =
                    Json.object().set(Notes.DUE, TextNode.valueOf("tomorrow")).build();
            return noted(row, Phase.WAIT, detail);
        }));
        assertDamaged(changed(frames, Phase.WAIT, row -> {
            JsonNode detail = Json.object()
                    .set(Notes.DUE, row.detail().get(Notes.DUE))
                    .set(Notes.SLOT, IntNode.valueOf(1_000_000_000))
                    .build();
            return noted(row, Phase.WAIT, detail);
        }));
    }

    @Test
    void whateverIsDamagedItIsReadOrRefused() {
        List<StoredFrame> frames = frames();
        JsonNode[] values = {
            Json.EMPTY, Json.parse("[]"), Json.parse("null"), Json.parse("\"\""), Json.parse("-3"), Json.parse("[[1]]")
        };
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            List<StoredFrame> damaged = new ArrayList<>(frames);
            int place = random.nextInt(damaged.size());
            damaged.set(place, damaged(damaged.get(place), random, values));
            Throwable thrown = catchThrowable(() -> restore(damaged));
            if (thrown != null) {
                refused++;
                assertThat(thrown)
                        .isInstanceOfAny(DamagedFramesException.class, UnresolvableStateException.class)
                        .message()
                        .isNotBlank();
            }
        }
        assertThat(refused).isBetween(5_000, 19_000);
    }

    private static StoredFrame damaged(StoredFrame row, Random random, JsonNode[] values) {
        JsonNode value = values[random.nextInt(values.length)];
        Phase phase = PHASES.get(random.nextInt(PHASES.size()));
        int field = random.nextInt(10);
        return new StoredFrame(
                field == 0 ? random.nextInt(8) - 1 : row.id(),
                field == 1 ? random.nextInt(8) - 1 : row.parent(),
                field == 2 ? random.nextInt(8) - 1 : row.index(),
                row.place(),
                field == 3 ? "Work" : row.state(),
                field == 4 ? "TASK" : row.type(),
                field == 5 || field == 9 ? phase : row.phase(),
                row.since(),
                field == 6 ? value : row.input(),
                field == 6 ? null : row.value(),
                field == 6 ? value : row.variables(),
                field == 7 ? value : row.work(),
                field == 7 || field == 9 ? value : row.items(),
                field == 7 ? value : row.item(),
                field == 8 || field == 9 ? value : row.detail(),
                row.activity());
    }

    private void restore(List<StoredFrame> frames) throws UnresolvableStateException {
        host.restored(machine(new Definition(StateType.MAP, "Each")), frames);
    }

    private void assertDamaged(List<StoredFrame> frames) {
        assertThatExceptionOfType(DamagedFramesException.class).isThrownBy(() -> restore(frames));
    }

    private static List<StoredFrame> twice(List<StoredFrame> frames, int place) {
        List<StoredFrame> twice = new ArrayList<>(frames);
        twice.add(frames.get(place));
        return twice;
    }

    private static List<StoredFrame> changed(List<StoredFrame> frames, Phase phase, UnaryOperator<StoredFrame> change) {
        return frames.stream()
                .map(row -> row.phase() == phase ? change.apply(row) : row)
                .toList();
    }

    private static StoredFrame with(StoredFrame row, int parent, int index, String state) {
        return new StoredFrame(
                row.id(),
                parent,
                index,
                row.place(),
                state,
                row.type(),
                row.phase(),
                row.since(),
                row.input(),
                row.value(),
                row.variables(),
                row.work(),
                row.items(),
                row.item(),
                row.detail(),
                row.activity());
    }

    private static StoredFrame noted(StoredFrame row, Phase phase, JsonNode detail) {
        return new StoredFrame(
                row.id(),
                row.parent(),
                row.index(),
                row.place(),
                row.state(),
                row.type(),
                phase,
                row.since(),
                row.input(),
                row.value(),
                row.variables(),
                row.work(),
                row.items(),
                row.item(),
                detail,
                row.activity());
    }
}
