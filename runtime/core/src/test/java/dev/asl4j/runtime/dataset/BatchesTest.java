package dev.asl4j.runtime.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.ItemBatcher;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class BatchesTest {
    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        JsonMapper mapper =
                JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();
        try (InputStream cases = BatchesTest.class.getResourceAsStream("batches.json")) {
            return StreamSupport.stream(mapper.readTree(cases).spliterator(), false)
                    .map(each -> dynamicTest(each.get("case").asText(), () -> check(Json.freeze(each))));
        }
    }

    private static void check(JsonNode each) {
        JsonNode fields = each.get("batcher");
        ItemBatcher batcher = new ItemBatcher(
                fields.path("MaxItemsPerBatch").asLong(),
                fields.path("MaxInputBytesPerBatch").asLong(),
                fields.get("BatchInput"));
        Batches batches = new Batches(batcher);
        List<Batch> made = new ArrayList<>();
        StateFailure failure = catchThrowableOfType(StateFailure.class, () -> {
            each.get("items").forEach(item -> add(made, batches.add(item)));
            add(made, batches.rest());
        });
        assertThat(Json.array(made.stream().map(Batch::input).toArray(JsonNode[]::new)))
                .isEqualTo(each.get("batches"));
        assertThat(made.stream().mapToInt(Batch::items).sum())
                .isEqualTo(failure == null ? each.get("items").size() : 0);
        assertThat(failure == null ? null : failure.error())
                .isEqualTo(each.has("error") ? each.get("error").asText() : null);
    }

    @Test
    void noBatchIsLargerThanAnExecutionTakes() {
        Batches batches = new Batches(ItemBatcher.items(1_000_000));
        JsonNode item = TextNode.valueOf("x".repeat(100_000));
        assertThat(batches.add(item)).isNull();
        assertThat(batches.add(item)).isNull();
        assertThat(batches.add(item)).extracting(Batch::items).isEqualTo(2);
        assertThat(batches.rest()).extracting(Batch::items).isEqualTo(1);
    }

    private static void add(List<Batch> made, Batch batch) {
        if (batch != null) {
            made.add(batch);
        }
    }
}
