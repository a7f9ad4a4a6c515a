package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.model.ChoiceState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Plans a Choice state. What goes out is computed once a rule was chosen, as the service does it. */
final class ChoicePlanner {
    private final Names names;
    private final StateScribe scribe;
    private final Flow flow;
    private final BodyPlanner body;
    private final MovePlanner moves;

    ChoicePlanner(Names names, StateScribe scribe, Flow flow) {
        this.names = names;
        this.scribe = scribe;
        this.flow = flow;
        this.body = flow.firstHalf();
        this.moves = new MovePlanner(scribe, body);
    }

    /**
     * A rule with its weight, and what it needs of the method around.
     *
     * @param counted how much of the weight the splitter has counted
     */
    private record SizedRule(StatePlan.Rule rule, int weight, int counted, Set<Variable> variables) {
        int uncounted() {
            return weight - counted;
        }
    }

    StatePlan.Choice plan(ChoiceState state, StateHeading heading) {
        List<Splitter.Sized<Condition>> conditions = new ArrayList<>();
        for (ChoiceState.Rule rule : state.rules()) {
            ConditionPlanner planner = new ConditionPlanner(scribe, body.on(Variable.INPUT), conditions.size());
            Splitter.Sized<Condition> condition = rule.condition().accept(planner);
            body.note(condition);
            conditions.add(condition);
        }
        List<SizedRule> rules = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            rules.add(rule(state.rules().get(i), conditions.get(i)));
        }
        StatePlan.Move otherwise = moves.plan(state.assignments(), body.input(), flow.otherwise(body));
        int weight = rules.stream().mapToInt(SizedRule::weight).sum();
        boolean many = rules.size() > Splitter.LONGEST || weight > 2 * Splitter.LARGEST;
        List<Condition.PartCall> parts = many ? parts(rules) : List.of();
        int uncounted = rules.stream().mapToInt(SizedRule::uncounted).sum();
        scribe.splitter().weigh(many ? 8 * parts.size() : uncounted);
        return new StatePlan.Choice(
                heading,
                body.lets(),
                many ? List.of() : rules.stream().map(SizedRule::rule).toList(),
                parts,
                state.otherwise() == null
                        ? null
                        : names.constant(state.otherwise().name()),
                otherwise);
    }

    private SizedRule rule(ChoiceState.Rule rule, Splitter.Sized<Condition> condition) {
        Set<Variable> variables = EnumSet.of(Variable.FRAME);
        variables.addAll(condition.variables());
        BodyPlanner block = flow.firstHalf();
        int before = scribe.splitter().weight();
        Value output = flow.chosen(rule.output(), body);
        StatePlan.Move move = new MovePlanner(scribe, block).plan(rule.assignments(), body.input(), output);
        variables.addAll(block.variables());
        block.variables().forEach(body::use);
        StatePlan.Rule planned = new StatePlan.Rule(
                condition.expression(), names.constant(rule.next().name()), move, rule.comment());
        int counted = scribe.splitter().weight() - before;
        return new SizedRule(planned, condition.weight() + 12 + counted, counted, variables);
    }

    private List<Condition.PartCall> parts(List<SizedRule> rules) {
        List<Condition.PartCall> parts = new ArrayList<>();
        int from = 0;
        while (from < rules.size()) {
            int weight = 0;
            int uncounted = 0;
            int to = from;
            Set<Variable> variables = EnumSet.of(Variable.FRAME);
            while (to < rules.size() && to - from < Splitter.LONGEST && weight <= Splitter.LARGEST) {
                weight += rules.get(to).weight();
                uncounted += rules.get(to).uncounted();
                variables.addAll(rules.get(to).variables());
                to++;
            }
            List<StatePlan.Rule> tried =
                    rules.subList(from, to).stream().map(SizedRule::rule).toList();
            String method = scribe.splitter().part(variables, new PartMethod.RulesBody(tried), uncounted);
            parts.add(new Condition.PartCall(method, List.copyOf(variables)));
            from = to;
        }
        return parts;
    }
}
