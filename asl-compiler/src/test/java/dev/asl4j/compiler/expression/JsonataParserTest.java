package dev.asl4j.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonWriter;
import dev.asl4j.compiler.source.CaseFile;
import dev.asl4j.compiler.source.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonataParserTest {

    private static final Set<StatesMember> ALL = EnumSet.allOf(StatesMember.class);

    private final Diagnostics diagnostics = new Diagnostics();

    private @Nullable JsonataExpression parse(String text, Set<StatesMember> allowed) {
        return JsonataParser.expression(Cases.string(JsonWriter.quoted("{% " + text + " %}")), allowed, diagnostics);
    }

    static Stream<List<String>> trees() {
        return CaseFile.rows("jsonata.txt");
    }

    @ParameterizedTest
    @MethodSource("trees")
    void tree(List<String> row) {
        assertThat(JsonataPrinter.tree(new JsonataGrammar(row.get(0)).expression()))
                .isEqualTo(row.get(1));
    }

    static List<CaseFile.Case> faults() {
        return CaseFile.read("jsonata-faults.txt");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void fault(CaseFile.Case example) {
        JsonString source = Cases.string(example.input());

        JsonataExpression expression = JsonataParser.expression(source, StatesMember.EVERYWHERE, diagnostics);
        if (expression != null) {
            JsonataParser.reportUnknownFunctions(expression, "known"::equals, diagnostics);
        }

        assertThat(expression == null).isEqualTo(diagnostics.hasErrors());
        assertThat(Cases.shown(diagnostics)).isEqualTo(example.expected());
    }

    static Stream<List<String>> references() {
        return CaseFile.rows("jsonata-references.txt");
    }

    @ParameterizedTest
    @MethodSource("references")
    void references(List<String> row) {
        JsonataExpression expression = Objects.requireNonNull(parse(row.get(0), ALL), diagnostics.sorted()::toString);

        assertThat(String.join(" ", expression.variables())).isEqualTo(row.get(1));
        assertThat(String.join(
                        " ",
                        expression.members().stream().map(StatesMember::text).toList()))
                .isEqualTo(row.get(2));
        assertThat(diagnostics.sorted()).isEmpty();
    }

    @Test
    void aVariableHidesTheFunctionOfItsName() {
        JsonataExpression expression = Objects.requireNonNull(parse("$count + $sum($x) + $count($y)", ALL));

        assertThat(expression.variables()).containsExactly("x", "y");
        assertThat(expression.variables("count"::equals)).containsExactly("count", "x", "y");
        assertThat(expression.references())
                .containsExactly(
                        new JsonataReference("count", false, new Span(0, 6)),
                        new JsonataReference("sum", true, new Span(9, 13)),
                        new JsonataReference("x", false, new Span(14, 16)),
                        new JsonataReference("count", true, new Span(20, 26)),
                        new JsonataReference("y", false, new Span(27, 29)));
    }

    @Test
    void aFunctionThatNobodyKnowsIsNamedOnce() {
        JsonataExpression expression = Objects.requireNonNull(parse("$f(1) + $f(2) + ($g := $f; $g(3)) ~> $h", ALL));

        assertThat(expression.unknownFunctions("h"::equals))
                .extracting(JsonataReference::name)
                .containsExactly("f");
    }

    @Test
    void theTextIsWhatStandsBetweenTheBlanks() {
        JsonString source = Cases.string("\"{%\\n\\t $a.b \\n%}\"");

        JsonataExpression expression =
                Objects.requireNonNull(JsonataParser.expression(source, StatesMember.EVERYWHERE, diagnostics));

        assertThat(expression.text()).isEqualTo("$a.b");
        assertThat(expression.root().span()).isEqualTo(new Span(0, 4));
        assertThat(expression.part(new Span(3, 4)).location().span()).isEqualTo(new Span(11, 12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            value = {
                "{%%}        -> true  -> false",
                "{% x %}     -> true  -> false",
                "{%          -> false -> false",
                "%}          -> false -> false",
                "{%}         -> false -> false",
                "{% x        -> false -> false",
                "x %}        -> false -> false",
                "'{% x %} '  -> false -> false",
                "' {% x %}'  -> false -> false",
                "' {% x %} ' -> false -> true",
                "a{% x %}b   -> false -> true",
                "''          -> false -> true",
                "$.x         -> false -> true"
            })
    void onlyTheFirstAndTheLastCharactersMakeAnExpression(String text, boolean expression, boolean plain) {
        assertThat(JsonataParser.isExpression(text)).isEqualTo(expression);
        assertThat(JsonataParser.isPlain(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            value = {
                "${Name} + 1        -> true",
                "$f(${AWS::Region}) -> true",
                "arn_${Name}_x      -> true",
                "\"${Name}\"         -> false",
                "$a.${b: c}         -> false",
                "$a.${}             -> false"
            })
    void aPlaceholderIsAWordThatNobodyKnows(String text, boolean substituted) {
        // a word at the top level that has no placeholder would be refused
        JsonataExpression expression = Objects.requireNonNull(parse(text, ALL), diagnostics.sorted()::toString);

        assertThat(expression.substituted()).isEqualTo(substituted);
    }

    @Test
    void everyPartStandsWhereItWasWritten() {
        Random random = new Random(20_260_105);
        RandomJsonata expressions = new RandomJsonata(random);
        int[] parts = new int[1];
        for (int round = 0; round < 2_000; round++) {
            String text = expressions.expression(3);
            JsonataNode root = tree(text);
            if (root == null || text.contains("%")) {
                continue; // a parent stands in its path only
            }
            assertThat(root.span().end()).isLessThanOrEqualTo(text.length());
            JsonataPrinter.walk(root, part -> {
                String written = text.substring(part.span().start(), part.span().end());
                JsonataNode again = tree(written);
                if (again != null) { // ranges and steps in quotation marks are no expressions
                    parts[0]++;
                    assertThat(JsonataPrinter.tree(again))
                            .as("%s in %s", written, text)
                            .isEqualTo(JsonataPrinter.tree(part));
                }
            });
        }
        assertThat(parts[0]).isGreaterThan(10_000);
    }

    private static @Nullable JsonataNode tree(String text) {
        try {
            return new JsonataGrammar(text).expression();
        } catch (ExpressionFault fault) {
            return null;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{'a':",
                "-",
                "1+",
                "a.",
                "a[",
                "$f(",
                "function(){",
                "a?",
                "|",
                "a~>",
                "$a:=",
                "1 and ",
                "/(",
                "a^(",
                "a{'b':",
                "a@$b",
                "/*",
                "'",
                "`",
                "${",
                "a#$i",
                "[1..",
                "a[]",
                "function($a)<a<"
            })
    void nestedOrCutShortItIsOnlyAFault(String start) {
        assertThat(parse(start.repeat(20_000), ALL)).isNull();
        assertThat(parse("$x " + start.repeat(20_000), ALL)).isNull();
        assertThat(diagnostics.hasErrors()).isTrue();
    }

    @Test
    void longListsAreNoDeepTrees() {
        assertThat(parse("[" + "1, ".repeat(20_000) + "1]", ALL)).isNotNull();
        assertThat(parse("1" + " + 1".repeat(400), ALL)).isNotNull();
        assertThat(parse("1" + " + 1".repeat(600), ALL)).isNull();
        assertThat(diagnostics.sorted())
                .extracting(Diagnostic::message)
                .containsExactly("the expression is nested more than 500 levels deep");
    }
}
