package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Argument;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.Evaluations;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.types.Names;
import dev.asl4j.compiler.types.TemplateTypes;
import dev.asl4j.compiler.types.ValueTypes;
import java.util.stream.Stream;

/**
 * Warns of intrinsic functions that are given variables, or members of the context object, of types that they never take. What is
 * wrong by itself was found by the parser.
 */
final class ArgumentTypeCheck {

    private ArgumentTypeCheck() {}

    static void check(State state, Names names, Diagnostics diagnostics) {
        new Evaluations<>(new InState(names, diagnostics)).of(state).forEach(found -> {});
    }

    private record InState(Names names, Diagnostics diagnostics)
            implements Evaluations.Visitor<Boolean>, Template.Visitor<Stream<Boolean>> {

        private void check(IntrinsicCall call, JsonString source) {
            for (int i = 0; i < call.arguments().size(); i++) {
                Argument argument = call.arguments().get(i);
                if (argument instanceof Argument.Nested nested) {
                    check(nested.call(), source);
                } else if (argument instanceof Argument.PathArgument path) {
                    check(call, i, path.path(), source);
                }
            }
        }

        private void check(IntrinsicCall call, int index, Path path, JsonString source) {
            ValueTypes needed = TemplateTypes.of(call.function().parameter(index));
            ValueTypes types = TemplateTypes.of(path, names);
            if (!types.isNone() && types.and(needed).isNone()) {
                diagnostics.report(
                        Code.EXPRESSION_ALWAYS_FAILS,
                        source.part(path.span().start(), path.span().end()),
                        "this fails whenever it is evaluated: argument " + (index + 1) + " of "
                                + call.function().text() + " must be " + needed.words() + ", but "
                                + Quotes.quote(path.text()) + " is " + types.words());
            }
        }

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
            return Stream.empty();
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
            check(template.call(), template.source());
            return Stream.empty();
        }

        @Override
        public Stream<Boolean> query(Template.QueryValue template) {
            return Stream.empty();
        }
    }
}
