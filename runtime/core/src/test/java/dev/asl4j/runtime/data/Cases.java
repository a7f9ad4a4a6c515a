package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.asl4j.runtime.error.StateFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/** Cases in resource files: an array of objects, with Java comments, one test each. */
final class Cases {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Cases() {}

    static Stream<DynamicTest> of(String file, Consumer<JsonNode> test) {
        JsonNode cases = read(file);
        assertThat(cases).isNotEmpty();
        return StreamSupport.stream(cases.spliterator(), false)
                .map(each -> dynamicTest(each.toString(), () -> test.accept(each)));
    }

    /** Expects the value at {@code gives}, or a failure with the name at {@code error} and the cause at {@code cause}. */
    static void check(JsonNode each, Supplier<JsonNode> call) {
        if (!each.has("cause")) {
            assertThat(call.get().toString()).isEqualTo(each.required("gives").toString());
            return;
        }
        assertThat(failure(call)).satisfies(failure -> {
            assertThat(failure.cause()).isEqualTo(each.required("cause").asText());
            assertThat(failure.error()).isEqualTo(each.path("error").asText("States.Runtime"));
        });
    }

    static StateFailure failure(Supplier<?> call) {
        try {
            Object value = call.get();
            throw new AssertionError("no failure but " + value);
        } catch (StateFailure e) {
            return e;
        }
    }

    private static JsonNode read(String file) {
        try (InputStream stream = Cases.class.getResourceAsStream(file)) {
            return MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
