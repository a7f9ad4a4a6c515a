package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonWriter;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.PathSetting;
import org.jspecify.annotations.Nullable;

/** JSONPath: InputPath, Parameters, the work, ResultSelector, ResultPath, OutputPath. */
final class PathsFlow implements Flow {
    private final DataFlow.Paths paths;
    private final StateScribe scribe;

    /** Of a Choice state, all rules have the same output. */
    private @Nullable Value chosen;

    PathsFlow(DataFlow.Paths paths, StateScribe scribe) {
        this.paths = paths;
        this.scribe = scribe;
    }

    @Override
    public BodyPlanner firstHalf() {
        return new BodyPlanner(scribe, paths.inputPath(), Value.QueryPlace.STATE);
    }

    @Override
    public BodyPlanner secondHalf() {
        return new BodyPlanner(scribe, PathSetting.absent(), Value.QueryPlace.RESULT);
    }

    @Override
    public Value arguments(BodyPlanner body) {
        Template parameters = paths.parameters();
        return parameters == null ? body.input() : body.on(Variable.INPUT).template(parameters, "Parameters");
    }

    @Override
    public Value worked(BodyPlanner body) {
        Template selector = paths.resultSelector();
        Value result = selector == null
                ? new Value.Local(Variable.RESULT)
                : body.on(Variable.RESULT).template(selector, "Result");
        return body.output(body.placed(result, Variable.SELECTED, paths.resultPath()), paths.outputPath());
    }

    @Override
    public Value passed(BodyPlanner body) {
        return body.output(body.input(), paths.outputPath());
    }

    @Override
    public Value chosen(@Nullable Template output, BodyPlanner body) {
        return otherwise(body);
    }

    /** Computed once a rule was chosen, as the service does it: {@code OutputPath} is applied by a method. */
    @Override
    public Value otherwise(BodyPlanner body) {
        if (chosen == null) {
            chosen = filtered(body);
        }
        return chosen;
    }

    private Value filtered(BodyPlanner body) {
        Value input = body.input();
        if (paths.outputPath() instanceof PathSetting.Null) {
            return new Value.Empty();
        }
        if (!(paths.outputPath() instanceof PathSetting.Given given) || BodyPlanner.isWhole(given.path())) {
            return input;
        }
        return body.extracted(body.on(Variable.INPUT).required(given.path(), Value.Place.DATA_FLOW, "OutputPath"));
    }

    @Override
    public Passed pass(PassState state, BodyPlanner body) {
        Value value = result(state, body);
        if (!state.assignments().isEmpty() && BodyPlanner.canFail(value)) {
            value = body.let(Variable.PARAMETERS, value);
        }
        Value output = body.output(body.placed(value, Variable.PARAMETERS, paths.resultPath()), paths.outputPath());
        return new Passed(value, output);
    }

    private Value result(PassState state, BodyPlanner body) {
        Template parameters = paths.parameters();
        if (state.result() == null) {
            return body.fitted(arguments(body));
        }
        if (parameters != null && !parameters.isLiteral()) {
            // Computed though it is dropped: it may fail.
            body.let(Variable.PARAMETERS, arguments(body));
        }
        String json = JsonWriter.compact(state.result());
        return new Value.Constant(scribe.constant(Constant.Kind.JSON, "Result", json));
    }
}
