package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.model.Distribution;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.StateOutline;
import dev.asl4j.compiler.model.StateReference;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The states of one scope with the transitions between them.
 *
 * @param owner the Parallel or Map state around the scope; null: it is the top level
 * @param executions how the execution that the scope is part of runs
 */
record Graph(
        Scope scope,
        Map<String, StateOutline> byName,
        @Nullable String owner,
        Distribution.ExecutionType executions) {

    static Graph of(Scope scope, @Nullable String owner, Distribution.ExecutionType executions) {
        Map<String, StateOutline> byName = new LinkedHashMap<>();
        for (StateOutline state : scope.outlines()) {
            byName.put(state.name(), state);
        }
        return new Graph(scope, byName, owner, executions);
    }

    Collection<StateOutline> states() {
        return byName.values();
    }

    /**
     * Whether all transitions are known and lead to a state. If not, a mistake was reported, and what follows from it
     * (states that cannot be reached, no end) is not a mistake of its own.
     */
    boolean isSound() {
        StateReference start = scope.startAt();
        if (start == null || !byName.containsKey(start.name())) {
            return false;
        }
        for (StateOutline state : states()) {
            if (!state.complete()) {
                return false;
            }
            for (StateReference target : state.targets()) {
                if (!byName.containsKey(target.name())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Where the scope is, in a message about another one: {@code in a branch of "Prepare"}. */
    String placeSeenFrom(Graph other) {
        if (owner == null) {
            return "at the top level";
        }
        String article = owner.equals(other.owner) ? "another " : "a ";
        return switch (scope.kind()) {
            case STATE_MACHINE -> "at the top level";
            case BRANCH -> "in " + article + "branch of " + Quotes.quote(owner);
            case ITEM_PROCESSOR, DISTRIBUTED_ITEM_PROCESSOR -> "in the item processor of " + Quotes.quote(owner);
        };
    }

    /** Where the scope is, in a message about something in it. */
    String here() {
        return switch (scope.kind()) {
            case STATE_MACHINE -> "at the top level";
            case BRANCH -> "in this branch";
            case ITEM_PROCESSOR, DISTRIBUTED_ITEM_PROCESSOR -> "in this item processor";
        };
    }
}
