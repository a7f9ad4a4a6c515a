package dev.asl4j.runtime.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asl4j.runtime.data.Json;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of Jackson's types at the border: what is read is written again, and what is not of the type is refused. */
final class DataTypeTest {
    private static final ObjectMapper PLAIN = new ObjectMapper();

    /** As types are generated, but for the checks in their constructors. */
    record Line(
            @JsonProperty(value = "item", required = true) String item,

            @JsonProperty(value = "quantity", required = true)
            int quantity,

            @JsonProperty("parts") @Nullable List<Line> parts) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "java.time.LocalDate | \"2026-01-02\"",
                "java.time.OffsetDateTime | \"2026-01-02T03:04:00Z\"",
                "java.time.OffsetDateTime | \"2026-01-02T03:04:05.123456789+05:30\"",
                "java.time.Duration | \"PT36H\"",
                "java.util.UUID | \"123e4567-e89b-12d3-a456-426614174000\"",
                "java.net.URI | \"https://acme.example/a?b#c\"",
                "java.lang.String | \"\"",
                "java.lang.Boolean | false",
                "java.lang.Integer | -2147483648",
                "java.lang.Long | 9223372036854775807",
                "java.math.BigInteger | 92233720368547758080000000000",
                "java.lang.Double | 1.5",
                "java.math.BigDecimal | 1.25"
            })
    void whatIsReadIsWrittenAgain(Class<?> type, String json) throws JsonProcessingException {
        assertThat(rewritten(DataType.of(type), json)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "java.time.LocalDate | \"2026-02-30\"",
                "java.time.LocalDate | 20260102",
                "java.time.OffsetDateTime | \"2026-01-02T03:04:05\"",
                "java.time.OffsetDateTime | 1767323045",
                "java.time.Duration | \"P1M\"",
                "java.time.Duration | 60",
                "java.util.UUID | \"\"",
                "java.util.UUID | \"123\"",
                "java.util.UUID | \"1-1-1-1-1\"",
                "java.util.UUID | 7",
                "java.net.URI | -2.5",
                "java.net.URI | true",
                "java.net.URI | \"a b\"",
                "java.math.BigInteger | 1e999999999",
                "java.lang.Long | 1e999999999",
                "java.lang.String | 5",
                "java.lang.String | true",
                "java.lang.Boolean | 1",
                "java.lang.Boolean | \"true\"",
                "java.lang.Integer | 2147483648",
                "java.lang.Integer | 1.5",
                "java.lang.Integer | \"5\"",
                "java.lang.Long | 9223372036854775808",
                "java.lang.Long | true",
                "java.lang.Double | \"1.5\"",
                "java.lang.Long | null",
                "java.lang.String | null"
            })
    void whatIsNotOfTheTypeIsRefused(Class<?> type, String json) {
        assertThatThrownBy(() -> DataType.of(type).fromJson(Json.freeze(PLAIN.readTree(json))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWholeNumberMayBeWrittenWithAFraction() throws JsonProcessingException {
        assertThat(DataType.of(Long.class).fromJson(PLAIN.readTree("3.0"))).isEqualTo(3L);
        assertThat(DataType.of(BigInteger.class).fromJson(PLAIN.readTree("3e2")))
                .isEqualTo(300);
    }

    @Test
    void listsAndMapsHaveNullOnlyWhereTheirTypesSayIt() throws JsonProcessingException {
        DataType<Map<String, List<Long>>> type = DataType.of(new TypeReference<Map<String, List<Long>>>() {});
        DataType<List<@Nullable Long>> holes = DataType.of(new TypeReference<List<@Nullable Long>>() {});
        DataType<List<JsonNode>> any = DataType.of(new TypeReference<List<JsonNode>>() {});

        assertThatThrownBy(() -> type.fromJson(PLAIN.readTree("{\"a\": [1], \"b\": [2, null]}")))
                .hasMessage("no Map: $.b[1]: null is no Long");
        assertThatThrownBy(() -> type.fromJson(PLAIN.readTree("{\"a\": null}")))
                .hasMessage("no Map: $.a: null is no List");
        assertThat(holes.fromJson(PLAIN.readTree("[1, null]"))).containsExactly(1L, null);
        assertThat(any.toJson(any.fromJson(PLAIN.readTree("[null]")))).isEqualTo(PLAIN.readTree("[null]"));
    }

    @Test
    void weeksAreADuration() throws JsonProcessingException {
        assertThat(DataType.of(Duration.class).fromJson(PLAIN.readTree("\"P2W\"")))
                .isEqualTo(Duration.ofDays(14));
    }

    @Test
    void theMessageSaysWhereTheFaultIs() {
        String json = "{\"item\": \"a\", \"quantity\": 1, \"parts\": [{\"item\": \"b\", \"quantity\": \"2\"}]}";

        assertThatThrownBy(() -> DataType.of(Line.class).fromJson(PLAIN.readTree(json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no Line: $.parts[0].quantity: expected a whole number");
    }

    @Test
    void aPrimitiveIsNeverMadeUp() {
        for (String json : List.of("{\"item\": \"a\"}", "{\"item\": \"a\", \"quantity\": null}")) {
            assertThatThrownBy(() -> DataType.of(Line.class).fromJson(PLAIN.readTree(json)))
                    .as(json)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void typesMayHaveParameters() throws JsonProcessingException {
        assertThat(rewritten(
                        DataType.of(new TypeReference<Map<String, List<LocalDate>>>() {}), "{\"a\":[\"2026-01-02\"]}"))
                .isEqualTo("{\"a\":[\"2026-01-02\"]}");
    }

    @Test
    void frozenDataIsReadAsAnyOther() throws JsonProcessingException {
        JsonNode frozen = Json.freeze(PLAIN.readTree("{\"item\":\"a\",\"quantity\":1,\"parts\":[]}"));

        assertThat(DataType.of(Line.class).fromJson(frozen)).isEqualTo(new Line("a", 1, List.of()));
    }

    @Test
    void whatCannotBeWrittenIsTheHandlersFault() {
        assertThatThrownBy(() -> DataType.of(Object.class).toJson(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("cannot be written as JSON, of type Object: ");
    }

    private static <T> String rewritten(DataType<T> type, String json) throws JsonProcessingException {
        return type.toJson(type.fromJson(PLAIN.readTree(json))).toString();
    }
}
