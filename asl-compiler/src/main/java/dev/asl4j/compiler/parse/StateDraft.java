package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.Retrier;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.StateOutline;
import dev.asl4j.compiler.model.StateReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes the transitions of a state, and what handles its errors, while it is read, so that this is known even if the state as a whole
 * cannot be read: the states around it are then still judged rightly.
 */
final class StateDraft {

    private final JsonObject.Member member;
    private final List<StateReference> targets = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();
    private final List<Retrier> retriers = new ArrayList<>();
    private final List<Catcher> catchers = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private boolean terminal;
    private boolean complete = true;

    StateDraft(JsonObject.Member member) {
        this.member = member;
    }

    void target(StateReference target) {
        targets.add(target);
    }

    void terminal() {
        terminal = true;
    }

    /** Some transition is not known; it was reported. */
    void incomplete() {
        complete = false;
    }

    void scope(@Nullable Scope scope) {
        if (scope != null) {
            scopes.add(scope);
        }
    }

    void retrier(Retrier retrier) {
        retriers.add(retrier);
    }

    void catcher(Catcher catcher) {
        catchers.add(catcher);
    }

    /** The same assignments, for the caller. */
    List<Assignment> assigned(List<Assignment> read) {
        assignments.addAll(read);
        return read;
    }

    /** Everything that the state assigns. */
    List<Assignment> assignments() {
        List<Assignment> all = new ArrayList<>(assignments);
        catchers.forEach(catcher -> all.addAll(catcher.assignments()));
        return all;
    }

    StateOutline outline() {
        return new StateOutline(member.name(), member, targets, terminal, complete, scopes, retriers, catchers);
    }
}
