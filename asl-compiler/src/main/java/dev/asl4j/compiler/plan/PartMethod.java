package dev.asl4j.compiler.plan;

import java.util.List;

/**
 * A method that computes a part of an expression that is too deep or too large for one method.
 *
 * @param parameters what the part uses, in the order of {@link Variable}
 */
public record PartMethod(String name, List<Variable> parameters, Body body) {
    public PartMethod {
        parameters = List.copyOf(parameters);
    }

    /** What the method does. */
    public sealed interface Body {
        <R> R accept(Visitor<R> visitor);
    }

    /** Returns a value, which may be null if it is read at a path. */
    record ValueBody(Value value) implements Body {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.value(value);
        }
    }

    /** Sets members of the object builder that it is given first. */
    record MembersBody(List<Value.Member> members) implements Body {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.members(members);
        }
    }

    /** Calls other such methods on the object builder that it is given first. */
    record PartsBody(List<Value.PartCall> parts) implements Body {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parts(parts);
        }
    }

    /** Answers a condition. */
    record ConditionBody(Condition condition) implements Body {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.condition(condition);
        }
    }

    /** Tries choice rules, and says whether one of them has moved on. */
    record RulesBody(List<StatePlan.Rule> rules) implements Body {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rules(rules);
        }
    }

    /** Assigns members of {@link Variable#ASSIGNED} to variables. */
    record AssignBody(List<StatePlan.Assign> members) implements Body {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assign(members);
        }
    }

    /** One method per kind of body. */
    public interface Visitor<R> {
        R value(Value value);

        R members(List<Value.Member> members);

        R parts(List<Value.PartCall> parts);

        R condition(Condition condition);

        R rules(List<StatePlan.Rule> rules);

        R assign(List<StatePlan.Assign> members);
    }
}
