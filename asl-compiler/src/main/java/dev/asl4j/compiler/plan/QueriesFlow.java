package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.PathSetting;
import org.jspecify.annotations.Nullable;

/** JSONata: Arguments, the work, Output. Every expression sees the raw input. */
final class QueriesFlow implements Flow {
    private final DataFlow.Queries queries;
    private final StateScribe scribe;

    QueriesFlow(DataFlow.Queries queries, StateScribe scribe) {
        this.queries = queries;
        this.scribe = scribe;
    }

    @Override
    public BodyPlanner firstHalf() {
        return new BodyPlanner(scribe, PathSetting.absent(), Value.QueryPlace.STATE);
    }

    @Override
    public BodyPlanner secondHalf() {
        return new BodyPlanner(scribe, PathSetting.absent(), Value.QueryPlace.RESULT);
    }

    @Override
    public Value arguments(BodyPlanner body) {
        Template arguments = queries.arguments();
        return arguments == null ? body.input() : template(arguments, "Arguments", body);
    }

    @Override
    public Value worked(BodyPlanner body) {
        Template output = queries.output();
        return output == null ? new Value.Local(Variable.RESULT) : template(output, "Output", body);
    }

    @Override
    public Value passed(BodyPlanner body) {
        return otherwise(body);
    }

    @Override
    public Value chosen(@Nullable Template output, BodyPlanner body) {
        return output == null ? body.input() : template(output, "Output", body);
    }

    @Override
    public Value otherwise(BodyPlanner body) {
        return chosen(queries.output(), body);
    }

    @Override
    public Passed pass(PassState state, BodyPlanner body) {
        Value output = passed(body);
        return new Passed(output, output);
    }

    private static Value template(Template template, String use, BodyPlanner body) {
        return body.on(Variable.INPUT).template(template, use);
    }
}
