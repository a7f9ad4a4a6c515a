package dev.asl4j.compiler.flow;

import dev.asl4j.compiler.graph.Components;
import dev.asl4j.compiler.graph.Digraph;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.Edge;
import dev.asl4j.compiler.model.Edges;
import dev.asl4j.compiler.model.ErrorName;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.model.StateReference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which errors the states of a machine raise, and which of them leave it. A Parallel or inline Map state raises what no catcher inside it
 * takes; the executions of a distributed Map state's processor fail for themselves. More rather than fewer: what is not among them does not
 * occur, on AWS or here.
 */
public final class ErrorFlow {

    private final IdentityHashMap<State, Raised> raised = new IdentityHashMap<>();
    private final Function<State, ? extends Collection<String>> declared;
    private final ErrorSet leaving;

    private ErrorFlow(StateMachine machine, Function<State, ? extends Collection<String>> declared) {
        this.declared = declared;
        ErrorSet all = scope(machine.main()).all();
        leaving = named(machine.timeoutSeconds() > 0 ? all.or(ErrorName.TIMEOUT) : all);
    }

    /** A missed heartbeat goes by the name of every timeout. */
    static ErrorSet named(ErrorSet errors) {
        if (!errors.names().contains(ErrorName.HEARTBEAT_TIMEOUT)) {
            return errors;
        }
        SortedSet<String> names = new TreeSet<>(errors.names());
        names.remove(ErrorName.HEARTBEAT_TIMEOUT);
        names.add(ErrorName.TIMEOUT);
        return new ErrorSet(names, errors.others());
    }

    /** The errors of a machine, as far as they follow from the definition. */
    public static ErrorFlow of(StateMachine machine) {
        return of(machine, state -> List.of());
    }

    /**
     * The errors of a machine.
     *
     * @param declared the names that are known of a state's errors besides those that follow from the definition
     */
    public static ErrorFlow of(StateMachine machine, Function<State, ? extends Collection<String>> declared) {
        return new ErrorFlow(machine, declared);
    }

    /** Those that a state raises itself, those declared among them. */
    static Raised own(State state, Function<State, ? extends Collection<String>> declared) {
        return OwnErrors.of(state).or(new Raised(ErrorSet.of(declared.apply(state)), ErrorSet.NONE));
    }

    /** Those with which an execution can fail. */
    public ErrorSet leaving() {
        return leaving;
    }

    /** Those of a state, before its retriers and catchers. */
    public Raised raised(State state) {
        return Objects.requireNonNull(raised.get(state));
    }

    /** Those of a state that none of its catchers takes. */
    public Raised unhandled(State state) {
        List<String> names = new ArrayList<>();
        for (Catcher catcher : state.catchers()) {
            catcher.errorEquals().forEach(name -> names.add(name.name()));
        }
        Raised own = raised(state);
        return new Raised(ErrorMatch.without(own.catchable(), names), own.fatal()).or(OwnErrors.ofCatchers(state));
    }

    // As deep as scopes are nested, which the JSON reader bounds.
    private Raised scope(Scope scope) {
        for (State state : scope.states()) {
            Raised inner = Raised.NOTHING;
            for (Scope part : state.outline().scopes()) {
                Raised escaping = scope(part);
                inner = part.kind() == Scope.Kind.DISTRIBUTED_ITEM_PROCESSOR ? inner : inner.or(escaping);
            }
            raised.put(state, own(state, declared).or(inner));
        }
        Digraph graph = graph(scope);
        BitSet reached = reached(scope, graph);
        Raised all = Raised.NOTHING;
        for (int i = 0; i < scope.states().size(); i++) {
            all = reached.get(i) ? all.or(unhandled(scope.states().get(i))) : all;
        }
        // A loop may go on until the history is full.
        boolean loops = !Components.cycles(graph).isEmpty();
        return loops ? new Raised(all.catchable(), all.fatal().or(ErrorName.RUNTIME)) : all;
    }

    private static Digraph graph(Scope scope) {
        Map<String, Integer> numbers = numbers(scope.states());
        List<BitSet> successors = new ArrayList<>();
        for (State state : scope.states()) {
            BitSet targets = new BitSet();
            for (Edge edge : Edges.of(state)) {
                Integer number =
                        edge.target() == null ? null : numbers.get(edge.target().name());
                if (number != null) {
                    targets.set(number);
                }
            }
            successors.add(targets);
        }
        return Digraph.of(successors);
    }

    /** The states that can be reached, by their numbers. */
    static BitSet reached(Scope scope) {
        return reached(scope, graph(scope));
    }

    private static BitSet reached(Scope scope, Digraph graph) {
        StateReference start = scope.startAt();
        Integer first = start == null ? null : numbers(scope.states()).get(start.name());
        BitSet from = new BitSet();
        if (first == null) {
            from.set(0, scope.states().size());
        } else {
            from.set(first);
        }
        return graph.reachable(from);
    }

    private static Map<String, Integer> numbers(Collection<State> states) {
        Map<String, Integer> numbers = new HashMap<>();
        states.forEach(state -> numbers.put(state.name(), numbers.size()));
        return numbers;
    }
}
