package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.model.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

// Size: a record for each kind of state, each with the method that dispatches a visitor.

/** One state: its method, and what the method does in the end. */
public sealed interface StatePlan {

    /** Names and place of the state. */
    StateHeading heading();

    /** What is computed first, in this order. */
    List<Let> lets();

    <R> R accept(Visitor<R> visitor);

    /** A local variable and its value. */
    record Let(Variable variable, Value value) {}

    /**
     * What is assigned and what goes out when a state is left. Whatever can fail is computed into locals first.
     *
     * @param assigns {@code Assign}, in its order
     * @param assigned the values of {@code Assign} as one object, for {@link Variable#ASSIGNED}; null: they are few, and in
     *     {@code assigns}
     * @param parts methods that assign the members of that object
     * @param local for the output; null: it is spelled where it is used
     */
    record Move(
            List<Assign> assigns,
            @Nullable Value assigned,
            List<Value.PartCall> parts,
            @Nullable Variable local,
            Value output) {
        public Move {
            assigns = List.copyOf(assigns);
            parts = List.copyOf(parts);
        }

        /** Nothing is assigned. */
        static Move of(Value output) {
            return new Move(List.of(), null, List.of(), null, output);
        }

        /** Whether there is nothing to do but to say what goes out. */
        public boolean isPlain() {
            return assigns.isEmpty() && parts.isEmpty();
        }
    }

    /**
     * An assignment.
     *
     * @param slot the constant of the variable's number
     * @param local for the value, or, of a member of {@link Variable#ASSIGNED}, its name; null: it is spelled where it is
     *     used
     */
    record Assign(String slot, @Nullable String local, Value value) {}

    /**
     * How a state moves on.
     *
     * @param next the constant of the next state; null: the scope ends
     */
    record Exit(@Nullable String next, Move move) {}

    /**
     * What a state does when its effect is done.
     *
     * @param method the method for it; null: no more than the exit, which then stands in {@code resume} itself
     */
    record SecondHalf(@Nullable String method, List<Let> lets, Exit exit) {
        public SecondHalf {
            lets = List.copyOf(lets);
        }
    }

    /** A number: {@code value} if there is one, else a literal. */
    record Amount(String literal, @Nullable Value value) {
        static final Amount NONE = of(0);

        static Amount of(long constant) {
            return new Amount(String.valueOf(constant), null);
        }

        static Amount of(Value value) {
            return new Amount("", value);
        }

        /** Whether it is the constant 0. */
        public boolean isNone() {
            return literal.equals("0");
        }
    }

    /** A rule of a Choice state: the condition and the constant of the state that follows. */
    record Rule(
            Condition condition,
            String next,
            Move move,
            @Nullable String comment) {}

    record Pass(StateHeading heading, List<Let> lets, Exit exit) implements StatePlan {
        public Pass {
            lets = List.copyOf(lets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pass(this);
        }
    }

    /**
     * A Task state.
     *
     * @param task the field of the task
     * @param credentials {@code Credentials}; null: none
     * @param pattern how the task answers
     */
    record Task(
            StateHeading heading,
            List<Let> lets,
            String task,
            Value input,
            Amount timeout,
            Amount heartbeat,
            @Nullable Value credentials,
            Resource.Pattern pattern,
            SecondHalf secondHalf)
            implements StatePlan {
        public Task {
            lets = List.copyOf(lets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.task(this);
        }
    }

    /**
     * A Choice state.
     *
     * @param rules tried in order
     * @param parts methods that try more rules; empty unless they are too many for one method, then {@code rules} is empty
     * @param otherwise the constant of the default state; null: there is none
     * @param move how it moves on by default
     */
    record Choice(
            StateHeading heading,
            List<Let> lets,
            List<Rule> rules,
            List<Condition.PartCall> parts,
            @Nullable String otherwise,
            Move move)
            implements StatePlan {
        public Choice {
            lets = List.copyOf(lets);
            rules = List.copyOf(rules);
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /** How long a Wait state waits: until the instant if there is one, else a number of seconds. */
    record Delay(Amount seconds, @Nullable Value instant) {
        static Delay of(Amount seconds) {
            return new Delay(seconds, null);
        }

        static Delay until(Value instant) {
            return new Delay(Amount.NONE, instant);
        }
    }

    record Wait(StateHeading heading, List<Let> lets, Delay delay, SecondHalf secondHalf) implements StatePlan {
        public Wait {
            lets = List.copyOf(lets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.waiting(this);
        }
    }

    record Succeed(StateHeading heading, List<Let> lets, Value output) implements StatePlan {
        public Succeed {
            lets = List.copyOf(lets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.succeed(this);
        }
    }

    /** Error and cause are each a constant text, a value that has to be a string, or absent. */
    record Fail(
            StateHeading heading,
            List<Let> lets,
            @Nullable Text error,
            @Nullable Text cause) implements StatePlan {
        public Fail {
            lets = List.copyOf(lets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fail(this);
        }
    }

    /**
     * A text: one of the three.
     *
     * @param literal itself
     * @param constant a constant of the class {@code Errors}
     * @param value a value that has to be a string, or what an expression for a string gives
     * @param field the field that has it, for a message; empty: the value sees to that
     * @param written the field's value as written, for a message
     */
    record Text(
            @Nullable String literal,
            @Nullable String constant,
            @Nullable Value value,
            String field,
            String written) {}

    /** {@code branches} are the fields of the branches' scopes. */
    record Parallel(StateHeading heading, List<Let> lets, Value input, List<String> branches, SecondHalf secondHalf)
            implements StatePlan {
        public Parallel {
            lets = List.copyOf(lets);
            branches = List.copyOf(branches);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parallel(this);
        }
    }

    /**
     * A Map state in inline mode.
     *
     * @param processor the field of the item processor's scope
     */
    record Map(
            StateHeading heading,
            List<Let> lets,
            String processor,
            Value input,
            Value items,
            Amount maxConcurrency,
            SecondHalf secondHalf)
            implements StatePlan {
        public Map {
            lets = List.copyOf(lets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.map(this);
        }
    }

    /**
     * A Map state in distributed mode.
     *
     * @param processor the field of the item processor's scope
     * @param items null: they are read
     */
    record DistributedMap(
            StateHeading heading,
            List<Let> lets,
            String processor,
            Value input,
            @Nullable Value items,
            DistributionPlan distribution,
            SecondHalf secondHalf)
            implements StatePlan {
        public DistributedMap {
            lets = List.copyOf(lets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.distributedMap(this);
        }
    }

    interface Visitor<R> {
        R pass(Pass state);

        R task(Task state);

        R choice(Choice state);

        R waiting(Wait state);

        R succeed(Succeed state);

        R fail(Fail state);

        R parallel(Parallel state);

        R map(Map state);

        R distributedMap(DistributedMap state);
    }
}
