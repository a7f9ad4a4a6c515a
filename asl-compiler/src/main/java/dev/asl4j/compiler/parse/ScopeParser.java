package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateOutline;
import dev.asl4j.compiler.model.StateReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code StartAt} and {@code States} of the machine, a branch or an item processor. */
final class ScopeParser {

    private ScopeParser() {}

    /** Reads the two fields and {@code Comment}; the other fields, and {@code done()}, are the caller's. */
    static @Nullable Scope parse(ObjectCursor cursor, Scope.Kind kind, Parsing parsing) {
        JsonObject states = cursor.require("States").object("States");
        JsonString startAt = cursor.require("StartAt").knownString("StartAt");
        if (states == null) {
            return null;
        }
        Subject statesSubject = Objects.requireNonNull(cursor.member("States"));
        if (states.members().isEmpty()) {
            parsing.diagnostics()
                    .report(
                            Code.EMPTY_VALUE,
                            statesSubject,
                            "\"States\" must hold at least one state",
                            null,
                            AwsWords.empty(statesSubject));
        }
        List<State> read = new ArrayList<>();
        List<StateOutline> unread = new ArrayList<>();
        for (JsonObject.Member member : states.members()) {
            StateDraft draft = new StateDraft(member);
            State state = StateParser.parse(member, draft, parsing);
            if (state != null) {
                read.add(state);
            } else {
                unread.add(draft.outline());
            }
        }
        StateReference start = startAt == null ? null : new StateReference(startAt.value(), startAt);
        return new Scope(kind, cursor.subject(), cursor.comment(), start, statesSubject, read, unread);
    }

    /** Reads a branch or an item processor without fields of its own. */
    static @Nullable Scope parseAlone(ObjectCursor cursor, Scope.Kind kind, Parsing parsing) {
        Scope scope = parse(cursor, kind, parsing);
        cursor.done();
        return scope;
    }
}
