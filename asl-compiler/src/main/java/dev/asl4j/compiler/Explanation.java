package dev.asl4j.compiler;

import dev.asl4j.compiler.dataflow.Facts;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.shape.Shape;
import dev.asl4j.compiler.shape.ShapeText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the data at a state.
 *
 * @param text the shapes of input, arguments, result, output and variables, one after the other; empty: there is no such state, or the
 *     definition has errors
 * @param hint states of a similar name, if there is none of this; null: there are none
 * @param diagnostics everything found, sorted by position, but nothing that follows from the shapes
 * @since 0.1.0
 */
public record Explanation(Optional<String> text, @Nullable String hint, List<Diagnostic> diagnostics) {
    /** Copies the diagnostics. */
    public Explanation {
        diagnostics = List.copyOf(diagnostics);
    }

    static Explanation of(List<Facts> facts, String state, List<Diagnostic> diagnostics) {
        Optional<String> text = facts.stream()
                .filter(each -> each.state().name().equals(state))
                .findFirst()
                .map(Explanation::text);
        List<String> names = facts.stream().map(each -> each.state().name()).toList();
        return new Explanation(text, text.isPresent() ? null : Suggestions.didYouMean(state, names), diagnostics);
    }

    private static String text(Facts facts) {
        StringBuilder text = new StringBuilder();
        if (facts.input().isNever()) {
            return "nothing comes here\n";
        }
        line(text, "input", facts.input());
        if (!facts.arguments().equals(facts.input())) {
            line(text, "arguments", facts.arguments());
        }
        Shape result = facts.result();
        if (result != null) {
            line(text, "result", result);
        }
        line(text, "output", facts.output());
        facts.variables().forEach((name, shape) -> line(text, Quotes.plain("$" + name), shape));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, Shape shape) {
        String optional = shape.mayBeMissing() && !shape.isMissing() ? "?" : "";
        text.append(name)
                .append(optional)
                .append(": ")
                .append(ShapeText.of(shape))
                .append('\n');
    }
}
