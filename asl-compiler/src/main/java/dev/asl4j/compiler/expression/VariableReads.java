package dev.asl4j.compiler.expression;

import java.util.stream.Stream;

/** The names of the variables that an expression may read, without the dollar sign; some perhaps more than once. */
public final class VariableReads {
    private static final Walk WALK = new Walk();

    private VariableReads() {}

    /** Those of a template. */
    public static Stream<String> of(Template template) {
        return template.accept(WALK);
    }

    /** Those of a path. */
    public static Stream<String> of(Path path) {
        return Stream.concat(path.root().accept(WALK), path.steps().stream().flatMap(step -> step.accept(WALK)));
    }

    /** Those of a call. */
    public static Stream<String> of(IntrinsicCall call) {
        return call.arguments().stream().flatMap(argument -> argument.accept(WALK));
    }

    /** Those of a JSONata expression, with the names of functions, as a variable may hide a function. */
    public static Stream<String> of(JsonataExpression expression) {
        return expression.variables(name -> true).stream();
    }

    /** All parts of all kinds of expressions. */
    private static final class Walk
            implements Template.Visitor<Stream<String>>,
                    Root.Visitor<Stream<String>>,
                    Step.Visitor<Stream<String>>,
                    FilterExpression.Visitor<Stream<String>>,
                    Operand.Visitor<Stream<String>>,
                    Argument.Visitor<Stream<String>> {

        @Override
        public Stream<String> literal(Template.Literal template) {
            return Stream.empty();
        }

        @Override
        public Stream<String> object(Template.ObjectTemplate template) {
            return template.fields().stream().flatMap(field -> of(field.template()));
        }

        @Override
        public Stream<String> array(Template.ArrayTemplate template) {
            return template.elements().stream().flatMap(VariableReads::of);
        }

        @Override
        public Stream<String> path(Template.PathValue template) {
            return of(template.path());
        }

        @Override
        public Stream<String> call(Template.CallValue template) {
            return of(template.call());
        }

        @Override
        public Stream<String> query(Template.QueryValue template) {
            return of(template.expression());
        }

        @Override
        public Stream<String> document() {
            return Stream.empty();
        }

        @Override
        public Stream<String> context() {
            return Stream.empty();
        }

        @Override
        public Stream<String> variable(String name) {
            return Stream.of(name);
        }

        @Override
        public Stream<String> current() {
            return Stream.empty();
        }

        @Override
        public Stream<String> name(Step.Name step) {
            return Stream.empty();
        }

        @Override
        public Stream<String> names(Step.Names step) {
            return Stream.empty();
        }

        @Override
        public Stream<String> index(Step.Index step) {
            return Stream.empty();
        }

        @Override
        public Stream<String> indexes(Step.Indexes step) {
            return Stream.empty();
        }

        @Override
        public Stream<String> slice(Step.Slice step) {
            return Stream.empty();
        }

        @Override
        public Stream<String> wildcard(Step.Wildcard step) {
            return Stream.empty();
        }

        @Override
        public Stream<String> descendants(Step.Descendants step) {
            return Stream.empty();
        }

        @Override
        public Stream<String> filter(Step.Filter step) {
            return step.expression().accept(this);
        }

        @Override
        public Stream<String> function(Step.Function step) {
            return step.arguments().stream().flatMap(argument -> argument.accept(this));
        }

        @Override
        public Stream<String> script(Step.Script step) {
            return Stream.empty();
        }

        @Override
        public Stream<String> or(FilterExpression.Or expression) {
            return expression.operands().stream().flatMap(operand -> operand.accept(this));
        }

        @Override
        public Stream<String> and(FilterExpression.And expression) {
            return expression.operands().stream().flatMap(operand -> operand.accept(this));
        }

        @Override
        public Stream<String> not(FilterExpression.Not expression) {
            return expression.operand().accept(this);
        }

        @Override
        public Stream<String> exists(FilterExpression.Exists expression) {
            return of(expression.path());
        }

        @Override
        public Stream<String> comparison(FilterExpression.Comparison expression) {
            return Stream.concat(
                    expression.left().accept(this), expression.right().accept(this));
        }

        @Override
        public Stream<String> text(Operand.Text operand) {
            return Stream.empty();
        }

        @Override
        public Stream<String> number(Operand.Numeric operand) {
            return Stream.empty();
        }

        @Override
        public Stream<String> bool(Operand.Bool operand) {
            return Stream.empty();
        }

        @Override
        public Stream<String> nothing(Operand.Null operand) {
            return Stream.empty();
        }

        @Override
        public Stream<String> json(Operand.Json operand) {
            return Stream.empty();
        }

        @Override
        public Stream<String> regex(Operand.Regex operand) {
            return Stream.empty();
        }

        @Override
        public Stream<String> path(Operand.PathOperand operand) {
            return of(operand.path());
        }

        @Override
        public Stream<String> text(Argument.Text argument) {
            return Stream.empty();
        }

        @Override
        public Stream<String> number(Argument.Numeric argument) {
            return Stream.empty();
        }

        @Override
        public Stream<String> bool(Argument.Bool argument) {
            return Stream.empty();
        }

        @Override
        public Stream<String> nothing(Argument.Null argument) {
            return Stream.empty();
        }

        @Override
        public Stream<String> path(Argument.PathArgument argument) {
            return of(argument.path());
        }

        @Override
        public Stream<String> call(Argument.Nested argument) {
            return of(argument.call());
        }
    }
}
