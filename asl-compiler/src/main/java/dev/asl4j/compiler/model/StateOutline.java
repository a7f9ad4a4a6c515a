package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import java.util.List;

/**
 * A state as a node of its scope's graph.
 *
 * @param targets all states it may move on to, in the order of the definition
 * @param terminal an execution (or branch, or iteration) can end here
 * @param complete false: some transition could not be read, which was reported; the graph around it is not to be judged
 * @param scopes the scopes inside it
 */
public record StateOutline(
        String name,
        Subject origin,
        List<StateReference> targets,
        boolean terminal,
        boolean complete,
        List<Scope> scopes) {

    public StateOutline {
        targets = List.copyOf(targets);
        scopes = List.copyOf(scopes);
    }
}
