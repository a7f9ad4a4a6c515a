package dev.asl4j.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonWriter;
import dev.asl4j.compiler.source.CaseFile;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever the strings are: a tree or a diagnostic inside of the string, never both, never an exception. */
final class ExpressionFuzzTest {

    private static final String SIGNS = "$@.[]()*?'\":,-!=<>~&|/\\ 01aeSt{}\u00E9\n\uD83D";

    private final Random random = new Random(20_260_103);

    private void treeOrDiagnostic(String cases, BiFunction<JsonString, Diagnostics, @Nullable Object> parser) {
        treeOrDiagnostic(seeds(cases).map(seed -> Cases.string(seed).value()).toList(), JsonWriter::quoted, parser);
    }

    private static Stream<String> seeds(String cases) {
        return CaseFile.rows(cases).map(row -> row.get(0));
    }

    private void treeOrDiagnostic(
            List<String> seeds,
            UnaryOperator<String> json,
            BiFunction<JsonString, Diagnostics, @Nullable Object> parser) {
        int trees = 0;
        for (int round = 0; round < 20_000; round++) {
            String text = mutated(seeds.get(random.nextInt(seeds.size())));
            JsonString source = Cases.string(json.apply(text));
            Diagnostics diagnostics = new Diagnostics();

            Object tree = parser.apply(source, diagnostics);

            assertThat(diagnostics.hasErrors()).as(text).isEqualTo(tree == null);
            trees += tree == null ? 0 : 1;
            assertThat(diagnostics.sorted()).allSatisfy(diagnostic -> {
                assertThat(diagnostic.location().span().start())
                        .isGreaterThan(source.location().span().start());
                assertThat(diagnostic.location().span().end())
                        .isLessThan(source.location().span().end());
            });
        }
        assertThat(trees).as("texts that a change did not break").isBetween(1_000, 19_000);
    }

    private String mutated(String seed) {
        StringBuilder text = new StringBuilder(seed);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int place = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), place + random.nextInt(4));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(place, end);
                case 1 -> text.insert(place, SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 2 -> text.insert(place, text.substring(place, end));
                default -> text.replace(place, end, String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length()))));
            }
        }
        return text.toString().replaceAll("[\uD800-\uDFFF]", "?");
    }

    @Test
    void paths() {
        treeOrDiagnostic("paths.txt", PathParser::path);
    }

    @Test
    void jsonata() {
        treeOrDiagnostic(
                seeds("jsonata.txt").map(seed -> "$x.(" + seed + ")").toList(),
                text -> JsonWriter.quoted("{%" + text + "%}"),
                (source, diagnostics) ->
                        JsonataParser.expression(source, EnumSet.allOf(StatesMember.class), diagnostics));
    }

    @Test
    void calls() {
        treeOrDiagnostic("calls.txt", IntrinsicParser::call);
    }
}
