package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Java type at the border to JSON, by Jackson. Strictly: a text is no number, a number no text, and null no {@code long}; what is not right
 * is refused and nothing made up.
 *
 * @param <T> the type
 */
final class JacksonType<T> {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new ExactValues())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.OtherScalar,
                    config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .build();

    private final ObjectReader reader;
    private final String words;
    private final @Nullable NullCheck nulls;

    private JacksonType(JavaType type, @Nullable NullCheck nulls) {
        this.nulls = nulls;
        reader = MAPPER.readerFor(type);
        words = type.getRawClass().getSimpleName();
    }

    static <T> DataType<T> of(Class<T> type) {
        return new JacksonType<T>(MAPPER.constructType(type), null).conversions();
    }

    static <T> DataType<T> of(TypeReference<T> type) {
        return new JacksonType<T>(MAPPER.constructType(type.getType()), NullCheck.of(type)).conversions();
    }

    private DataType<T> conversions() {
        return DataType.of(this::tree, this::value);
    }

    private JsonNode tree(T value) {
        try {
            return MAPPER.valueToTree(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON, of type " + words + ": " + e.getMessage(), e);
        }
    }

    private T value(JsonNode json) {
        try {
            T value = reader.readValue(json);
            if (value == null) {
                throw new IllegalArgumentException("null is no " + words);
            }
            if (nulls != null) {
                checkNulls(nulls, value);
            }
            return value;
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException("no " + words + ": " + place(e) + ": " + e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no " + words + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("no " + words + ": " + e.getMessage(), e);
        }
    }

    private void checkNulls(NullCheck check, T value) {
        try {
            check.check(value, "$");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no " + words + ": " + e.getMessage(), e);
        }
    }

    /** Where in the data the fault is: {@code $.lines[0].quantity}. */
    private static String place(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining("", "$", ""));
    }
}
