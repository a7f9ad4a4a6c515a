package dev.asl4j.compiler.flow;

import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateMachine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Which states the errors come from with which executions of a machine can fail: those that raise them, at whatever depth. Errors that no
 * state raises are not among them: the timeout of the execution, and a history that a loop has filled.
 */
public final class ErrorSources {
    private final Function<State, ? extends Collection<String>> declared;

    private ErrorSources(Function<State, ? extends Collection<String>> declared) {
        this.declared = declared;
    }

    /** The errors that a state raises and nobody catches. */
    public record Source(State state, ErrorSet errors) {}

    private record Escaping(State state, Raised errors) {}

    /**
     * The states that raise such errors, in the order of the definition.
     *
     * @param declared the names that are known of a state's errors besides those that follow from the definition
     */
    public static List<Source> of(StateMachine machine, Function<State, ? extends Collection<String>> declared) {
        return new ErrorSources(declared)
                .scope(machine.main()).stream()
                        .map(each -> new Source(
                                each.state(), ErrorFlow.named(each.errors().all())))
                        .filter(source -> !source.errors().isEmpty())
                        .toList();
    }

    // As deep as scopes are nested, which the JSON reader bounds.
    private List<Escaping> scope(Scope scope) {
        List<Escaping> escaping = new ArrayList<>();
        BitSet reached = ErrorFlow.reached(scope);
        for (int i = reached.nextSetBit(0); i >= 0; i = reached.nextSetBit(i + 1)) {
            escaping.addAll(state(scope.states().get(i)));
        }
        return escaping;
    }

    private List<Escaping> state(State state) {
        List<String> caught = new ArrayList<>();
        for (Catcher catcher : state.catchers()) {
            catcher.errorEquals().forEach(name -> caught.add(name.name()));
        }
        Raised own = ErrorFlow.own(state, declared);
        List<Escaping> escaping = new ArrayList<>();
        escaping.add(new Escaping(state, without(own, caught).or(OwnErrors.ofCatchers(state))));
        for (Scope part : state.outline().scopes()) {
            if (part.kind() != Scope.Kind.DISTRIBUTED_ITEM_PROCESSOR) {
                scope(part)
                        .forEach(inner -> escaping.add(new Escaping(inner.state(), without(inner.errors(), caught))));
            }
        }
        return escaping;
    }

    private static Raised without(Raised errors, List<String> caught) {
        return new Raised(ErrorMatch.without(errors.catchable(), caught), errors.fatal());
    }
}
