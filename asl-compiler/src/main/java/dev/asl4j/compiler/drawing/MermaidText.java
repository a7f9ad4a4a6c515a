package dev.asl4j.compiler.drawing;

import dev.asl4j.compiler.drawing.Chart.Arrow;
import dev.asl4j.compiler.drawing.Chart.Group;
import dev.asl4j.compiler.drawing.Chart.Node;
import dev.asl4j.compiler.drawing.Chart.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart as a flowchart of Mermaid:
 *
 * <pre>{@code
 * flowchart TD
 *   subgraph g1["order"]
 *     n1((" "))
 *     n3["Charge<br/>Task"]
 *   end
 *   n1 --> n3
 * }</pre>
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Flowcharts</a>
 */
final class MermaidText {
    private final StringBuilder text = new StringBuilder("flowchart TD\n");
    private final List<String> unknown = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    private MermaidText() {}

    static String of(Chart chart) {
        MermaidText mermaid = new MermaidText();
        mermaid.group(chart.main(), "  ");
        for (Arrow arrow : chart.arrows()) {
            mermaid.arrow(arrow);
        }
        mermaid.styles("failed", mermaid.failed, "stroke:#c62828,stroke-width:2px");
        mermaid.styles("unknown", mermaid.unknown, "stroke-dasharray:4 3");
        return mermaid.text.toString();
    }

    private void group(Group group, String indent) {
        text.append(indent).append("subgraph ").append(group.id()).append("[\"").append(quoted(group.title()));
        text.append("\"]\n");
        for (Node node : group.nodes()) {
            text.append(indent).append("  ").append(node.id()).append(box(node)).append('\n');
            if (node.shape() == Shape.UNKNOWN) {
                unknown.add(node.id());
            } else if (node.shape() == Shape.FAIL) {
                failed.add(node.id());
            }
        }
        for (Group inner : group.groups()) {
            group(inner, indent.length() < 20 ? indent + "  " : indent);
        }
        text.append(indent).append("end\n");
    }

    private static String box(Node node) {
        String label = "\"" + quoted(node.name()) + "<br/>" + quoted(node.type()) + "\"";
        return switch (node.shape()) {
            case START -> "((\" \"))";
            case END -> "(((\" \")))";
            case TASK, UNKNOWN -> "[" + label + "]";
            case PASS -> "(" + label + ")";
            case CHOICE -> "{" + label + "}";
            case WAIT -> "{{" + label + "}}";
            case SUCCEED, FAIL -> "([" + label + "])";
            case PARALLEL, MAP -> "[[" + label + "]]";
        };
    }

    private void arrow(Arrow arrow) {
        String line = switch (arrow.line()) {
            case NEXT -> "-->";
            case CATCH -> "-.->";
            case INSIDE -> "-.-o";
        };
        String label = arrow.label().isEmpty() ? "" : "|\"" + quoted(arrow.label()) + "\"|";
        text.append("  ")
                .append(arrow.from())
                .append(' ')
                .append(line)
                .append(label)
                .append(' ');
        text.append(arrow.to()).append('\n');
    }

    private void styles(String name, List<String> nodes, String style) {
        if (!nodes.isEmpty()) {
            text.append("  classDef ").append(name).append(' ').append(style).append('\n');
            text.append("  class ")
                    .append(String.join(",", nodes))
                    .append(' ')
                    .append(name)
                    .append('\n');
        }
    }

    /**
     * A text with Mermaid's codes for everything but letters, digits and what is harmless between them: in quotation marks too it takes
     * directives, comments, markup, icons and formulas.
     */
    private static String quoted(String words) {
        String plain = Words.of(words);
        StringBuilder quoted = new StringBuilder();
        for (int at = 0; at < plain.length(); ) {
            int c = plain.codePointAt(at);
            int next = at + Character.charCount(c);
            boolean within = at > 0
                    && isWord(plain.codePointBefore(at))
                    && next < plain.length()
                    && isWord(plain.codePointAt(next));
            if (c == ' ' || isWord(c) || (within && (c == '-' || c == '_'))) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append('#').append(c).append(';');
            }
            at = next;
        }
        return quoted.toString();
    }

    /** Letters and digits, without the letters that stand for codes while Mermaid works. */
    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) && c != '\uFB02' && c != '\u00DF';
    }
}
