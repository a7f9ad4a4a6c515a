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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IntrinsicParserTest {

    private final Diagnostics diagnostics = new Diagnostics();

    private IntrinsicCall parse(String json) {
        IntrinsicCall call = IntrinsicParser.call(Cases.string(json), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return Objects.requireNonNull(call);
    }

    static Stream<List<String>> calls() {
        return CaseFile.rows("calls.txt");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call(List<String> row) {
        assertThat(IntrinsicParser.isCall(Cases.string(row.get(0)).value())).isTrue();
        assertThat(print(parse(row.get(0)))).isEqualTo(row.get(1));
    }

    private static String print(IntrinsicCall call) {
        return call.arguments().stream()
                .map(argument -> argument.accept(PRINTER))
                .collect(Collectors.joining(", ", call.function() + "(", ")"));
    }

    private static final Argument.Visitor<String> PRINTER = new Argument.Visitor<>() {

        @Override
        public String text(Argument.Text argument) {
            assertThat(argument.value()).isEqualTo(String.join("{}", argument.pieces()));
            return "text[" + String.join(",", argument.pieces()).replace('\n', '\u23CE') + "]";
        }

        @Override
        public String number(Argument.Numeric argument) {
            return argument.text();
        }

        @Override
        public String bool(Argument.Bool argument) {
            return Boolean.toString(argument.value());
        }

        @Override
        public String nothing(Argument.Null argument) {
            return "null";
        }

        @Override
        public String path(Argument.PathArgument argument) {
            return PathPrinter.print(argument.path());
        }

        @Override
        public String call(Argument.Nested argument) {
            return print(argument.call());
        }
    };

    static List<CaseFile.Case> faults() {
        return CaseFile.read("call-faults.txt");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void fault(CaseFile.Case example) {
        assertThat(IntrinsicParser.call(Cases.string(example.input()), diagnostics))
                .isNull();
        assertThat(Cases.shown(diagnostics)).isEqualTo(example.expected());
    }

    @Test
    void callsAndArgumentsKnowTheirPlace() {
        IntrinsicCall call = parse("\"States.Array('x', $.a[0], States.UUID(), 12) \"");

        assertThat(call.text()).isEqualTo("States.Array('x', $.a[0], States.UUID(), 12)");
        assertThat(call.span()).isEqualTo(new Span(0, 44));
        assertThat(call.arguments())
                .extracting(Argument::span)
                .containsExactly(new Span(13, 16), new Span(18, 24), new Span(26, 39), new Span(41, 43));
        assertThat(((Argument.Nested) call.arguments().get(2)).call()).hasToString("States.UUID()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.a", "Ship", "", "a b(", "not a call()", "States.Format"})
    void notEveryTextIsACall(String text) {
        assertThat(IntrinsicParser.isCall(text)).isFalse();
    }

    @Test
    void longTextsForBase64AreRefused() {
        String most = "x".repeat(10_000);

        assertThat(IntrinsicParser.call(Cases.string("\"States.Base64Encode('" + most + "')\""), diagnostics))
                .isNotNull();
        assertThat(IntrinsicParser.call(Cases.string("\"States.Base64Encode('" + most + "x')\""), diagnostics))
                .isNull();
        assertThat(IntrinsicParser.call(Cases.string("\"States.Hash('" + most + "x', 'MD5')\""), diagnostics))
                .isNull();
        assertThat(diagnostics.sorted())
                .map(Diagnostic::message)
                .containsExactly(
                        "the first argument of States.Hash has more than 10000 characters",
                        "the first argument of States.Base64Encode has more than 10000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "States.Array(",
                "States.Array('",
                "States.Array($.a[?(",
                "(",
                "States.Array(1,",
                "States.Array('\\\\"
            })
    void nestedOrCutShortItIsStillOnlyAFault(String start) {
        String text = start.repeat(10_000);

        assertThat(IntrinsicParser.call(Cases.string(JsonWriter.quoted(text)), diagnostics))
                .isNull();
        assertThat(diagnostics.sorted())
                .hasSize(1)
                .extracting(Diagnostic::code)
                .isSubsetOf(Code.BAD_INTRINSIC, Code.BAD_PATH, Code.INTRINSIC_TOO_NESTED);
    }

    @Test
    void theFunctionsOfTheStatesLanguage() {
        assertThat(IntrinsicFunction.names()).hasSize(18).allMatch(name -> name.startsWith("States."));
        assertThat(Stream.of(IntrinsicFunction.values())
                        .filter(IntrinsicFunction::returnsString)
                        .map(IntrinsicFunction::text))
                .containsExactly(
                        "States.Format",
                        "States.JsonToString",
                        "States.ArrayGetItem",
                        "States.Base64Encode",
                        "States.Base64Decode",
                        "States.Hash",
                        "States.UUID");
    }
}
