package dev.asl4j.compiler.flow;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Root;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.ErrorName;
import dev.asl4j.compiler.model.Evaluations;
import java.util.stream.Stream;

/** The names of the errors with which paths, intrinsic functions and JSONata expressions can fail; some more than once. */
final class EvaluationErrors implements Evaluations.Visitor<String>, Template.Visitor<Stream<String>> {

    private static final EvaluationErrors ERRORS = new EvaluationErrors();

    /** Collects them. */
    static final Evaluations<String> OF = new Evaluations<>(ERRORS);

    private EvaluationErrors() {}

    @Override
    public Stream<String> template(Template template) {
        return template.accept(this);
    }

    @Override
    public Stream<String> path(Path path, Subject source) {
        boolean whole = path.steps().isEmpty() && !(path.root() instanceof Root.Variable);
        return whole ? Stream.empty() : Stream.of(ErrorName.RUNTIME);
    }

    @Override
    public Stream<String> call(IntrinsicCall call, Subject source) {
        return Stream.of(ErrorName.INTRINSIC_FAILURE, ErrorName.RUNTIME);
    }

    @Override
    public Stream<String> query(JsonataExpression expression) {
        return Stream.of(ErrorName.QUERY_EVALUATION_ERROR);
    }

    @Override
    public Stream<String> literal(Template.Literal template) {
        return Stream.empty();
    }

    @Override
    public Stream<String> object(Template.ObjectTemplate template) {
        return Stream.concat(
                Stream.of(ErrorName.DATA_LIMIT_EXCEEDED),
                template.fields().stream().flatMap(field -> field.template().accept(this)));
    }

    @Override
    public Stream<String> array(Template.ArrayTemplate template) {
        return Stream.concat(
                Stream.of(ErrorName.DATA_LIMIT_EXCEEDED),
                template.elements().stream().flatMap(element -> element.accept(this)));
    }

    @Override
    public Stream<String> path(Template.PathValue template) {
        return path(template.path(), template.source());
    }

    @Override
    public Stream<String> call(Template.CallValue template) {
        return Stream.concat(Stream.of(ErrorName.DATA_LIMIT_EXCEEDED), call(template.call(), template.source()));
    }

    @Override
    public Stream<String> query(Template.QueryValue template) {
        return Stream.concat(Stream.of(ErrorName.DATA_LIMIT_EXCEEDED), query(template.expression()));
    }
}
