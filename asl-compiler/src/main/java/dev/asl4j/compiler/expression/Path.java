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
     * Whether the path selects one node or fails. An indefinite path selects an array of all that match, which may be empty. As in
     * json-path, several names as the last step count as definite (they make one object), and so does a function behind a path that
     * starts with {@code ..} (it takes all that match together; behind any other indefinite path it takes each match on its own).
     */
    public boolean definite() {
        int last = steps.size() - 1;
        if (last > 0 && steps.get(0) instanceof Step.Descendants && steps.get(last) instanceof Step.Function) {
            return true;
        }
        for (int i = 0; i <= last; i++) {
            if (!steps.get(i).definite(i == last)) {
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
