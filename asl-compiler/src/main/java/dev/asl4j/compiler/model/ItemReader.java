package dev.asl4j.compiler.model;

import dev.asl4j.compiler.expression.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ItemReader} of a distributed Map state.
 *
 * @param resource {@code Resource}: reads an object, or lists objects
 * @param arguments {@code Arguments} or {@code Parameters}; null: none
 * @param inputType {@code InputType}; null: none given
 * @param transformation {@code Transformation}; default NONE
 * @param manifestType {@code ManifestType}; null: none given
 * @param csvHeaderLocation {@code CSVHeaderLocation}; null: none given
 * @param csvHeaders {@code CSVHeaders}; empty: none given
 * @param csvDelimiter {@code CSVDelimiter}; default COMMA
 * @param itemsPointer {@code ItemsPointer}, a JSON pointer; null: none given
 * @param maxItems {@code MaxItems} or {@code MaxItemsPath}; null: all
 */
public record ItemReader(
        Resource resource,
        @Nullable Template arguments,
        @Nullable InputType inputType,
        Transformation transformation,
        @Nullable ManifestType manifestType,
        @Nullable HeaderLocation csvHeaderLocation,
        List<String> csvHeaders,
        Delimiter csvDelimiter,
        @Nullable String itemsPointer,
        @Nullable Amount maxItems) {

    public ItemReader {
        csvHeaders = List.copyOf(csvHeaders);
    }

    /** What is read. */
    public enum Resource {
        /** {@code arn:aws:states:::s3:getObject} */
        GET_OBJECT,
        /** {@code arn:aws:states:::s3:listObjectsV2} */
        LIST_OBJECTS
    }

    /** How an object is read; PARQUET is refused. */
    public enum InputType {
        CSV,
        JSON,
        JSONL,
        MANIFEST
    }

    /** What becomes of listed objects. */
    public enum Transformation {
        NONE,
        LOAD_AND_FLATTEN
    }

    /** Who wrote a manifest. */
    public enum ManifestType {
        ATHENA_DATA,
        S3_INVENTORY
    }

    /** Where the names of columns stand. */
    public enum HeaderLocation {
        FIRST_ROW,
        GIVEN
    }

    /** What separates cells. */
    public enum Delimiter {
        COMMA,
        PIPE,
        SEMICOLON,
        SPACE,
        TAB
    }
}
