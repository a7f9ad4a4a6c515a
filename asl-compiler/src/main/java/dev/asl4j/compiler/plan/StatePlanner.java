package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Root;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonWriter;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.Items;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.ParallelState;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateReference;
import dev.asl4j.compiler.model.SucceedState;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.Transition;
import dev.asl4j.compiler.model.WaitDuration;
import dev.asl4j.compiler.model.WaitState;
import dev.asl4j.compiler.source.Span;
import dev.asl4j.runtime.spi.StateType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans one state: the order of its data flow is that of the service. */
final class StatePlanner implements State.Visitor<StatePlan> {
    /** What {@code ItemsPath} is if it is not there. */
    private static final Path ROOT = new Path(new Root.Document(), List.of(), "$", new Span(0, 1));

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
        BodyPlanner body = body(paths(state.dataFlow()));
        Value value = passResult(state, body);
        Value output = body.output(
                body.placed(value, Variable.PARAMETERS, paths(state.dataFlow()).resultPath()),
                paths(state.dataFlow()).outputPath());
        return new StatePlan.Pass(heading(state, StateType.PASS), body.lets(), exit(state.transition(), output));
    }

    private Value passResult(PassState state, BodyPlanner body) {
        Template parameters = paths(state.dataFlow()).parameters();
        if (state.result() != null) {
            if (parameters != null && !parameters.isLiteral()) {
                body.let(Variable.PARAMETERS, body.on(Variable.INPUT).template(parameters, "Parameters"));
            }
            String json = JsonWriter.compact(state.result());
            return body.keep(new Value.Constant(scribe.constant(Constant.Kind.JSON, "Result", json)));
        }
        if (parameters == null) {
            return body.input();
        }
        return body.keep(body.on(Variable.INPUT).template(parameters, "Parameters"));
    }

    @Override
    public StatePlan task(TaskState state) {
        BodyPlanner body = body(paths(state.dataFlow()));
        // Read before Parameters are applied: so it was recorded, though it is documented otherwise.
        StatePlan.Amount timeout = timeout(state.timeout(), "TimeoutSecondsPath", body);
        StatePlan.Amount heartbeat = timeout(state.heartbeat(), "HeartbeatSecondsPath", body);
        Value input = effectiveInput(paths(state.dataFlow()), body);
        return new StatePlan.Task(
                heading(state, StateType.TASK),
                body.lets(),
                tasks.field(state.resource(), state.name()),
                input,
                timeout,
                heartbeat,
                secondHalf(state, paths(state.dataFlow()), state.transition()));
    }

    private static StatePlan.Amount timeout(@Nullable Amount amount, String field, BodyPlanner body) {
        return amount(amount, field, Value.Place.TIMEOUT_PATH, body);
    }

    private static Value effectiveInput(DataFlow.Paths dataFlow, BodyPlanner body) {
        Template parameters = dataFlow.parameters();
        if (parameters == null) {
            return body.input();
        }
        return body.keep(body.on(Variable.INPUT).template(parameters, "Parameters"));
    }

    private static StatePlan.Amount amount(@Nullable Amount amount, String field, Value.Place place, BodyPlanner body) {
        if (amount == null) {
            return StatePlan.Amount.NONE;
        }
        return amount.accept(new Amount.Visitor<>() {
            @Override
            public StatePlan.Amount constant(long value) {
                return new StatePlan.Amount(Math.min(value, Integer.MAX_VALUE), null);
            }

            @Override
            public StatePlan.Amount atPath(Path path) {
                return new StatePlan.Amount(0, body.keep(body.on(Variable.INPUT).required(path, place, field)));
            }

            @Override
            public StatePlan.Amount fraction(double value) {
                throw new IllegalStateException("not planned yet: a percentage");
            }

            @Override
            public StatePlan.Amount query(JsonataExpression expression) {
                throw new IllegalStateException("not planned yet: " + expression.text());
            }
        });
    }

    /** {@code ResultSelector}, {@code ResultPath}, {@code OutputPath}. */
    private StatePlan.SecondHalf secondHalf(State state, DataFlow.Paths dataFlow, Transition transition) {
        BodyPlanner body = new BodyPlanner(scribe, PathSetting.absent());
        Template selector = dataFlow.resultSelector();
        Value result = selector == null
                ? new Value.Local(Variable.RESULT)
                : body.on(Variable.RESULT).template(selector, "Result");
        Value output =
                body.output(body.placed(result, Variable.SELECTED, dataFlow.resultPath()), dataFlow.outputPath());
        return secondHalf(state, body, exit(transition, output));
    }

    private StatePlan.SecondHalf secondHalf(State state, BodyPlanner body, StatePlan.Exit exit) {
        List<StatePlan.Let> lets = body.lets();
        boolean trivial = lets.isEmpty() && !BodyPlanner.canFail(exit.output());
        return new StatePlan.SecondHalf(trivial ? null : names.resultMethod(state.name()), lets, exit);
    }

    @Override
    public StatePlan choice(ChoiceState state) {
        return new ChoicePlanner(names, scribe)
                .plan(state, heading(state, StateType.CHOICE), body(paths(state.dataFlow())));
    }

    @Override
    public StatePlan waiting(WaitState state) {
        BodyPlanner body = body(paths(state.dataFlow()));
        StatePlan.Delay delay = state.duration().accept(new WaitDuration.Visitor<>() {
            @Override
            public StatePlan.Delay seconds(long constant) {
                return StatePlan.Delay.of(new StatePlan.Amount(constant, null));
            }

            @Override
            public StatePlan.Delay secondsPath(Path path) {
                Value seconds = read(path, Value.Place.SECONDS_PATH, "SecondsPath");
                return StatePlan.Delay.of(new StatePlan.Amount(0, seconds));
            }

            @Override
            public StatePlan.Delay timestamp(String text) {
                String constant = scribe.constant(Constant.Kind.TIMESTAMP, "Timestamp", text);
                return StatePlan.Delay.until(new Value.Constant(constant));
            }

            @Override
            public StatePlan.Delay timestampPath(Path path) {
                return StatePlan.Delay.until(read(path, Value.Place.TIMESTAMP_PATH, "TimestampPath"));
            }

            @Override
            public StatePlan.Delay secondsQuery(JsonataExpression expression) {
                throw new IllegalStateException("not planned yet: " + expression.text());
            }

            @Override
            public StatePlan.Delay timestampQuery(JsonataExpression expression) {
                throw new IllegalStateException("not planned yet: " + expression.text());
            }

            private Value read(Path path, Value.Place place, String field) {
                return body.keep(body.on(Variable.INPUT).required(path, place, field));
            }
        });
        BodyPlanner after = body(paths(state.dataFlow()));
        Value output = after.output(after.input(), paths(state.dataFlow()).outputPath());
        return new StatePlan.Wait(
                heading(state, StateType.WAIT),
                body.lets(),
                delay,
                secondHalf(state, after, exit(state.transition(), output)));
    }

    @Override
    public StatePlan succeed(SucceedState state) {
        BodyPlanner body = body(paths(state.dataFlow()));
        Value output = body.output(body.input(), paths(state.dataFlow()).outputPath());
        return new StatePlan.Succeed(heading(state, StateType.SUCCEED), body.lets(), output);
    }

    @Override
    public StatePlan fail(FailState state) {
        BodyPlanner body = new BodyPlanner(scribe, PathSetting.absent());
        StatePlan.Text error = text(state.error(), "ErrorPath", true, body);
        StatePlan.Text cause = text(state.cause(), "CausePath", false, body);
        return new StatePlan.Fail(heading(state, StateType.FAIL), body.lets(), error, cause);
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
                return value(values.required(path, Value.Place.TEMPLATE, field), path.text());
            }

            @Override
            public StatePlan.Text computed(IntrinsicCall call) {
                return value(values.call(call, field), call.text());
            }

            @Override
            public StatePlan.Text query(JsonataExpression expression) {
                throw new IllegalStateException("not planned yet: " + expression.text());
            }

            private StatePlan.Text value(Value value, String written) {
                return new StatePlan.Text(null, null, body.keep(value), field, written);
            }
        });
    }

    @Override
    public StatePlan parallel(ParallelState state) {
        BodyPlanner body = body(paths(state.dataFlow()));
        Value input = effectiveInput(paths(state.dataFlow()), body);
        return new StatePlan.Parallel(
                heading(state, StateType.PARALLEL),
                body.lets(),
                input,
                scopeFields,
                secondHalf(state, paths(state.dataFlow()), state.transition()));
    }

    @Override
    public StatePlan map(MapState state) {
        BodyPlanner body = body(paths(state.dataFlow()));
        Value items = body.keep(itemsPath(state.items()).accept(new PathSetting.Visitor<>() {
            @Override
            public Value absent() {
                return path(ROOT);
            }

            @Override
            public Value nothing() {
                return path(ROOT);
            }

            @Override
            public Value path(Path path) {
                return body.on(Variable.INPUT).required(path, Value.Place.ITEMS_PATH, "ItemsPath");
            }
        }));
        StatePlan.Amount maxConcurrency =
                amount(state.maxConcurrency(), "MaxConcurrencyPath", Value.Place.MAX_CONCURRENCY_PATH, body);
        Value input = body.input();
        return new StatePlan.Map(
                heading(state, StateType.MAP),
                body.lets(),
                scopeFields.get(0),
                input,
                items,
                maxConcurrency,
                secondHalf(state, paths(state.dataFlow()), state.transition()));
    }

    static DataFlow.Paths paths(DataFlow flow) {
        return flow.accept(new DataFlow.Visitor<>() {
            @Override
            public DataFlow.Paths paths(DataFlow.Paths paths) {
                return paths;
            }

            @Override
            public DataFlow.Paths queries(DataFlow.Queries queries) {
                throw new IllegalStateException("not planned yet: JSONata");
            }
        });
    }

    private static PathSetting itemsPath(Items items) {
        return items.accept(new Items.Visitor<>() {
            @Override
            public PathSetting atPath(PathSetting path) {
                return path;
            }

            @Override
            public PathSetting computed(Template template) {
                throw new IllegalStateException("not planned yet: Items");
            }

            @Override
            public PathSetting input() {
                throw new IllegalStateException("not planned yet: JSONata");
            }
        });
    }

    private BodyPlanner body(DataFlow.Paths dataFlow) {
        return new BodyPlanner(scribe, dataFlow.inputPath());
    }

    private StatePlan.Exit exit(Transition transition, Value output) {
        return transition.accept(new Transition.Visitor<>() {
            @Override
            public StatePlan.Exit next(StateReference target) {
                return new StatePlan.Exit(names.constant(target.name()), output);
            }

            @Override
            public StatePlan.Exit end() {
                return new StatePlan.Exit(null, output);
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
