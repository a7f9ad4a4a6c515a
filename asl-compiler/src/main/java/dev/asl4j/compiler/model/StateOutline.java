package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import java.util.List;

/**
 * What is known of a state whether or not it could be read as a whole: first of all, its place in its scope's graph.
 *
 * @param targets all states it may move on to, in the order of the definition
 * @param terminal an execution (or branch, or iteration) can end here
 * @param complete false: some transition could not be read, which was reported; the graph around it is not to be judged
 * @param scopes the scopes inside it
 * @param retriers {@code Retry}, as far as it could be read
 * @param catchers {@code Catch}, as far as it could be read
 */
public record StateOutline(
        String name,
        Subject origin,
        List<StateReference> targets,
        boolean terminal,
        boolean complete,
        List<Scope> scopes,
        List<Retrier> retriers,
        List<Catcher> catchers) {

    public StateOutline {
        targets = List.copyOf(targets);
        scopes = List.copyOf(scopes);
        retriers = List.copyOf(retriers);
        catchers = List.copyOf(catchers);
    }
}
