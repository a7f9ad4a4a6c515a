package dev.asl4j.compiler.model;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the variables of a machine live. Each {@link Scope} has those that a state in it assigns (by {@code Assign} of the
 * state, of a choice rule or of a catcher), not those of inner scopes. A state reads those of its own scope and of the scopes
 * around it; an execution of a distributed Map state's processor is an execution of its own, which sees nothing of its parent.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Passing data with variables</a>
 */
public final class Variables {

    /** By identity: two scopes that look alike are two scopes. */
    private final IdentityHashMap<Scope, Level> levels = new IdentityHashMap<>();

    private Variables() {}

    /**
     * What is known of one scope.
     *
     * @param indexes the variables in the order in which the definition first assigns them, each with its place
     * @param outer the scope whose variables can be read too; null: there is none
     */
    private record Level(
            Map<String, Integer> indexes, @Nullable Scope outer) {}

    /**
     * The place of a variable.
     *
     * @param depth how many scopes outward: 0 is the reading state's own scope
     * @param index its place in {@link #names} of that scope
     */
    public record Slot(int depth, int index) {}

    /** The variables of all scopes of a machine. */
    public static Variables of(StateMachine machine) {
        Variables variables = new Variables();
        variables.add(machine.main(), null);
        return variables;
    }

    /** The variables of a scope, each once, in the order in which the definition first assigns them. */
    public List<String> names(Scope scope) {
        return List.copyOf(level(scope).indexes().keySet());
    }

    /** The place of a variable as seen from a state of the scope; empty: no state of a scope in reach assigns it. */
    public Optional<Slot> resolve(String name, Scope scope) {
        int depth = 0;
        for (Scope current = scope; current != null; current = level(current).outer()) {
            Integer index = level(current).indexes().get(name);
            if (index != null) {
                return Optional.of(new Slot(depth, index));
            }
            depth++;
        }
        return Optional.empty();
    }

    /** The scope around a scope, if its variables can be read in there. */
    public Optional<Scope> outer(Scope scope) {
        return Optional.ofNullable(level(scope).outer());
    }

    private Level level(Scope scope) {
        return Objects.requireNonNull(levels.get(scope), "a scope of another machine");
    }

    // As deep as scopes are nested, which the JSON reader bounds.
    private void add(Scope scope, @Nullable Scope outer) {
        Map<String, Integer> indexes = new LinkedHashMap<>();
        for (State state : scope.states()) {
            for (Assignment assignment : state.everyAssignment()) {
                indexes.putIfAbsent(assignment.variable(), indexes.size());
            }
        }
        levels.put(scope, new Level(indexes, outer));
        for (StateOutline outline : scope.outlines()) {
            for (Scope inner : outline.scopes()) {
                add(inner, inner.kind() == Scope.Kind.DISTRIBUTED_ITEM_PROCESSOR ? null : scope);
            }
        }
    }
}
