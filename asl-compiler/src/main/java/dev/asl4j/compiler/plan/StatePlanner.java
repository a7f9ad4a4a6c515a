package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.ParallelState;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateReference;
import dev.asl4j.compiler.model.SucceedState;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.Transition;
import dev.asl4j.compiler.model.UnresolvedState;
import dev.asl4j.compiler.model.WaitState;
import dev.asl4j.runtime.spi.StateType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Plans one state: the order of its data flow is that of the service. */
final class StatePlanner implements State.Visitor<StatePlan> {
    private static final Value RESULT = new Value.Local(Variable.RESULT);

    private final Names names;
    private final TaskPlanner tasks;
    private final StateScribe scribe;

    /** The fields of the scopes inside the state, in their order. */
    private final List<String> scopeFields;

    StatePlanner(Names names, TaskPlanner tasks, StateScribe scribe, List<String> scopeFields) {
        this.names = names;
        this.tasks = tasks;
        this.scribe = scribe;
        this.scopeFields = scopeFields;
    }

    @Override
    public StatePlan pass(PassState state) {
        Flow flow = Flow.of(state.dataFlow(), scribe);
        BodyPlanner body = flow.firstHalf();
        Flow.Passed passed = flow.pass(state, body);
        StatePlan.Move move = new MovePlanner(scribe, body).plan(state.assignments(), passed.result(), passed.output());
        return new StatePlan.Pass(heading(state, StateType.PASS), body.lets(), exit(state.transition(), move));
    }

    @Override
    public StatePlan task(TaskState state) {
        Flow flow = Flow.of(state.dataFlow(), scribe);
        BodyPlanner body = flow.firstHalf();
        // Paths are read before Parameters are applied: so it was recorded, though it is documented otherwise.
        StatePlan.Amount timeout = AmountPlanner.timeout(state.timeout(), "TimeoutSeconds", body);
        StatePlan.Amount heartbeat = AmountPlanner.timeout(state.heartbeat(), "HeartbeatSeconds", body);
        Template credentials = state.credentials();
        Value role =
                credentials == null ? null : body.keep(body.on(Variable.INPUT).template(credentials, "Credentials"));
        Value input = body.keep(flow.arguments(body));
        return new StatePlan.Task(
                heading(state, StateType.TASK),
                body.lets(),
                tasks.field(state.resource(), state.name()),
                input,
                timeout,
                heartbeat,
                role,
                state.resource().pattern(),
                worked(state, flow, state.transition()));
    }

    /** The second half of a state whose work is done. */
    private StatePlan.SecondHalf worked(State state, Flow flow, Transition transition) {
        BodyPlanner body = flow.secondHalf();
        Value output = flow.worked(body);
        StatePlan.Move move = new MovePlanner(scribe, body).plan(state.assignments(), RESULT, output);
        return secondHalf(state, body, exit(transition, move));
    }

    private StatePlan.SecondHalf secondHalf(State state, BodyPlanner body, StatePlan.Exit exit) {
        List<StatePlan.Let> lets = body.lets();
        StatePlan.Move move = exit.move();
        boolean trivial = lets.isEmpty() && move.isPlain() && !BodyPlanner.canFail(move.output());
        return new StatePlan.SecondHalf(trivial ? null : names.resultMethod(state.name()), lets, exit);
    }

    @Override
    public StatePlan choice(ChoiceState state) {
        return new ChoicePlanner(names, scribe, Flow.of(state.dataFlow(), scribe))
                .plan(state, heading(state, StateType.CHOICE));
    }

    @Override
    public StatePlan waiting(WaitState state) {
        Flow flow = Flow.of(state.dataFlow(), scribe);
        BodyPlanner body = flow.firstHalf();
        StatePlan.Delay delay = state.duration().accept(new DelayPlanner(scribe, body));
        BodyPlanner after = flow.firstHalf();
        Value output = flow.passed(after);
        StatePlan.Move move = new MovePlanner(scribe, after).plan(state.assignments(), after.input(), output);
        return new StatePlan.Wait(
                heading(state, StateType.WAIT),
                body.lets(),
                delay,
                secondHalf(state, after, exit(state.transition(), move)));
    }

