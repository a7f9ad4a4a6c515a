package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.source.Span;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where an expression reads variables, whatever comes of it. */
public final class VariableReads {

    private VariableReads() {}

    /** Those of a template, in the order of the text. */
    public static Stream<VariableRead> of(Template template) {
        return template.accept(Walk.OF_TEMPLATES);
    }

    /**
     * Those of a path.
     *
     * @param source the string it was parsed from
     */
    public static Stream<VariableRead> of(Path path, Subject source) {
        return new Walk(source).of(path);
    }

    /**
     * Those of a call.
     *
     * @param source the string it was parsed from
     */
    public static Stream<VariableRead> of(IntrinsicCall call, Subject source) {
        return new Walk(source).of(call);
    }

    /** Those of a JSONata expression, with the names of functions, as a variable may hide a function. */
    public static Stream<VariableRead> of(JsonataExpression expression) {
        return expression.references().stream()
                .map(reference ->
                        new VariableRead(reference.name(), expression.part(reference.span()), reference.called()));
    }

    /** All parts of all kinds of expressions. */
    private static final class Walk
            implements Template.Visitor<Stream<VariableRead>>,
                    Step.Visitor<Stream<VariableRead>>,
                    FilterExpression.Visitor<Stream<VariableRead>>,
                    Operand.Visitor<Stream<VariableRead>>,
                    Argument.Visitor<Stream<VariableRead>> {

        /** Parts of a template know their strings themselves. */
        private static final Walk OF_TEMPLATES = new Walk(null);

        private final @Nullable Subject source;

        private Walk(@Nullable Subject source) {
            this.source = source;
        }

        private Stream<VariableRead> of(Path path) {
            Stream<VariableRead> root =
                    path.root() instanceof Root.Variable variable ? read(variable, path.span()) : Stream.empty();
            return Stream.concat(root, path.steps().stream().flatMap(step -> step.accept(this)));
        }

        private Stream<VariableRead> read(Root.Variable variable, Span span) {
            Subject whole = Objects.requireNonNull(source);
            int end = span.start() + variable.text().length();
            return Stream.of(new VariableRead(variable.name(), whole.part(span.start(), end), false));
        }

        private Stream<VariableRead> of(IntrinsicCall call) {
            return call.arguments().stream().flatMap(argument -> argument.accept(this));
        }

        @Override
        public Stream<VariableRead> literal(Template.Literal template) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> object(Template.ObjectTemplate template) {
            return template.fields().stream().flatMap(field -> field.template().accept(this));
        }

        @Override
        public Stream<VariableRead> array(Template.ArrayTemplate template) {
            return template.elements().stream().flatMap(element -> element.accept(this));
        }

        @Override
        public Stream<VariableRead> path(Template.PathValue template) {
            return VariableReads.of(template.path(), template.source());
        }

        @Override
        public Stream<VariableRead> call(Template.CallValue template) {
            return VariableReads.of(template.call(), template.source());
        }

        @Override
        public Stream<VariableRead> query(Template.QueryValue template) {
            return VariableReads.of(template.expression());
        }

        @Override
        public Stream<VariableRead> name(Step.Name step) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> names(Step.Names step) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> index(Step.Index step) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> indexes(Step.Indexes step) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> slice(Step.Slice step) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> wildcard(Step.Wildcard step) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> descendants(Step.Descendants step) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> filter(Step.Filter step) {
            return step.expression().accept(this);
        }

        @Override
        public Stream<VariableRead> function(Step.Function step) {
            return step.arguments().stream().flatMap(argument -> argument.accept(this));
        }

        @Override
        public Stream<VariableRead> script(Step.Script step) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> or(FilterExpression.Or expression) {
            return expression.operands().stream().flatMap(operand -> operand.accept(this));
        }

        @Override
        public Stream<VariableRead> and(FilterExpression.And expression) {
            return expression.operands().stream().flatMap(operand -> operand.accept(this));
        }

        @Override
        public Stream<VariableRead> not(FilterExpression.Not expression) {
            return expression.operand().accept(this);
        }

        @Override
        public Stream<VariableRead> exists(FilterExpression.Exists expression) {
            return of(expression.path());
        }

        @Override
        public Stream<VariableRead> comparison(FilterExpression.Comparison expression) {
            return Stream.concat(
                    expression.left().accept(this), expression.right().accept(this));
        }

        @Override
        public Stream<VariableRead> text(Operand.Text operand) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> number(Operand.Numeric operand) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> bool(Operand.Bool operand) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> nothing(Operand.Null operand) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> json(Operand.Json operand) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> regex(Operand.Regex operand) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> path(Operand.PathOperand operand) {
            return of(operand.path());
        }

        @Override
        public Stream<VariableRead> text(Argument.Text argument) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> number(Argument.Numeric argument) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> bool(Argument.Bool argument) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> nothing(Argument.Null argument) {
            return Stream.empty();
        }

        @Override
        public Stream<VariableRead> path(Argument.PathArgument argument) {
            return of(argument.path());
        }

        @Override
        public Stream<VariableRead> call(Argument.Nested argument) {
            return of(argument.call());
        }
    }
}
