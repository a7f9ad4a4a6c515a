package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.JsonataReference;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.expression.VariableReads;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.Evaluations;
import dev.asl4j.compiler.model.State;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a state adds to a number or to another variable, or chooses by the time: a loop through it probably counts its turns or looks at
 * the clock, and has a bound of its own.
 */
final class Counting implements Evaluations.Visitor<Boolean>, Template.Visitor<Boolean> {
    private static final Counting COUNTING = new Counting();
    private static final Evaluations<Boolean> STATES = new Evaluations<>(COUNTING);
    private static final Evaluations<Boolean> CONDITIONS = new Evaluations<>(new Clock());
    private static final Set<String> TIMES = Set.of("now", "millis");
    private static final String ENTERED = "EnteredTime";
    private static final Pattern SUM = Pattern.compile("[+-]\\s*[0-9]|[0-9]\\s*\\+");

    private Counting() {}

    static boolean anyOf(List<State> states) {
        return states.stream()
                .anyMatch(state -> accumulates(state)
                        || looksAtClock(state)
                        || STATES.of(state).anyMatch(counts -> counts));
    }

    /** Whether a variable gets a value that is made of the one it had. */
    private static boolean accumulates(State state) {
        return state.everyAssignment().stream()
                .anyMatch(assignment -> VariableReads.of(assignment.value())
                        .anyMatch(read -> read.name().equals(assignment.variable())));
    }

    private static boolean looksAtClock(State state) {
        return state instanceof ChoiceState choice
                && choice.rules().stream()
                        .flatMap(rule -> CONDITIONS.condition(rule.condition()))
                        .anyMatch(clock -> clock);
    }

    /** Whether a condition asks for the time. */
    private static final class Clock implements Evaluations.Visitor<Boolean> {

        @Override
        public Stream<Boolean> template(Template template) {
            return Stream.empty();
        }

        @Override
        public Stream<Boolean> path(Path path, Subject source) {
            return Stream.of(path.text().contains(ENTERED));
        }

        @Override
        public Stream<Boolean> call(IntrinsicCall call, Subject source) {
            return Stream.empty();
        }

        @Override
        public Stream<Boolean> query(JsonataExpression expression) {
            return Stream.of(expression.text().contains(ENTERED)
                    || expression.references().stream()
                            .map(JsonataReference::name)
                            .anyMatch(TIMES::contains));
        }
    }

    @Override
    public Stream<Boolean> template(Template template) {
        return Stream.of(template.accept(this));
    }

    @Override
    public Stream<Boolean> path(Path path, Subject source) {
        return Stream.empty();
    }

    @Override
    public Stream<Boolean> call(IntrinsicCall call, Subject source) {
        return Stream.of(adds(call));
    }

    @Override
    public Stream<Boolean> query(JsonataExpression expression) {
        return Stream.of(adds(expression));
    }

    @Override
    public Boolean literal(Template.Literal template) {
        return false;
    }

    @Override
    public Boolean object(Template.ObjectTemplate template) {
        return template.fields().stream().anyMatch(field -> field.template().accept(this));
    }

    @Override
    public Boolean array(Template.ArrayTemplate template) {
        return template.elements().stream().anyMatch(element -> element.accept(this));
    }

    @Override
    public Boolean path(Template.PathValue template) {
        return false;
    }

    @Override
    public Boolean call(Template.CallValue template) {
        return adds(template.call());
    }

    @Override
    public Boolean query(Template.QueryValue template) {
        return adds(template.expression());
    }

    private static boolean adds(IntrinsicCall call) {
        return call.text().contains("States.MathAdd");
    }

    private static boolean adds(JsonataExpression expression) {
        return SUM.matcher(expression.text()).find();
    }
}
