package dev.asl4j.compiler.drawing;

import dev.asl4j.compiler.drawing.Chart.Arrow;
import dev.asl4j.compiler.drawing.Chart.Group;
import dev.asl4j.compiler.drawing.Chart.Node;

/**
 * A chart in the language of Graphviz:
 *
 * <pre>{@code
 * digraph {
 *   subgraph cluster_g1 {
 *     label="order"
 *     n1 [shape=circle, label="", width=0.2]
 *     n3 [shape=box, label="Charge\nTask"]
 *   }
 *   n1 -> n3
 * }
 * }</pre>
 *
 * @see <a href="https://graphviz.org/doc/info/lang.html">The DOT language</a>
 */
final class DotText {
    private final StringBuilder text = new StringBuilder();

    private DotText() {}

    static String of(Chart chart) {
        DotText dot = new DotText();
        dot.text.append("digraph {\n  node [fontname=\"sans-serif\", fontsize=11]\n");
        dot.text.append("  edge [fontname=\"sans-serif\", fontsize=9]\n  fontname=\"sans-serif\"\n  fontsize=11\n");
        dot.group(chart.main(), "  ");
        for (Arrow arrow : chart.arrows()) {
            dot.arrow(arrow);
        }
        return dot.text.append("}\n").toString();
    }

    private void group(Group group, String indent) {
        String inside = indent.length() < 20 ? indent + "  " : indent;
        text.append(indent).append("subgraph cluster_").append(group.id()).append(" {\n");
        text.append(inside).append("label=\"").append(quoted(group.title())).append("\"\n");
        text.append(inside).append("style=rounded\n");
        for (Node node : group.nodes()) {
            text.append(inside).append(node.id()).append(" [").append(box(node)).append("]\n");
        }
        for (Group inner : group.groups()) {
            group(inner, inside);
        }
        text.append(indent).append("}\n");
    }

    private static String box(Node node) {
        String label = ", label=\"" + quoted(node.name()) + "\\n" + quoted(node.type()) + "\"";
        return switch (node.shape()) {
            case START -> "shape=circle, width=0.2, label=\"\"";
            case END -> "shape=doublecircle, width=0.15, label=\"\"";
            case TASK -> "shape=box" + label;
            case PASS -> "shape=box, style=rounded" + label;
            case CHOICE -> "shape=diamond" + label;
            case WAIT -> "shape=hexagon" + label;
            case SUCCEED -> "shape=oval" + label;
            case FAIL -> "shape=oval, color=\"#c62828\", penwidth=2" + label;
            case PARALLEL, MAP -> "shape=box, peripheries=2" + label;
            case UNKNOWN -> "shape=box, style=dashed" + label;
        };
    }

    private void arrow(Arrow arrow) {
        String style = switch (arrow.line()) {
            case NEXT -> "";
            case CATCH -> "style=dashed";
            case INSIDE -> "style=dotted, arrowhead=odot";
        };
        String label = arrow.label().isEmpty() ? "" : "label=\"" + quoted(arrow.label()) + "\"";
        String both = style + (style.isEmpty() || label.isEmpty() ? "" : ", ") + label;
        text.append("  ").append(arrow.from()).append(" -> ").append(arrow.to());
        text.append(both.isEmpty() ? "" : " [" + both + "]").append('\n');
    }

    /** A text in which neither quotation marks nor escapes nor entities of HTML are left to Graphviz. */
    private static String quoted(String words) {
        return Words.of(words).replace("&", "&amp;").replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
