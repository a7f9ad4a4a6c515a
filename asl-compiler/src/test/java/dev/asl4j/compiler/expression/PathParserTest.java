package dev.asl4j.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonWriter;
import dev.asl4j.compiler.source.CaseFile;
import dev.asl4j.compiler.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PathParserTest {

    private final Diagnostics diagnostics = new Diagnostics();

    private Path parse(String json) {
        Path path = PathParser.path(Cases.string(json), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return Objects.requireNonNull(path);
    }

    static Stream<List<String>> paths() {
        return CaseFile.rows("paths.txt");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void path(List<String> row) {
        Path path = parse(row.get(0));

        assertThat(PathPrinter.print(path)).isEqualTo(row.get(1));
        assertThat(path.definite()).as("definite").isEqualTo(row.get(2).contains("definite"));
        assertThat(path.isReference()).as("reference").isEqualTo(row.get(2).contains("reference"));
        assertThat(path.text()).isEqualTo(Cases.string(row.get(0)).value().stripTrailing());

        Path again = parse(JsonWriter.quoted(row.get(1)));
        assertThat(PathPrinter.print(again)).as("printed, parsed, printed").isEqualTo(row.get(1));
    }

    static List<CaseFile.Case> faults() {
        return CaseFile.read("path-faults.txt");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void fault(CaseFile.Case example) {
        assertThat(PathParser.path(Cases.string(example.input()), diagnostics)).isNull();
        assertThat(Cases.shown(diagnostics)).isEqualTo(example.expected());
    }

    static List<CaseFile.Case> referenceFaults() {
        return CaseFile.read("reference-faults.txt");
    }

    @ParameterizedTest
    @MethodSource("referenceFaults")
    void referenceFault(CaseFile.Case example) {
        assertThat(PathParser.reference(Cases.string(example.input()), diagnostics))
                .isNull();
        assertThat(Cases.shown(diagnostics)).isEqualTo(example.expected());
    }

    @Test
    void aResultIsWrittenIntoTheDocumentOnly() {
        assertThat(PathParser.resultPath(Cases.string("\"$.a['b'][0]\""), diagnostics))
                .isNotNull();
        assertThat(PathParser.resultPath(Cases.string("\"$\""), diagnostics)).isNotNull();
        assertThat(PathParser.reference(Cases.string("\"$$.Execution.Id\""), diagnostics))
                .isNotNull();
        assertThat(diagnostics.hasErrors()).isFalse();

        assertThat(PathParser.resultPath(Cases.string("\"$$.Execution\""), diagnostics))
                .isNull();
        assertThat(PathParser.resultPath(Cases.string("\"$order.total\""), diagnostics))
                .isNull();
        assertThat(PathParser.resultPath(Cases.string("\"$.a[*]\""), diagnostics))
                .isNull();
        assertThat(diagnostics.sorted())
                .map(Diagnostic::toString)
                .containsExactly(
                        "f:1:2: error: a result cannot be written to \"$$.Execution\"; the path must start with \"$\""
                                + " [bad-reference-path]",
                        "f:1:2: error: a result cannot be written to \"$order.total\"; the path must start with \"$\""
                                + " [bad-reference-path]",
                        "f:1:5: error: \"$.a[*]\" is not a reference path: \"[*]\" does not name one place; a reference path has only"
                                + " names and single indexes, as in $.orders[0].id [bad-reference-path]");
    }

    @Test
    void stepsKnowTheirPlace() {
        Path path = parse("\"$.a.[0]..['x','y'].length() \"");

        assertThat(path.span()).isEqualTo(new Span(0, 27));
        assertThat(path.steps())
                .extracting(Step::span)
                .containsExactly(new Span(1, 3), new Span(3, 7), new Span(7, 9), new Span(9, 18), new Span(18, 27));
    }

    @Test
    void aThirdNumberOfASliceIsIgnoredAsInJsonPath() {
        assertThat(parse("\"$[0:4:2]\"").steps()).containsExactly(new Step.Slice(0, 4, new Span(1, 8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$[?(@[?(",
                "$[?((",
                "$[?(!",
                "$[?(@.a in [",
                "$.concat({\"a\":",
                "$..",
                "$[?(@.a =~ /(((",
                "$.a["
            })
    void nestedOrCutShortItIsStillOnlyAFault(String start) {
        String text = start + start.substring(1).repeat(20_000);

        assertThat(PathParser.path(Cases.string(JsonWriter.quoted(text)), diagnostics))
                .isNull();
        assertThat(diagnostics.sorted()).extracting(Diagnostic::code).containsExactly(Code.BAD_PATH);
    }

    @Test
    void lengthIsBounded() {
        assertThat(parse("\"$" + ".a".repeat(256) + "\"").steps()).hasSize(256);
        assertThat(PathParser.path(Cases.string("\"$" + ".a".repeat(257) + "\""), diagnostics))
                .isNull();
        assertThat(PathParser.path(Cases.string("\"$[?(@.a" + " && @.a".repeat(256) + ")]\""), diagnostics))
                .isNull();
        assertThat(diagnostics.sorted()).extracting(Diagnostic::code).containsOnly(Code.BAD_PATH);
    }
}
