package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.json.JsonWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints paths in one form, which is a path again: brackets throughout, parentheses around conditions. */
final class PathPrinter implements Step.Visitor<String>, FilterExpression.Visitor<String>, Operand.Visitor<String> {

    private static final PathPrinter PRINTER = new PathPrinter();

    private PathPrinter() {}

    static String print(Path path) {
        StringBuilder text = new StringBuilder(path.root().text());
        path.steps().forEach(step -> text.append(step.accept(PRINTER)));
        return text.toString();
    }

    private static String quoted(String name) {
        return "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static <T> String list(List<T> elements, String separator, Function<? super T, String> print) {
        return elements.stream().map(print).collect(Collectors.joining(separator));
    }

    @Override
    public String name(Step.Name step) {
        return "[" + quoted(step.name()) + "]";
    }

    @Override
    public String names(Step.Names step) {
        return "[" + list(step.names(), ",", PathPrinter::quoted) + "]";
    }

    @Override
    public String index(Step.Index step) {
        return "[" + step.index() + "]";
    }

    @Override
    public String indexes(Step.Indexes step) {
        return "[" + list(step.indexes(), ",", String::valueOf) + "]";
    }

    @Override
    public String slice(Step.Slice step) {
        return "[" + (step.from() == null ? "" : step.from()) + ":" + (step.to() == null ? "" : step.to()) + "]";
    }

    @Override
    public String wildcard(Step.Wildcard step) {
        return "[*]";
    }

    @Override
    public String descendants(Step.Descendants step) {
        return "..";
    }

    @Override
    public String filter(Step.Filter step) {
        return "[?(" + step.expression().accept(this) + ")]";
    }

    @Override
    public String function(Step.Function step) {
        return "." + step.function().text() + "(" + list(step.arguments(), ", ", operand -> operand.accept(this)) + ")";
    }

    @Override
    public String script(Step.Script step) {
        return "[(" + step.script() + ")]";
    }

    @Override
    public String or(FilterExpression.Or expression) {
        return "(" + list(expression.operands(), " || ", operand -> operand.accept(this)) + ")";
    }

    @Override
    public String and(FilterExpression.And expression) {
        return "(" + list(expression.operands(), " && ", operand -> operand.accept(this)) + ")";
    }

    @Override
    public String not(FilterExpression.Not expression) {
        return "!(" + expression.operand().accept(this) + ")";
    }

    @Override
    public String exists(FilterExpression.Exists expression) {
        return print(expression.path());
    }

    @Override
    public String comparison(FilterExpression.Comparison expression) {
        return expression.left().accept(this) + " " + expression.operator().text() + " "
                + expression.right().accept(this);
    }

    @Override
    public String text(Operand.Text operand) {
        return JsonWriter.quoted(operand.value());
    }

    @Override
    public String number(Operand.Numeric operand) {
        return operand.value().toString();
    }

    @Override
    public String bool(Operand.Bool operand) {
        return Boolean.toString(operand.value());
    }

    @Override
    public String nothing(Operand.Null operand) {
        return "null";
    }

    @Override
    public String json(Operand.Json operand) {
        return operand.json();
    }

    @Override
    public String regex(Operand.Regex operand) {
        return "/" + operand.pattern() + "/" + operand.flags();
    }

    @Override
    public String path(Operand.PathOperand operand) {
        return print(operand.path());
    }
}
