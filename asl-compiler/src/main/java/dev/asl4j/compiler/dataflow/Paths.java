package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.Items;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.WaitDuration;
import dev.asl4j.compiler.shape.Known;
import dev.asl4j.compiler.shape.Origin;
import dev.asl4j.compiler.shape.Placed;
import dev.asl4j.compiler.shape.Shape;
import dev.asl4j.compiler.shape.TemplateShapes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

// Size: each field of the query language where a state has it.
/** JSONPath: InputPath, Parameters, (the work,) ResultSelector, ResultPath, OutputPath. */
final class Paths implements Language {
    private final Env env;
    private final Known known;
    private final Shape context;
    private final Origin origin;
    private final Findings findings;

    Paths(Env env, Shape context, Origin origin, Findings findings) {
        this.env = env;
        this.context = context;
        this.known = Known.paths(env.data(), context, env.variables());
        this.origin = origin;
        this.findings = findings;
    }

    private TemplateShapes on(Shape document) {
        return new TemplateShapes(known.with(document), origin, findings);
    }

    private static DataFlow.Paths paths(DataFlow flow) {
        return (DataFlow.Paths) flow;
    }

    /** What a field gives that holds a path on the data: all of it where it is not there, and nothing at all where it is null. */
    private Shape select(PathSetting setting, Shape data) {
        if (data.isNever()) {
            return data;
        }
        return setting.accept(new PathSetting.Visitor<>() {
            @Override
            public Shape absent() {
                return data;
            }

            @Override
            public Shape nothing() {
                return Shape.EMPTY.by(origin);
            }

            @Override
            public Shape path(Path path) {
                return Paths.this.path(path, setting.origin(), data);
            }
        });
    }

    private Shape path(Path path, @Nullable Subject source, Shape data) {
        return source == null ? Shape.ANY : on(data).path(path, source);
    }

    @Override
    public Shape input(DataFlow flow) {
        return select(paths(flow).inputPath(), env.data());
    }

    @Override
    public Shape arguments(DataFlow flow) {
        Shape input = input(flow);
        Template parameters = paths(flow).parameters();
        return parameters == null || input.isNever() ? input : on(input).of(parameters);
    }

    @Override
    public Env done(DataFlow flow, Shape result, List<Assignment> assignments) {
        Template selector = paths(flow).resultSelector();
        Shape selected =
                selector == null || result.isNever() ? result : on(result).of(selector);
        Env assigned = result.isNever() ? Env.NONE : Assigned.of(env, selected, assignments, on(result));
        return out(paths(flow), selected, assigned);
    }

    @Override
    public Env passed(DataFlow flow, Shape result, List<Assignment> assignments) {
        Env assigned = result.isNever() ? Env.NONE : Assigned.of(env, result, assignments, on(result));
        return out(paths(flow), result, assigned);
    }

    private Env out(DataFlow.Paths flow, Shape result, Env assigned) {
        Shape output = select(flow.outputPath(), put(flow.resultPath(), result));
        return output.isNever() || assigned.isNever() ? Env.NONE : new Env(output, assigned.variables());
    }

    /** The raw input with the result in its place. */
    private Shape put(PathSetting place, Shape result) {
        if (result.isNever()) {
            return result;
        }
        return place.accept(new PathSetting.Visitor<>() {
            @Override
            public Shape absent() {
                return result;
            }

            @Override
            public Shape nothing() {
                return env.data();
            }

            @Override
            public Shape path(Path path) {
                Placed placed = Placed.of(env.data(), path.steps(), result);
                Subject source = place.origin();
                if (placed.refusing() != null && source != null) {
                    findings.unwritable(path, source, placed.refusing());
                }
                return path.steps().isEmpty() || placed.value().isNever()
                        ? placed.value()
                        : placed.value().alsoBy(origin);
            }
        });
    }

    @Override
    public Env unchanged(DataFlow flow, Shape arguments, List<Assignment> assignments) {
        if (arguments.isNever()) {
            return Env.NONE;
        }
        Shape output = select(paths(flow).outputPath(), arguments);
        return Assigned.of(env, output, assignments, on(arguments));
    }

    @Override
    public Env caught(Catcher catcher) {
        Shape error = ErrorShape.of(origin);
        return Assigned.of(env, put(catcher.resultPath(), error), catcher.assignments(), on(error));
    }

    @Override
    public List<Env> choose(ChoiceState choice, Shape arguments) {
        List<Env> ways = new ArrayList<>();
        Shape left = arguments;
        ChoiceShapes conditions = new ChoiceShapes(known, arguments, findings);
        for (ChoiceState.Rule rule : choice.rules()) {
            ChoiceShapes.Split split = conditions.split(rule.condition(), left);
            ways.add(unchanged(choice.dataFlow(), split.holds(), rule.assignments()));
            left = split.fails();
        }
        if (choice.otherwise() != null) {
            ways.add(unchanged(choice.dataFlow(), left, choice.assignments()));
        }
        return ways;
    }

    @Override
    public Shape template(Template template, Shape arguments) {
        return arguments.isNever() ? arguments : on(arguments).of(template);
    }

    @Override
    public Shape perItem(Template template, Shape arguments, Shape item) {
        Known inside = known.with(arguments).withContext(ContextItem.in(context, item));
        return new TemplateShapes(inside, origin, findings).of(template);
    }

    @Override
    public Shape items(Items items, Shape arguments) {
        return items.accept(new Items.Visitor<>() {
            @Override
            public Shape atPath(PathSetting path) {
                return select(path, arguments);
            }

            @Override
            public Shape computed(Template template) {
                return Shape.ANY;
            }

            @Override
            public Shape input() {
                return arguments;
            }
        });
    }

    @Override
    public void amount(Amount amount, Shape arguments) {
        amount.accept(new Amount.Visitor<Shape>() {
            @Override
            public Shape constant(long value) {
                return arguments;
            }

            @Override
            public Shape atPath(Path path) {
                return path(path, amount.origin(), arguments);
            }

            private Shape path(Path path, Subject source, Shape data) {
                return Paths.this.path(path, source, data);
            }

            @Override
            public Shape fraction(double value) {
                return arguments;
            }

            @Override
            public Shape query(JsonataExpression expression) {
                return arguments;
            }
        });
    }

    @Override
    public void duration(WaitDuration duration, Shape arguments) {
        if (!arguments.isNever()) {
            duration.accept(new Durations(path -> path(path, duration.origin(), arguments), query -> Shape.ANY));
        }
    }

    @Override
    public void text(FailText text) {
        text.accept(new FailTexts(
                path -> path(path, text.origin(), env.data()),
                call -> on(env.data()).call(call, text.origin()),
                query -> Shape.ANY));
    }
}
