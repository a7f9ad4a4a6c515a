package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.model.Retrier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scope: the top level, a branch, an item processor.
 *
 * @param className of its nested class
 * @param field the field that holds it; null: it is the top level
 * @param owner the name of the state it belongs to; null: it is the top level
 * @param branch the number of the branch, from 1; 0: it is not a branch
 * @param start the constant of the state it starts at
 * @param pure whether no task and no wait is inside
 * @param variables those that its states assign, in the order of their numbers
 * @param slices its states: one slice for all of them, or more if they are too much for one class
 * @param itemSelector how an iteration gets its input; null: it is the item itself, or there are no iterations
 */
public record ScopePlan(
        String className,
        @Nullable String field,
        @Nullable String owner,
        int branch,
        String start,
        boolean pure,
        List<VariableName> variables,
        List<Slice> slices,
        @Nullable ItemSelector itemSelector) {
    public ScopePlan {
        variables = List.copyOf(variables);
        slices = List.copyOf(slices);
    }

    /** A variable of the state machine: the constant of its number, and its name. */
    public record VariableName(String constant, String text) {}

    /**
     * States that follow one another.
     *
     * @param className the nested class with their methods; null: they stand in the class of the scope, those of the
     *     top level in the outermost class
     * @param field the field of the scope's class that holds it; null as well then
     * @param first the number of its first state
     */
    public record Slice(
            @Nullable String className, @Nullable String field, int first, List<StateCode> states) {
        private static final int MOST_ROWS = 32;
        private static final int MOST_NAMES = 1_000;

        public Slice {
            states = List.copyOf(states);
        }

        /** The states again, in groups that each fit into one method that fills the state table. */
        public List<List<StateCode>> rows() {
            List<List<StateCode>> rows = new ArrayList<>();
            int names = 0;
            for (StateCode state : states) {
                names += state.errorNames();
                if (rows.isEmpty() || rows.get(rows.size() - 1).size() == MOST_ROWS || names > MOST_NAMES) {
                    rows.add(new ArrayList<>());
                    names = state.errorNames();
                }
                rows.get(rows.size() - 1).add(state);
            }
            return rows;
        }

        /** The number behind that of its last state. */
        public int end() {
            return first + states.size();
        }
    }

    /**
     * Everything that is generated for one state.
     *
     * @param parts methods that compute parts of its expressions
     */
    public record StateCode(
            StatePlan plan,
            List<RetrierPlan> retriers,
            List<CatcherPlan> catchers,
            List<Constant> constants,
            List<PartMethod> parts) {
        public StateCode {
            retriers = List.copyOf(retriers);
            catchers = List.copyOf(catchers);
            constants = List.copyOf(constants);
            parts = List.copyOf(parts);
        }

        int errorNames() {
            return retriers.stream()
                            .mapToInt(retrier -> retrier.errors().size())
                            .sum()
                    + catchers.stream()
                            .mapToInt(catcher -> catcher.errors().size())
                            .sum();
        }
    }

    /** An element of {@code Retry}, with the constants of its error names. */
    public record RetrierPlan(List<String> errors, Retrier settings) {
        public RetrierPlan {
            errors = List.copyOf(errors);
        }
    }

    /**
     * An element of {@code Catch}.
     *
     * @param errors the constants of its error names
     * @param next the constant of the state it leads to
     * @param method the method that assigns and gives the input of that state; null: it is the output of the move, and
     *     nothing else is to be done
     * @param lets locals of that method, computed from {@link Variable#FRAME} and {@link Variable#ERROR_OUTPUT}
     */
    public record CatcherPlan(
            List<String> errors, String next, @Nullable String method, List<StatePlan.Let> lets, StatePlan.Move move) {
        public CatcherPlan {
            errors = List.copyOf(errors);
            lets = List.copyOf(lets);
        }
    }

    /** The input of an iteration, with the constants and part methods it needs. */
    public record ItemSelector(
            List<StatePlan.Let> lets, Value value, List<Constant> constants, List<PartMethod> parts) {
        public ItemSelector {
            lets = List.copyOf(lets);
            constants = List.copyOf(constants);
            parts = List.copyOf(parts);
        }
    }
}
