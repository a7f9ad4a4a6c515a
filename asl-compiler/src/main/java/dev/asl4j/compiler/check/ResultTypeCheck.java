package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.Evaluations;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.types.Names;
import dev.asl4j.compiler.types.ValueTypes;
import java.util.stream.Stream;

/** Warns of fields that are given values of types that they never take, and of expressions that can only fail. */
final class ResultTypeCheck {

    private ResultTypeCheck() {}

    static void check(State state, Names names, Diagnostics diagnostics) {
        ResultTypes types = new ResultTypes(names, diagnostics);
        new Evaluations<>(new InTemplates(types)).of(state).forEach(found -> {});
        state.accept(new ResultFields(types));
    }

    /** Every value in a template is JSON. */
    private record InTemplates(ResultTypes types)
            implements Evaluations.Visitor<Boolean>, Template.Visitor<Stream<Boolean>> {

        @Override
        public Stream<Boolean> template(Template template) {
            return template.accept(this);
        }

        @Override
        public Stream<Boolean> path(Path path, Subject source) {
            return Stream.empty();
        }

        @Override
        public Stream<Boolean> call(IntrinsicCall call, Subject source) {
            return Stream.empty();
        }

        @Override
        public Stream<Boolean> query(JsonataExpression expression) {
            return Stream.empty(); // the fields know what they need
        }

        @Override
        public Stream<Boolean> literal(Template.Literal template) {
            return Stream.empty();
        }

        @Override
        public Stream<Boolean> object(Template.ObjectTemplate template) {
            return template.fields().stream().flatMap(field -> field.template().accept(this));
        }

        @Override
        public Stream<Boolean> array(Template.ArrayTemplate template) {
            return template.elements().stream().flatMap(element -> element.accept(this));
        }

        @Override
        public Stream<Boolean> path(Template.PathValue template) {
            return Stream.empty();
        }

        @Override
        public Stream<Boolean> call(Template.CallValue template) {
            return Stream.empty();
        }

        @Override
        public Stream<Boolean> query(Template.QueryValue template) {
            return Stream.of(types.query(template.location(), template.expression(), ValueTypes.JSON));
        }
    }
}
