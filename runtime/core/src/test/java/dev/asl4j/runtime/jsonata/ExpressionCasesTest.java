package dev.asl4j.runtime.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.asl4j.runtime.data.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Expressions and what becomes of them, in files. */
final class ExpressionCasesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TestFactory
    Stream<DynamicTest> theLanguageIsJsonata() throws IOException {
        return cases("language.json");
    }

    @TestFactory
    Stream<DynamicTest> stepFunctionsHasItsOwnFunctionsAndWords() throws IOException {
        return cases("step-functions.json");
    }

    private static Stream<DynamicTest> cases(String file) throws IOException {
        try (InputStream stream = ExpressionCasesTest.class.getResourceAsStream(file)) {
            JsonNode read = MAPPER.readTree(stream);
            JsonNode input = Json.freeze(read.required("input"));
            JsonNode cases = read.required("cases");
            assertThat(cases).isNotEmpty();
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(each -> dynamicTest(each.required("expr").asText(), () -> check(each, input)));
        }
    }

    private static void check(JsonNode each, JsonNode input) {
        Expression expression = Jsonata.compile(each.required("expr").asText());
        if (each.has("error")) {
            String text = each.required("error").asText();
            String ending = text.startsWith("returned") ? text : "threw an error during evaluation. " + text;
            assertThatExceptionOfType(EvaluationException.class)
                    .isThrownBy(() -> expression.evaluate(Given.input(input)))
                    .satisfies(e -> assertThat(e.ending()).isEqualTo(ending));
            return;
        }
        JsonNode value = expression.evaluate(Given.input(input));
        if (each.has("nothing")) {
            assertThat(value).isNull();
        } else {
            assertThat(value).isNotNull();
            assertThat(Json.write(value)).isEqualTo(Json.write(Json.freeze(each.required("gives"))));
        }
    }
}