    @Override
    public StatePlan succeed(SucceedState state) {
        Flow flow = Flow.of(state.dataFlow(), scribe);
        BodyPlanner body = flow.firstHalf();
        Value output = body.keep(flow.passed(body));
        return new StatePlan.Succeed(heading(state, StateType.SUCCEED), body.lets(), output);
    }

    @Override
    public StatePlan fail(FailState state) {
        BodyPlanner body = new BodyPlanner(scribe, PathSetting.absent(), Value.QueryPlace.STATE);
        StatePlan.Text error = text(state.error(), "Error", true, body);
        StatePlan.Text cause = text(state.cause(), "Cause", false, body);
        return new StatePlan.Fail(heading(state, StateType.FAIL), body.lets(), error, cause);
    }

    /** Nothing of the state is evaluated, and nobody can catch this error. */
    @Override
    public StatePlan unresolved(UnresolvedState state) {
        StateType type = StateType.valueOf(state.type().toUpperCase(Locale.ROOT));
        String error = "States.Runtime";
        return new StatePlan.Fail(
                heading(state, type),
                List.of(),
                new StatePlan.Text(null, names.error(error), null, "Error", error),
                new StatePlan.Text(state.cause(), null, null, "Cause", state.cause()));
    }

    private StatePlan.@Nullable Text text(@Nullable FailText text, String field, boolean isError, BodyPlanner body) {
        if (text == null) {
            return null;
        }
        ValuePlanner values = body.on(Variable.INPUT);
        return text.accept(new FailText.Visitor<>() {
            @Override
            public StatePlan.Text constant(String literal) {
                return isError
                        ? new StatePlan.Text(null, names.error(literal), null, field, literal)
                        : new StatePlan.Text(literal, null, null, field, literal);
            }

            @Override
            public StatePlan.Text atPath(Path path) {
                return value(values.required(path, Value.Place.TEMPLATE, field + "Path"), path.text());
            }

            @Override
            public StatePlan.Text computed(IntrinsicCall call) {
                return value(values.call(call, field + "Path"), call.text());
            }

            @Override
            public StatePlan.Text query(JsonataExpression expression) {
                Value query = body.keep(values.query(expression, Value.QueryType.TEXT, field));
                return new StatePlan.Text(null, null, query, "", "");
            }

            private StatePlan.Text value(Value value, String written) {
                return new StatePlan.Text(null, null, body.keep(value), field + "Path", written);
            }
        });
    }

    @Override
    public StatePlan parallel(ParallelState state) {
        Flow flow = Flow.of(state.dataFlow(), scribe);
        BodyPlanner body = flow.firstHalf();
        Value input = body.keep(flow.arguments(body));
        return new StatePlan.Parallel(
                heading(state, StateType.PARALLEL),
                body.lets(),
                input,
                scopeFields,
                worked(state, flow, state.transition()));
    }

    @Override
    public StatePlan map(MapState state) {
        Flow flow = Flow.of(state.dataFlow(), scribe);
        StateHeading heading = heading(state, StateType.MAP);
        MapPlanner maps = new MapPlanner(flow.firstHalf(), scopeFields.get(0));
        StatePlan.SecondHalf secondHalf = worked(state, flow, state.transition());
        return state.distribution() == null
                ? maps.inline(state, heading, secondHalf)
                : maps.distributed(state, state.distribution(), heading, secondHalf);
    }

    private StatePlan.Exit exit(Transition transition, StatePlan.Move move) {
        return transition.accept(new Transition.Visitor<>() {
            @Override
            public StatePlan.Exit next(StateReference target) {
                return new StatePlan.Exit(names.constant(target.name()), move);
            }

            @Override
            public StatePlan.Exit end() {
                return new StatePlan.Exit(null, move);
            }
        });
    }

    private StateHeading heading(State state, StateType type) {
        String name = state.name();
        return new StateHeading(
                name,
                type,
                names.method(name),
                names.constant(name),
                state.comment(),
                state.heading().origin().location().start().line());
    }
}
