package dev.asl4j.compiler.model;

import java.util.ArrayList;
import java.util.List;

/** Builds the outline of a state that moves on by a {@link Transition}. */
final class Outlines {

    private Outlines() {}

    static StateOutline of(Heading heading, Transition transition, List<Catcher> catchers, List<Scope> scopes) {
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
        for (Catcher catcher : catchers) {
            targets.add(catcher.next());
        }
        return new StateOutline(heading.name(), heading.origin(), targets, terminal, true, scopes);
    }
}
