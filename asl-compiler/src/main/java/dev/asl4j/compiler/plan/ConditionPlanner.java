package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.model.ChoiceOperand;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ComparisonOperator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Turns the rule of a Choice state into a condition, and splits it where it is too deep or too large. */
final class ConditionPlanner implements ChoiceRule.Visitor<Splitter.Sized<Condition>> {
    private final StateScribe scribe;
    private final ValuePlanner values;
    private final int rule;

    /** {@code rule} is the number of the top-level rule, from 0. */
    ConditionPlanner(StateScribe scribe, ValuePlanner values, int rule) {
        this.scribe = scribe;
        this.values = values;
        this.rule = rule;
    }

    @Override
    public Splitter.Sized<Condition> and(List<ChoiceRule> rules) {
        return joined(rules, Condition.All::new);
    }

    @Override
    public Splitter.Sized<Condition> or(List<ChoiceRule> rules) {
        return joined(rules, Condition.Any::new);
    }

    @Override
    public Splitter.Sized<Condition> not(ChoiceRule rule) {
        Splitter.Sized<Condition> negated =
                fitting(List.of(rule.accept(this)), 1).get(0);
        return negated.<Condition>as(new Condition.Not(negated.expression())).within(4, 1);
    }

    private Splitter.Sized<Condition> joined(List<ChoiceRule> rules, Function<List<Condition>, Condition> join) {
        List<Splitter.Sized<Condition>> terms = new ArrayList<>();
        for (ChoiceRule rule : rules) {
            terms.add(rule.accept(this));
        }
        while (terms.size() > Splitter.LONGEST) {
            terms = Splitter.groups(terms, Splitter.LONGEST).stream()
                    .map(group -> extracted(join(group, join)))
                    .toList();
        }
        return join(terms, join);
    }

    private Splitter.Sized<Condition> join(
            List<Splitter.Sized<Condition>> terms, Function<List<Condition>, Condition> join) {
        if (terms.size() == 1) {
            return terms.get(0);
        }
        List<Splitter.Sized<Condition>> fitting = fitting(terms, terms.size());
        Condition joined =
                join.apply(fitting.stream().map(Splitter.Sized::expression).toList());
        return new Splitter.Sized<>(
                joined,
                Splitter.weightOf(fitting) + 6 * terms.size(),
                Splitter.depthOf(fitting) + terms.size(),
                Splitter.union(fitting));
    }

    private List<Splitter.Sized<Condition>> fitting(List<Splitter.Sized<Condition>> terms, int moreDepth) {
        boolean tooLarge = Splitter.weightOf(terms) > Splitter.LARGEST;
        int heavy = tooLarge ? Splitter.LARGEST / Splitter.LONGEST : Integer.MAX_VALUE;
        return terms.stream()
                .map(term ->
                        term.depth() + moreDepth > Splitter.DEEPEST || term.weight() > heavy ? extracted(term) : term)
                .toList();
    }

    private Splitter.Sized<Condition> extracted(Splitter.Sized<Condition> term) {
        String name = scribe.splitter()
                .part(term.variables(), new PartMethod.ConditionBody(term.expression()), term.weight());
        Condition call = new Condition.PartCall(name, term.arguments());
        return new Splitter.Sized<>(call, 4 + 2 * term.variables().size(), 1, term.variables());
    }

    @Override
    public Splitter.Sized<Condition> comparison(ChoiceRule.Comparison comparison) {
        ComparisonOperator operator = comparison.operator();
        boolean presence = operator == ComparisonOperator.IS_PRESENT;
        Path path = comparison.variable();
        Splitter.Sized<Value> value = scribe.splitter()
                .fit(presence ? values.read(path) : values.required(path, Value.Place.CHOICE, "Variable"));
        if (operator.subject() == ComparisonOperator.Subject.ANY) {
            boolean expected = flag(comparison.operand());
            Condition test = presence
                    ? new Condition.Present(value.expression(), expected)
                    : new Condition.IsType(operator, value.expression(), expected);
            return value.as(test).within(8, 1);
        }
        Set<Variable> variables = EnumSet.noneOf(Variable.class);
        variables.addAll(value.variables());
        Condition.Operand operand = comparison.operand().accept(new Operands(operator, variables));
        Condition compare = new Condition.Comparison(operator, value.expression(), operand);
        return new Splitter.Sized<>(compare, value.weight() + 20, value.depth() + 1, variables);
    }

    private static boolean flag(ChoiceOperand operand) {
        return operand instanceof ChoiceOperand.Flag flag && flag.value();
    }

    private final class Operands implements ChoiceOperand.Visitor<Condition.Operand> {
        private final ComparisonOperator operator;
        private final Set<Variable> variables;

        Operands(ComparisonOperator operator, Set<Variable> variables) {
            this.operator = operator;
            this.variables = variables;
        }

        @Override
        public Condition.Operand text(String value) {
            return operator == ComparisonOperator.STRING_MATCHES
                    ? Condition.Operand.constant(scribe.constant(Constant.Kind.WILDCARDS, "Pattern", value))
                    : Condition.Operand.text(value);
        }

        @Override
        public Condition.Operand number(String literal) {
            String java = javaNumber(new BigDecimal(literal));
            return java.isEmpty()
                    ? Condition.Operand.constant(scribe.constant(Constant.Kind.JSON, "Number", literal))
                    : Condition.Operand.number(java);
        }

        /** A Java literal of exactly that value; empty if neither int nor double has it. */
        private static String javaNumber(BigDecimal number) {
            double binary = number.doubleValue();
            if (number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0 && isWhole(number)) {
                return String.valueOf(number.intValueExact());
            }
            boolean same = Double.isFinite(binary) && new BigDecimal(Double.toString(binary)).compareTo(number) == 0;
            return same ? Double.toString(binary) : "";
        }

        private static boolean isWhole(BigDecimal number) {
            return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
        }

        @Override
        public Condition.Operand flag(boolean value) {
            return Condition.Operand.flag(value);
        }

        @Override
        public Condition.Operand timestamp(String value) {
            return Condition.Operand.constant(scribe.constant(Constant.Kind.TIMESTAMP, "Timestamp", value));
        }

        @Override
        public Condition.Operand atPath(Path path) {
            Splitter.Sized<Value> value =
                    scribe.splitter().fit(values.required(path, Value.Place.CHOICE, operator.field()));
            variables.addAll(value.variables());
            return Condition.Operand.value(value.expression());
        }
    }

    @Override
    public Splitter.Sized<Condition> query(JsonataExpression expression) {
        Condition query = new Condition.Query(scribe.query("Condition", expression), "Choices[" + rule + "]/Condition");
        return new Splitter.Sized<>(query, 10, 1, EnumSet.of(Variable.QUERY));
    }

    @Override
    public Splitter.Sized<Condition> constant(boolean value) {
        return new Splitter.Sized<>(new Condition.Constant(value), 2, 1, EnumSet.noneOf(Variable.class));
    }
}
