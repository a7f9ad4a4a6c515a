package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.PathSetting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Plans a Choice state. What goes out is computed once a rule was chosen, as the service does it. */
final class ChoicePlanner {
    private final Names names;
    private final StateScribe scribe;

    ChoicePlanner(Names names, StateScribe scribe) {
        this.names = names;
        this.scribe = scribe;
    }

    StatePlan.Choice plan(ChoiceState state, StateHeading heading, BodyPlanner body) {
        ConditionPlanner conditions = new ConditionPlanner(scribe, body.on(Variable.INPUT));
        List<Splitter.Sized<Condition>> sized = new ArrayList<>();
        List<StatePlan.Rule> rules = new ArrayList<>();
        for (ChoiceState.Rule rule : state.rules()) {
            Splitter.Sized<Condition> condition = rule.condition().accept(conditions);
            sized.add(condition);
            rules.add(new StatePlan.Rule(
                    body.note(condition), names.constant(rule.next().name()), rule.comment()));
        }
        Value output = output(state, body);
        boolean many = rules.size() > Splitter.LONGEST || Splitter.weightOf(sized) > 2 * Splitter.LARGEST;
        List<Condition.PartCall> parts = many ? parts(rules, sized, output) : List.of();
        scribe.splitter().weigh(many ? 8 * parts.size() : Splitter.weightOf(sized) + 12 * rules.size());
        return new StatePlan.Choice(
                heading,
                body.lets(),
                many ? List.of() : rules,
                parts,
                state.otherwise() == null
                        ? null
                        : names.constant(state.otherwise().name()),
                output);
    }

    /** The effective input, or a call of the method that applies {@code OutputPath} to it. */
    private Value output(ChoiceState state, BodyPlanner body) {
        PathSetting outputPath = StatePlanner.paths(state.dataFlow()).outputPath();
        Value input = body.input();
        if (outputPath instanceof PathSetting.Null) {
            return new Value.Empty();
        }
        if (!(outputPath instanceof PathSetting.Given given) || BodyPlanner.isWhole(given.path())) {
            return input;
        }
        ValuePlanner values = body.on(Variable.INPUT);
        Splitter.Sized<Value> selected =
                scribe.splitter().split(values.required(given.path(), Value.Place.DATA_FLOW, "OutputPath"));
        body.note(selected);
        Set<Variable> variables = EnumSet.copyOf(selected.variables());
        String method =
                scribe.splitter().part(variables, new PartMethod.ValueBody(selected.expression()), selected.weight());
        return new Value.PartCall(method, List.copyOf(variables));
    }

    private List<Condition.PartCall> parts(
            List<StatePlan.Rule> rules, List<Splitter.Sized<Condition>> sized, Value output) {
        List<Condition.PartCall> parts = new ArrayList<>();
        int from = 0;
        while (from < rules.size()) {
            int weight = 0;
            int to = from;
            Set<Variable> variables = EnumSet.of(Variable.FRAME, Variable.INPUT);
            while (to < rules.size() && to - from < Splitter.LONGEST && weight <= Splitter.LARGEST) {
                weight += sized.get(to).weight() + 12;
                variables.addAll(sized.get(to).variables());
                to++;
            }
            PartMethod.Body body = new PartMethod.RulesBody(rules.subList(from, to), output);
            String method = scribe.splitter().part(variables, body, weight);
            parts.add(new Condition.PartCall(method, List.copyOf(variables)));
            from = to;
        }
        return parts;
    }
}
