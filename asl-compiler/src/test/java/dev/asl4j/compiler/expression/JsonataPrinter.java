package dev.asl4j.compiler.expression;

import static java.util.stream.Collectors.joining;

import dev.asl4j.compiler.json.JsonWriter;
import java.util.List;
import java.util.function.Consumer;

/** Prints JSONata in one form, which is JSONata again; or, to show the tree, with every part that has parts in angle brackets. */
final class JsonataPrinter implements JsonataVisitor<String> {

    private final boolean tree;
    private final Consumer<JsonataNode> seen;

    private JsonataPrinter(boolean tree, Consumer<JsonataNode> seen) {
        this.tree = tree;
        this.seen = seen;
    }

    static String print(JsonataNode node) {
        return new JsonataPrinter(false, each -> {}).of(node);
    }

    static String tree(JsonataNode node) {
        return new JsonataPrinter(true, each -> {}).of(node);
    }

    /** Calls back for each part that is an expression of its own. */
    static void walk(JsonataNode node, Consumer<JsonataNode> seen) {
        new JsonataPrinter(false, seen).of(node);
    }

    private String of(JsonataNode node) {
        seen.accept(node);
        return node.accept(this);
    }

    private String part(String text) {
        return tree ? "\u27E8" + text + "\u27E9" : text;
    }

    private String list(List<? extends JsonataNode> nodes, String separator) {
        return nodes.stream().map(this::of).collect(joining(separator));
    }

    private String pairs(List<JsonataNode.Pair> pairs) {
        return pairs.stream()
                .map(pair -> of(pair.key()) + ": " + of(pair.value()))
                .collect(joining(", ", "{", "}"));
    }

    @Override
    public String text(JsonataLeaf.Text node) {
        return JsonWriter.quoted(node.value());
    }

    @Override
    public String number(JsonataLeaf.Numeric node) {
        return node.text();
    }

    @Override
    public String constant(JsonataLeaf.Constant node) {
        return switch (node.word()) {
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL -> "null";
        };
    }

    @Override
    public String regex(JsonataLeaf.Regex node) {
        return "/" + node.pattern() + "/" + node.flags();
    }

    @Override
    public String name(JsonataLeaf.Name node) {
        return node.value().indexOf('`') < 0 ? "`" + node.value() + "`" : node.value();
    }

    @Override
    public String variable(JsonataLeaf.Variable node) {
        return "$" + node.name();
    }

    @Override
    public String axis(JsonataLeaf.Axis node) {
        return switch (node.direction()) {
            case WILDCARD -> "*";
            case DESCENDANTS -> "**";
            case PARENT -> "%";
        };
    }

    @Override
    public String hole(JsonataLeaf.Hole node) {
        return "?";
    }

    @Override
    public String placeholder(JsonataLeaf.Placeholder node) {
        return node.text();
    }

    @Override
    public String map(JsonataPath.Map node) {
        return part(of(node.source()) + "." + of(node.step()));
    }

    @Override
    public String filter(JsonataPath.Filter node) {
        return part(of(node.source()) + "[" + of(node.predicate()) + "]");
    }

    @Override
    public String keepArray(JsonataPath.KeepArray node) {
        return part(of(node.source()) + "[]");
    }

    @Override
    public String sort(JsonataPath.Sort node) {
        return part(of(node.source())
                + node.terms().stream()
                        .map(term -> (term.descending() ? ">" : "<") + of(term.value()))
                        .collect(joining(", ", "^(", ")")));
    }

    @Override
    public String group(JsonataPath.Group node) {
        return part(of(node.source()) + pairs(node.pairs()));
    }

    @Override
    public String binding(JsonataPath.Binding node) {
        String sign = switch (node.kind()) {
            case VALUE -> "@";
            case POSITION -> "#";
        };
        return part(of(node.source()) + sign + "$" + node.variable().name());
    }

    @Override
    public String negation(JsonataNode.Negation node) {
        return part("-" + of(node.operand()));
    }

    @Override
    public String binary(JsonataNode.Binary node) {
        return part(of(node.left()) + " " + node.operator().sign() + " " + of(node.right()));
    }

    @Override
    public String array(JsonataNode.ArrayOf node) {
        return part("[" + list(node.elements(), ", ") + "]");
    }

    @Override
    public String range(JsonataNode.Range node) {
        return part(of(node.from()) + ".." + of(node.to()));
    }

    @Override
    public String object(JsonataNode.ObjectOf node) {
        return part(pairs(node.pairs()));
    }

    @Override
    public String conditional(JsonataNode.Conditional node) {
        String otherwise = node.otherwise() == null ? "" : " : " + of(node.otherwise());
        return part(of(node.condition()) + " ? " + of(node.then()) + otherwise);
    }

    @Override
    public String block(JsonataNode.Block node) {
        return part("(" + list(node.expressions(), "; ") + ")");
    }

    @Override
    public String assignment(JsonataNode.Assignment node) {
        return part("$" + node.variable().name() + " := " + of(node.value()));
    }

    @Override
    public String call(JsonataNode.Call node) {
        return part(of(node.function()) + "(" + list(node.arguments(), ", ") + ")");
    }

    @Override
    public String lambda(JsonataNode.Lambda node) {
        String parameters =
                node.parameters().stream().map(each -> "$" + each.name()).collect(joining(", "));
        String signature = node.signature() == null ? "" : node.signature();
        return part("function(" + parameters + ")" + signature + "{" + of(node.body()) + "}");
    }

    @Override
    public String transform(JsonataNode.Transform node) {
        String delete = node.delete() == null ? "" : ", " + of(node.delete());
        return part("|" + of(node.pattern()) + "|" + of(node.update()) + delete + "|");
    }
}
