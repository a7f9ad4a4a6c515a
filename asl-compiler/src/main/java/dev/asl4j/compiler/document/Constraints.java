package dev.asl4j.compiler.document;

import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.schema.Heading;
import dev.asl4j.compiler.schema.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a schema asks of values besides their type, as inline Markdown. */
final class Constraints {
    /** Those of a range, which says them in words. */
    private static final Set<String> BOUNDS = Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");

    private Constraints() {}

    /** {@code from 1 to 5}; empty: any number. */
    static String of(Range range) {
        List<String> parts = new ArrayList<>();
        add(parts, range.least(), range.leastExcluded() ? "greater than " : "from ");
        add(
                parts,
                range.greatest(),
                range.greatestExcluded() ? "less than " : range.least() == null ? "up to " : "to ");
        return String.join(range.leastExcluded() || range.greatestExcluded() ? " and " : " ", parts);
    }

    private static void add(List<String> parts, @Nullable BigDecimal bound, String words) {
        if (bound != null) {
            parts.add(words + bound.toString());
        }
    }

    /** What only a validator checks: keywords, with their values where these are short. */
    static List<String> checks(Heading heading) {
        List<String> checks = new ArrayList<>();
        for (Heading.Check check : heading.checks()) {
            if (!BOUNDS.contains(check.keyword())) {
                JsonValue value = check.at() instanceof JsonObject.Member member ? member.value() : null;
                String shown = value == null || isLarge(value) ? "" : ": " + value;
                checks.add(Markdown.code(check.keyword() + shown));
            }
        }
        return checks;
    }

    private static boolean isLarge(JsonValue value) {
        return value instanceof JsonObject || value instanceof JsonArray;
    }
}
