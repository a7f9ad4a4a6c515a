package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.source.Span;
import java.util.List;

/**
 * A JSONPath in the dialect of the json-path library, which AWS uses.
 *
 * @param root what it starts from
 * @param steps the steps, from the root on
 * @param text the path as it is written, without blanks around it
 * @param span offsets of that text in the decoded string
 */
public record Path(Root root, List<Step> steps, String text, Span span) {

    /** Copies the steps. */
    public Path {
        steps = List.copyOf(steps);
    }

    /**
     * Whether the path selects one node or fails. An indefinite path selects an array of all that match, which may be empty. Several
     * names as the last step count as definite, as in json-path: they make one object.
     */
    public boolean definite() {
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).definite(i == steps.size() - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the path is a reference path: only names and single indexes, so that it identifies one node whatever the data is. */
    public boolean isReference() {
        return steps.stream().allMatch(Step::single);
    }

    @Override
    public String toString() {
        return text;
    }
}
