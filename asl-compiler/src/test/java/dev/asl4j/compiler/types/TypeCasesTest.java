package dev.asl4j.compiler.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.JsonataParser;
import dev.asl4j.compiler.expression.StatesMember;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonWriter;
import dev.asl4j.compiler.source.CaseFile;
import dev.asl4j.compiler.source.SourceFile;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The types of expressions, one by one: exactly those, no type more. */
final class TypeCasesTest {

    static Stream<List<String>> cases() {
        return CaseFile.rows("jsonata-types.txt");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theExpressionHasTheseTypes(List<String> row) {
        String json = JsonWriter.quoted("{% " + row.get(0) + " %}");
        JsonString source =
                (JsonString) Objects.requireNonNull(JsonReader.read(new SourceFile("f", json), new Diagnostics()));
        JsonataExpression expression = Objects.requireNonNull(
                JsonataParser.expression(source, EnumSet.allOf(StatesMember.class), new Diagnostics()));

        ValueTypes types = ExpressionTypes.of(expression, new Known()).types();

        assertThat(types)
                .isEqualTo(
                        row.get(1).equals("*")
                                ? ValueTypes.ALL
                                : Signature.types(row.get(1).replace("-", "")));
    }

    @Test
    void typesAreNamedInMessages() {
        assertThat(ValueTypes.NONE.words()).isEmpty();
        assertThat(ValueTypes.of(ValueType.NUMBER).words()).isEqualTo("a number");
        assertThat(ValueTypes.of(ValueType.UNDEFINED, ValueType.NULL).words()).isEqualTo("null or nothing");
        assertThat(ValueTypes.of(ValueType.OBJECT, ValueType.NULL, ValueType.ARRAY)
                        .words())
                .isEqualTo("null, an array or an object");
    }

    private record Known() implements Names {

        @Override
        public ValueTypes variable(String name) {
            return switch (name) {
                case "n" -> ValueTypes.of(ValueType.NUMBER);
                case "s" -> ValueTypes.of(ValueType.STRING);
                case "m" -> ValueTypes.of(ValueType.NUMBER, ValueType.UNDEFINED);
                case "x" -> ValueTypes.ALL;
                default -> null;
            };
        }

        @Override
        public ValueTypes states(List<String> path) {
            return StatesTypes.of(path);
        }
    }
}
