package dev.asl4j.compiler.model;

import java.util.ArrayList;
import java.util.List;

/** Builds the outline of a state that moves on by a {@link Transition}. */
final class Outlines {

    private Outlines() {}

    static StateOutline of(State state, Transition transition, List<Scope> scopes) {
        List<StateReference> targets = new ArrayList<>();
        boolean terminal = transition.accept(new Transition.Visitor<>() {
            @Override
            public Boolean next(StateReference target) {
                targets.add(target);
                return false;
            }

            @Override
            public Boolean end() {
                return true;
            }
        });
        for (Catcher catcher : state.catchers()) {
            targets.add(catcher.next());
        }
        return new StateOutline(
                state.name(), state.origin(), targets, terminal, true, scopes, state.retriers(), state.catchers());
    }
}
