package dev.asl4j.runtime.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.objects.FileObjectStore;
import dev.asl4j.runtime.spi.ItemReader;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What each kind of reader makes of which bytes. */
final class ItemSourcesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> readers() throws IOException {
        try (InputStream cases = ItemSourcesTest.class.getResourceAsStream("readers.json")) {
            return StreamSupport.stream(MAPPER.readTree(cases).spliterator(), false)
                    .map(each -> dynamicTest(each.get("case").asText(), () -> check(each)));
        }
    }

    private void check(JsonNode each) throws IOException {
        Path root = Files.createTempDirectory(folder, "store");
        Path bucket = Files.createDirectory(root.resolve("bucket"));
        if (each.has("body")) {
            Files.writeString(bucket.resolve("data"), each.get("body").asText());
        }
        for (Map.Entry<String, JsonNode> object : each.path("objects").properties()) {
            Path file = bucket.resolve(object.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, object.getValue().asText());
        }
        List<DataItem> items = new ArrayList<>();
        IOException failure = readAll(reader(each), FileObjectStore.at(root), items);

        assertThat(Json.array(items.stream().map(DataItem::value).toArray(JsonNode[]::new)))
                .isEqualTo(Json.freeze(each.get("values")));
        if (each.has("cause")) {
            assertThat(failure).hasMessage(each.get("cause").asText());
        } else if (each.has("causeBegins")) {
            assertThat(failure.getMessage()).startsWith(each.get("causeBegins").asText());
        } else {
            assertThat(failure).isNull();
        }
        for (int i = 0; i < each.path("keys").size(); i++) {
            assertThat(items.get(i).key()).isEqualTo(each.get("keys").get(i).asText());
        }
        for (int i = 0; i < each.path("inputs").size(); i++) {
            assertThat(items.get(i).input())
                    .isEqualTo(Json.freeze(each.get("inputs").get(i)));
        }
        for (int i = 0; i < each.path("sources").size(); i++) {
            assertThat(items.get(i).source())
                    .isEqualTo(each.get("sources").get(i).asText());
        }
    }

    private static ItemReader reader(JsonNode each) {
        boolean list = each.has("list");
        JsonNode arguments = each.has("arguments")
                ? each.get("arguments")
                : list
                        ? Json.parse("{\"Bucket\": \"bucket\", \"Prefix\": \""
                                + each.get("list").asText() + "\"}")
                        : Json.parse("{\"Bucket\": \"bucket\", \"Key\": \"data\"}");
        ItemReader reader = ItemReader.of(
                list ? ItemReader.Resource.LIST_OBJECTS : ItemReader.Resource.GET_OBJECT, Json.freeze(arguments));
        for (Map.Entry<String, JsonNode> field : each.get("reader").properties()) {
            String word = field.getValue().asText();
            reader = switch (field.getKey()) {
                case "InputType" -> reader.inputType(ItemReader.InputType.valueOf(word));
                case "ManifestType" -> reader.manifestType(ItemReader.ManifestType.valueOf(word));
                case "Transformation" -> reader.transformation(ItemReader.Transformation.valueOf(word));
                case "CSVHeaderLocation" -> reader.csvHeaderLocation(ItemReader.HeaderLocation.valueOf(word));
                case "CSVDelimiter" -> reader.csvDelimiter(ItemReader.Delimiter.valueOf(word));
                case "CSVHeaders" ->
                    reader.csvHeaders(StreamSupport.stream(field.getValue().spliterator(), false)
                            .map(JsonNode::asText)
                            .toArray(String[]::new));
                case "ItemsPointer" -> reader.itemsPointer(word);
                case "MaxItems" -> reader.maxItems(field.getValue().asLong());
                default -> throw new AssertionError(field.getKey());
            };
        }
        return reader;
    }

    /** Reads until the end or until it fails; gives the failure. */
    private static IOException readAll(ItemReader reader, FileObjectStore store, List<DataItem> items) {
        try (ItemSource source = ItemSources.open(reader, store)) {
            for (DataItem item = source.next(); item != null; item = source.next()) {
                items.add(item);
            }
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    @Test
    void listedObjectsAreShownAsTheApiShowsThem() throws IOException {
        Path bucket = Files.createDirectory(folder.resolve("bucket"));
        Files.writeString(bucket.resolve("a.txt"), "hello");
        Files.setLastModifiedTime(bucket.resolve("a.txt"), FileTime.from(Instant.ofEpochSecond(1_789_180_622)));
        ItemReader reader = ItemReader.of(ItemReader.Resource.LIST_OBJECTS, Json.parse("{\"Bucket\": \"bucket\"}"));
        List<DataItem> items = new ArrayList<>();
        assertThat(readAll(reader, FileObjectStore.at(folder), items)).isNull();
        assertThat(items).hasSize(1);
        assertThat(items.get(0).source()).isEqualTo("S3://bucket");
        assertThat(Json.write(items.get(0).value()))
                .matches("\\{\"Etag\":\"\\\\\".+\\\\\"\",\"Key\":\"a.txt\",\"LastModified\":1.789180622E9,\"Size\":5,"
                        + "\"StorageClass\":\"STANDARD\"}");
    }

    @Test
    void compressedFilesAreTakenApart() throws IOException {
        Path bucket = Files.createDirectory(folder.resolve("bucket"));
        String text = "a,b\n" + "1,2\n".repeat(50_000);
        write(bucket.resolve("gzip"), text, GZIPOutputStream::new);
        write(bucket.resolve("zstd"), text, ZstdOutputStream::new);
        for (String key : List.of("gzip", "zstd")) {
            ItemReader reader = ItemReader.of(
                            ItemReader.Resource.GET_OBJECT,
                            Json.parse("{\"Bucket\": \"bucket\", \"Key\": \"" + key + "\"}"))
                    .inputType(ItemReader.InputType.CSV);
            List<DataItem> items = new ArrayList<>();
            assertThat(readAll(reader, FileObjectStore.at(folder), items)).isNull();
            assertThat(items).hasSize(50_000);
        }
    }

    private interface Compression {
        OutputStream on(OutputStream out) throws IOException;
    }

    private static void write(Path file, String text, Compression compression) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = compression.on(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, bytes.toByteArray());
    }

    @Test
    void oneItemWithoutEndIsRefused() throws IOException {
        Path bucket = Files.createDirectory(folder.resolve("bucket"));
        String element = "\"" + "x".repeat(1_000_000) + "\",";
        Files.writeString(bucket.resolve("json"), "[1, [" + element.repeat(12) + "2]]");
        Files.writeString(bucket.resolve("lines"), "1\n[" + element.repeat(12) + "2]");
        Files.write(bucket.resolve("latin"), new byte[] {'1', '\n', '"', (byte) 0xE4, '"'});
        assertThat(failure("json", ItemReader.InputType.JSON)).isEqualTo("An item is larger than 8388608 bytes.");
        assertThat(failure("lines", ItemReader.InputType.JSONL)).isEqualTo("A line is longer than 8388608 characters.");
        assertThat(failure("latin", ItemReader.InputType.JSONL)).isEqualTo("The file is not encoded in UTF-8.");
    }

    private String failure(String key, ItemReader.InputType type) {
        ItemReader reader = ItemReader.of(
                        ItemReader.Resource.GET_OBJECT,
                        Json.parse("{\"Bucket\": \"bucket\", \"Key\": \"" + key + "\"}"))
                .inputType(type);
        return readAll(reader, FileObjectStore.at(folder), new ArrayList<>()).getMessage();
    }

    @Test
    void headersHaveALimit() {
        String[] headers = {"a".repeat(10 * 1024)};
        assertThatThrownBy(() -> new CsvItems(InputStream.nullInputStream(), ',', List.of(headers), true, ""))
                .hasMessage("CSV headers cannot exceed 10 KiB.");
    }
}
