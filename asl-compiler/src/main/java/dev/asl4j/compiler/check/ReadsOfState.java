package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Argument;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.IntrinsicFunction;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Root;
import dev.asl4j.compiler.expression.StatesMember;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.expression.ValueKind;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.Evaluations;
import dev.asl4j.compiler.model.State;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks through all that a state evaluates for what the specification and AWS see differently.
 *
 * @param context whether the context object is looked for; else arguments of {@code States.Format} that are arrays or objects
 */
record ReadsOfState(boolean context) implements Evaluations.Visitor<Subject>, Template.Visitor<Stream<Subject>> {

    /** Whether the state reads the context object. */
    static boolean context(State state) {
        ReadsOfState reads = new ReadsOfState(true);
        return new Evaluations<>(reads).of(state).findFirst().isPresent();
    }

    /** Arrays and objects that are put into text. */
    static List<Subject> formats(State state) {
        return new Evaluations<>(new ReadsOfState(false)).of(state).distinct().toList();
    }

    @Override
    public Stream<Subject> path(Path path, Subject place) {
        return context && path.root() instanceof Root.Context ? Stream.of(place) : Stream.empty();
    }

    private Stream<Subject> inside(IntrinsicCall call, JsonString source) {
        return call.arguments().stream().flatMap(argument -> argument(call, argument, source));
    }

    private Stream<Subject> argument(IntrinsicCall call, Argument argument, JsonString source) {
        Subject place = source.part(argument.span().start(), argument.span().end());
        boolean composed = argument.kind() == ValueKind.ARRAY || argument.kind() == ValueKind.OBJECT;
        Stream<Subject> here =
                !context && composed && call.function() == IntrinsicFunction.FORMAT ? Stream.of(place) : Stream.empty();
        if (argument instanceof Argument.PathArgument path) {
            return Stream.concat(here, path(path.path(), place));
        }
        return argument instanceof Argument.Nested nested ? Stream.concat(here, inside(nested.call(), source)) : here;
    }

    @Override
    public Stream<Subject> template(Template template) {
        return template.accept(this);
    }

    /** Of Fail states, whose text is for people. */
    @Override
    public Stream<Subject> call(IntrinsicCall call, Subject source) {
        return Stream.empty();
    }

    @Override
    public Stream<Subject> query(JsonataExpression expression) {
        return context && expression.members().contains(StatesMember.CONTEXT)
                ? Stream.of(expression.source())
                : Stream.empty();
    }

    @Override
    public Stream<Subject> literal(Template.Literal template) {
        return Stream.empty();
    }

    @Override
    public Stream<Subject> object(Template.ObjectTemplate template) {
        return template.fields().stream().flatMap(field -> field.template().accept(this));
    }

    @Override
    public Stream<Subject> array(Template.ArrayTemplate template) {
        return template.elements().stream().flatMap(element -> element.accept(this));
    }

    @Override
    public Stream<Subject> path(Template.PathValue template) {
        return path(template.path(), template.source());
    }

    @Override
    public Stream<Subject> call(Template.CallValue template) {
        return inside(template.call(), template.source());
    }

    @Override
    public Stream<Subject> query(Template.QueryValue template) {
        return query(template.expression());
    }
}
