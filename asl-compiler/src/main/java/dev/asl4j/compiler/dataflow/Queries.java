package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.StatesMember;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.Items;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.WaitDuration;
import dev.asl4j.compiler.shape.Known;
import dev.asl4j.compiler.shape.Origin;
import dev.asl4j.compiler.shape.Shape;
import dev.asl4j.compiler.shape.TemplateShapes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSONata: Arguments, (the work,) Output. */
final class Queries implements Language {
    private final Env env;
    private final Known known;
    private final Shape context;
    private final Origin origin;
    private final Findings findings;

    Queries(Env env, Shape context, Origin origin, Findings findings) {
        this.env = env;
        this.context = context;
        this.known = Known.queries(env.data(), context, env.variables());
        this.origin = origin;
        this.findings = findings;
    }

    private TemplateShapes with(Known names) {
        return new TemplateShapes(names, origin, findings);
    }

    private static DataFlow.Queries queries(DataFlow flow) {
        return (DataFlow.Queries) flow;
    }

    private Shape given(@Nullable Template template, Shape otherwise, Known names) {
        return template == null ? otherwise : with(names).of(template);
    }

    @Override
    public Shape input(DataFlow flow) {
        return env.data();
    }

    @Override
    public Shape arguments(DataFlow flow) {
        return given(queries(flow).arguments(), env.data(), known);
    }

    @Override
    public Env done(DataFlow flow, Shape result, List<Assignment> assignments) {
        if (result.isNever()) {
            return Env.NONE;
        }
        Known names = known.with(StatesMember.RESULT, result);
        return Assigned.of(env, given(queries(flow).output(), result, names), assignments, with(names));
    }

    @Override
    public Env passed(DataFlow flow, Shape result, List<Assignment> assignments) {
        return unchanged(flow, env.data(), assignments);
    }

    @Override
    public Env unchanged(DataFlow flow, Shape arguments, List<Assignment> assignments) {
        return Assigned.of(env, given(queries(flow).output(), env.data(), known), assignments, with(known));
    }

    @Override
    public Env caught(Catcher catcher) {
        Shape error = ErrorShape.of(origin);
        Known names = known.with(StatesMember.ERROR_OUTPUT, error);
        return Assigned.of(env, given(catcher.output(), error, names), catcher.assignments(), with(names));
    }

    @Override
    public List<Env> choose(ChoiceState choice, Shape arguments) {
        List<Env> ways = new ArrayList<>();
        for (ChoiceState.Rule rule : choice.rules()) {
            condition(rule.condition());
            Shape output = given(rule.output(), env.data(), known);
            ways.add(Assigned.of(env, output, rule.assignments(), with(known)));
        }
        if (choice.otherwise() != null) {
            ways.add(unchanged(choice.dataFlow(), arguments, choice.assignments()));
        }
        return ways;
    }

    private void condition(ChoiceRule rule) {
        if (rule instanceof ChoiceRule.Query query) {
            with(known).query(query.expression());
        }
    }

    @Override
    public Shape template(Template template, Shape arguments) {
        return with(known).of(template);
    }

    @Override
    public Shape perItem(Template template, Shape arguments, Shape item) {
        return with(known.withContext(ContextItem.in(context, item))).of(template);
    }

    @Override
    public Shape items(Items items, Shape arguments) {
        return items.accept(new Items.Visitor<>() {
            @Override
            public Shape atPath(PathSetting path) {
                return Shape.ANY;
            }

            @Override
            public Shape computed(Template template) {
                return with(known).of(template);
            }

            @Override
            public Shape input() {
                return env.data();
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
                return arguments;
            }

            @Override
            public Shape fraction(double value) {
                return arguments;
            }

            @Override
            public Shape query(JsonataExpression expression) {
                return with(known).query(expression);
            }
        });
    }

    @Override
    public void duration(WaitDuration duration, Shape arguments) {
        duration.accept(new Durations(path -> Shape.ANY, query -> with(known).query(query)));
    }

    @Override
    public void text(FailText text) {
        text.accept(new FailTexts(
                path -> Shape.ANY, call -> Shape.ANY, query -> with(known).query(query)));
    }
}
