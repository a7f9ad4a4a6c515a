package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.ItemBatcher;
import dev.asl4j.runtime.spi.ItemReader;
import dev.asl4j.runtime.spi.ResultWriter;
import dev.asl4j.runtime.spi.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Distribution} as JSON, but for its processor, input and items: with the language's names, and without what is as if left out.
 */
final class DistributionNotes {
    private DistributionNotes() {}

    static JsonNode write(Distribution distribution) {
        ObjectBuilder json = Json.object();
        Notes.set(json, "Label", distribution.label());
        if (distribution.executionType() != ExecutionType.STANDARD) {
            Notes.set(json, "ExecutionType", distribution.executionType().name());
        }
        Notes.set(json, "MaxConcurrency", distribution.maxConcurrency());
        if (distribution.isCountGiven()) {
            json.set("ToleratedFailureCount", LongNode.valueOf(distribution.toleratedFailureCount()));
        }
        if (distribution.isPercentageGiven()) {
            json.set("ToleratedFailurePercentage", DoubleNode.valueOf(distribution.toleratedFailurePercentage()));
        }
        @Nullable ItemReader reader = distribution.reader();
        if (reader != null) {
            json.set("ItemReader", reader(reader));
        }
        @Nullable ItemBatcher batcher = distribution.batcher();
        if (batcher != null) {
            json.set("ItemBatcher", batcher(batcher));
        }
        @Nullable ResultWriter writer = distribution.writer();
        if (writer != null) {
            json.set("ResultWriter", writer(writer));
        }
        return json.build();
    }

    /**
     * Reads it.
     *
     * @param items null if a reader reads them
     */
    static Distribution read(JsonNode json, Scope processor, JsonNode input, @Nullable JsonNode items) {
        Distribution distribution =
                Distribution.of(processor, input).maxConcurrency(Notes.count(json, "MaxConcurrency"));
        if (items != null) {
            distribution = distribution.items(items);
        }
        @Nullable String label = Notes.text(json, "Label");
        if (label != null) {
            distribution = distribution.label(label);
        }
        @Nullable String type = Notes.text(json, "ExecutionType");
        if (type != null) {
            distribution = distribution.executionType(word(ExecutionType.class, type));
        }
        if (json.has("ToleratedFailureCount")) {
            distribution = distribution.toleratedFailureCount(Notes.number(json, "ToleratedFailureCount"));
        }
        if (json.has("ToleratedFailurePercentage")) {
            distribution = distribution.toleratedFailurePercentage(
                    json.get("ToleratedFailurePercentage").asDouble());
        }
        if (json.has("ItemReader")) {
            distribution = distribution.reader(reader(json.get("ItemReader")));
        }
        if (json.has("ItemBatcher")) {
            JsonNode batcher = json.get("ItemBatcher");
            distribution = distribution.batcher(new ItemBatcher(
                    Notes.number(batcher, "MaxItemsPerBatch"),
                    Notes.number(batcher, "MaxInputBytesPerBatch"),
                    batcher.get("BatchInput")));
        }
        return json.has("ResultWriter") ? distribution.writer(writer(json.get("ResultWriter"))) : distribution;
    }

    private static JsonNode reader(ItemReader reader) {
        ObjectBuilder json = Json.object()
                .set("Resource", TextNode.valueOf(reader.resource().name()))
                .set("Arguments", reader.arguments());
        if (reader.inputType() != null) {
            Notes.set(json, "InputType", reader.inputType().name());
        }
        if (reader.transformation() != ItemReader.Transformation.NONE) {
            Notes.set(json, "Transformation", reader.transformation().name());
        }
        if (reader.manifestType() != null) {
            Notes.set(json, "ManifestType", reader.manifestType().name());
        }
        if (reader.csvHeaderLocation() != ItemReader.HeaderLocation.FIRST_ROW) {
            json.set(
                    "CSVHeaders",
                    Json.array(
                            reader.csvHeaders().stream().map(TextNode::valueOf).toArray(JsonNode[]::new)));
        }
        if (reader.csvDelimiter() != ItemReader.Delimiter.COMMA) {
            Notes.set(json, "CSVDelimiter", reader.csvDelimiter().name());
        }
        if (!reader.itemsPointer().isEmpty()) {
            Notes.set(json, "ItemsPointer", reader.itemsPointer());
        }
        Notes.set(json, "MaxItems", reader.maxItems());
        return json.build();
    }

    private static ItemReader reader(JsonNode json) {
        ItemReader reader = ItemReader.of(word(ItemReader.Resource.class, json, "Resource"), json.path("Arguments"))
                .maxItems(Notes.number(json, "MaxItems"));
        if (json.has("InputType")) {
            reader = reader.inputType(word(ItemReader.InputType.class, json, "InputType"));
        }
        if (json.has("Transformation")) {
            reader = reader.transformation(word(ItemReader.Transformation.class, json, "Transformation"));
        }
        if (json.has("ManifestType")) {
            reader = reader.manifestType(word(ItemReader.ManifestType.class, json, "ManifestType"));
        }
        if (json.has("CSVHeaders")) {
            List<String> headers = new ArrayList<>();
            json.get("CSVHeaders").forEach(header -> headers.add(header.asText()));
            reader = reader.csvHeaderLocation(ItemReader.HeaderLocation.GIVEN)
                    .csvHeaders(headers.toArray(String[]::new));
        }
        if (json.has("CSVDelimiter")) {
            reader = reader.csvDelimiter(word(ItemReader.Delimiter.class, json, "CSVDelimiter"));
        }
        @Nullable String pointer = Notes.text(json, "ItemsPointer");
        return pointer == null ? reader : reader.itemsPointer(pointer);
    }

    private static JsonNode batcher(ItemBatcher batcher) {
        ObjectBuilder json = Json.object();
        Notes.set(json, "MaxItemsPerBatch", batcher.maxItems());
        Notes.set(json, "MaxInputBytesPerBatch", batcher.maxInputBytes());
        if (batcher.batchInput() != null) {
            json.set("BatchInput", batcher.batchInput());
        }
        return json.build();
    }

    private static JsonNode writer(ResultWriter writer) {
        ObjectBuilder json = Json.object();
        if (writer.arguments() != null) {
            json.set("Arguments", writer.arguments());
        }
        if (writer.transformation() != null) {
            Notes.set(json, "Transformation", writer.transformation().name());
        }
        if (writer.outputType() != ResultWriter.OutputType.JSON) {
            Notes.set(json, "OutputType", writer.outputType().name());
        }
        return json.build();
    }

    private static ResultWriter writer(JsonNode json) {
        @Nullable String transformation = Notes.text(json, "Transformation");
        @Nullable String type = Notes.text(json, "OutputType");
        return new ResultWriter(
                json.get("Arguments"),
                transformation == null ? null : word(ResultWriter.Transformation.class, transformation),
                type == null ? ResultWriter.OutputType.JSON : word(ResultWriter.OutputType.class, type));
    }

    private static <E extends Enum<E>> E word(Class<E> type, JsonNode json, String name) {
        return word(type, String.valueOf(Notes.text(json, name)));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word);
        } catch (IllegalArgumentException unknown) {
            throw new DamagedFramesException("a distributed Map has a " + type.getSimpleName() + " that is none");
        }
    }
}
