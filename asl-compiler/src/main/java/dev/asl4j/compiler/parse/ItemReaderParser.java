package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.ItemReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code ItemReader}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">ItemReader</a>
 */
final class ItemReaderParser {

    private static final List<String> ACTIONS = List.of("getObject", "listObjectsV2");
    private static final long GREATEST_COUNT = 100_000_000;
    private static final int LONGEST_POINTER = 2_000;

    private ItemReaderParser() {}

    static ItemReader parse(FieldReader fields) {
        JsonString resource = fields.cursor().require("Resource").filledString("Resource");
        int action = resource == null ? 0 : S3Resources.check(resource, ACTIONS, fields.diagnostics());
        Template arguments = fields.arguments(null);
        FieldReader config = fields.inner("ReaderConfig", "\"ReaderConfig\"");
        fields.done(Fields.READER);
        ItemReader.Resource kind = action == 0 ? ItemReader.Resource.GET_OBJECT : ItemReader.Resource.LIST_OBJECTS;
        return config == null ? plain(kind, arguments) : configured(kind, arguments, config);
    }

    private static ItemReader plain(ItemReader.Resource resource, @Nullable Template arguments) {
        return new ItemReader(
                resource,
                arguments,
                null,
                ItemReader.Transformation.NONE,
                null,
                null,
                List.of(),
                ItemReader.Delimiter.COMMA,
                null,
                null);
    }

    private static ItemReader configured(
            ItemReader.Resource resource, @Nullable Template arguments, FieldReader config) {
        ObjectCursor cursor = config.cursor();
        ItemReader.InputType inputType = inputType(config);
        ItemReader.Transformation transformation =
                Enumerations.read(cursor, "Transformation", ItemReader.Transformation.values());
        if (transformation == ItemReader.Transformation.LOAD_AND_FLATTEN) {
            cursor.require("InputType");
        }
        ItemReader.ManifestType manifest = Enumerations.read(cursor, "ManifestType", ItemReader.ManifestType.values());
        ItemReader.HeaderLocation location =
                Enumerations.read(cursor, "CSVHeaderLocation", ItemReader.HeaderLocation.values());
        if (location == ItemReader.HeaderLocation.GIVEN) {
            cursor.require("CSVHeaders");
        }
        csv(inputType, config);
        List<String> headers = headers(config);
        ItemReader.Delimiter delimiter = Enumerations.read(cursor, "CSVDelimiter", ItemReader.Delimiter.values());
        String pointer = pointer(config);
        Amount maxItems = config.amount("MaxItems", 0, GREATEST_COUNT);
        config.done(Fields.READER_CONFIG);
        return new ItemReader(
                resource,
                arguments,
                inputType,
                Objects.requireNonNullElse(transformation, ItemReader.Transformation.NONE),
                manifest,
                location,
                headers,
                Objects.requireNonNullElse(delimiter, ItemReader.Delimiter.COMMA),
                pointer,
                maxItems);
    }

    /** Files in CSV have headers, which are in their first row or given; files in JSON have none. */
    private static void csv(ItemReader.@Nullable InputType type, FieldReader config) {
        ObjectCursor cursor = config.cursor();
        JsonObject.Member location = cursor.member("CSVHeaderLocation");
        if (type == ItemReader.InputType.CSV && location == null) {
            config.diagnostics()
                    .report(
                            Code.MISSING_FIELD,
                            cursor.subject(),
                            cursor.words() + " needs the field \"CSVHeaderLocation\", since the items are in CSV",
                            null,
                            AwsReport.of("The field 'CSVHeaderLocation' is required", cursor.subject()));
        } else if (type == ItemReader.InputType.JSON && location != null) {
            config.diagnostics()
                    .report(
                            Code.FIELD_NOT_SUPPORTED,
                            location,
                            cursor.words()
                                    + " cannot have the field \"CSVHeaderLocation\", since the items are in JSON",
                            null,
                            AwsWords.notSupported("CSVHeaderLocation", cursor.subject()));
        }
    }

    private static ItemReader.@Nullable InputType inputType(FieldReader config) {
        ObjectCursor cursor = config.cursor();
        JsonString type = cursor.has("InputType") ? cursor.string("InputType") : null;
        if (type != null && type.value().equals("PARQUET")) {
            config.diagnostics()
                    .report(
                            Code.PARQUET,
                            type,
                            "files in the format Parquet cannot be read: it takes libraries far larger than the runtime");
            return null;
        }
        return type == null ? null : Enumerations.read(cursor, "InputType", ItemReader.InputType.values());
    }

    private static List<String> headers(FieldReader config) {
        JsonArray array = config.cursor().array("CSVHeaders");
        List<String> headers = new ArrayList<>();
        if (array != null) {
            for (JsonValue element : array.elements()) {
                JsonString header = Values.as(JsonString.class, element);
                if (header == null) {
                    Words.reportWrongType("a header", "a string", element, config.diagnostics());
                } else {
                    Substitutions.warn(header, config.diagnostics());
                    headers.add(header.value());
                }
            }
        }
        return headers;
    }

    private static @Nullable String pointer(FieldReader config) {
        JsonString pointer = config.cursor().string("ItemsPointer");
        if (pointer == null || Substitutions.postponed(pointer, config.diagnostics())) {
            return null;
        }
        String text = pointer.value();
        if (text.length() >= LONGEST_POINTER || !(text.isEmpty() || text.startsWith("/"))) {
            config.diagnostics()
                    .report(
                            Code.BAD_VALUE,
                            pointer,
                            "\"ItemsPointer\" must be a JSON pointer of less than " + LONGEST_POINTER
                                    + " characters, such as \"/orders/items\", but is " + Quotes.quote(text));
        }
        return text;
    }
}
