package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.Evaluations;
import dev.asl4j.compiler.model.State;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a state adds to a number: a loop through it probably counts its turns, and has a bound of its own. */
final class Counting implements Evaluations.Visitor<Boolean>, Template.Visitor<Boolean> {
    private static final Counting COUNTING = new Counting();
    private static final Evaluations<Boolean> STATES = new Evaluations<>(COUNTING);
    private static final Pattern SUM = Pattern.compile("[+-]\\s*[0-9]");

    private Counting() {}

    static boolean anyOf(List<State> states) {
        return states.stream().anyMatch(state -> STATES.of(state).anyMatch(counts -> counts));
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
