package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.PassState;
import org.jspecify.annotations.Nullable;

/** What a state does to the data on its way through, in its query language. The order is that of the service. */
interface Flow {

    /** For the state's first half. */
    BodyPlanner firstHalf();

    /** For the second half of a state that did some work and now has its result. */
    BodyPlanner secondHalf();

    /** The input of the work: {@code Parameters} or {@code Arguments}. */
    Value arguments(BodyPlanner body);

    /** What goes out of a state whose work is done. */
    Value worked(BodyPlanner body);

    /** What goes out of a state without work. */
    Value passed(BodyPlanner body);

    /** What goes out of a Choice state by a rule; {@code output} is that of the rule. */
    Value chosen(@Nullable Template output, BodyPlanner body);

    /** What goes out of a Choice state when no rule holds. */
    Value otherwise(BodyPlanner body);

    /** What goes out of a Pass state. */
    Passed pass(PassState state, BodyPlanner body);

    /**
     * A Pass state's result and what goes out of it.
     *
     * @param result what {@code $} stands for in {@code Assign}
     */
    record Passed(Value result, Value output) {}

    /** The flow of a state. */
    static Flow of(DataFlow flow, StateScribe scribe) {
        return flow.accept(new DataFlow.Visitor<>() {
            @Override
            public Flow paths(DataFlow.Paths paths) {
                return new PathsFlow(paths, scribe);
            }

            @Override
            public Flow queries(DataFlow.Queries queries) {
                return new QueriesFlow(queries, scribe);
            }
        });
    }
}
