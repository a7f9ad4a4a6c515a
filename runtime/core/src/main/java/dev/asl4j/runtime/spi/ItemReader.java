package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

// Size: the enums of the language's words, and a setter and a getter for each field.

/**
 * {@code ItemReader} of a distributed Map state, evaluated. Immutable: every setter returns a new value.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">ItemReader</a>
 * @since 0.1.0
 */
public final class ItemReader {
    /** {@code Resource}. */
    public enum Resource {
        /** {@code arn:aws:states:::s3:getObject}: the items are inside one object. */
        GET_OBJECT,
        /** {@code arn:aws:states:::s3:listObjectsV2}: the items are the objects of a bucket, or inside of them. */
        LIST_OBJECTS
    }

    /** {@code InputType}. */
    public enum InputType {
        CSV,
        JSON,
        JSONL,
        MANIFEST
    }

    /** {@code Transformation}. */
    public enum Transformation {
        NONE,
        LOAD_AND_FLATTEN
    }

    /** {@code ManifestType}. */
    public enum ManifestType {
        ATHENA_DATA,
        S3_INVENTORY
    }

    /** {@code CSVHeaderLocation}. */
    public enum HeaderLocation {
        FIRST_ROW,
        GIVEN
    }

    /** {@code CSVDelimiter}. */
    public enum Delimiter {
        COMMA(','),
        PIPE('|'),
        SEMICOLON(';'),
        SPACE(' '),
        TAB('\t');

        private final char character;

        Delimiter(char character) {
            this.character = character;
        }

        /** What stands between two cells. */
        public char character() {
            return character;
        }
    }

    private final Resource resource;
    private final JsonNode arguments;
    private @Nullable InputType inputType;
    private Transformation transformation = Transformation.NONE;
    private @Nullable ManifestType manifestType;
    private HeaderLocation headerLocation = HeaderLocation.FIRST_ROW;
    private List<String> headers = List.of();
    private Delimiter delimiter = Delimiter.COMMA;
    private String itemsPointer = "";
    private long maxItems;

    private ItemReader(Resource resource, JsonNode arguments) {
        this.resource = resource;
        this.arguments = arguments;
    }

    private ItemReader(ItemReader other) {
        this(other.resource, other.arguments);
        inputType = other.inputType;
        transformation = other.transformation;
        manifestType = other.manifestType;
        headerLocation = other.headerLocation;
        headers = other.headers;
        delimiter = other.delimiter;
        itemsPointer = other.itemsPointer;
        maxItems = other.maxItems;
    }

    /**
     * A reader.
     *
     * @param arguments {@code Arguments} or {@code Parameters}: an object with {@code Bucket} and {@code Key} (optionally {@code
     *     VersionId}), or with {@code Bucket} and optionally {@code Prefix}
     */
    public static ItemReader of(Resource resource, JsonNode arguments) {
        return new ItemReader(resource, arguments);
    }

    /** {@code InputType}; needed for {@link Resource#GET_OBJECT} without a manifest type, and for LOAD_AND_FLATTEN. */
    public ItemReader inputType(InputType type) {
        ItemReader changed = new ItemReader(this);
        changed.inputType = type;
        return changed;
    }

    /** {@code Transformation}; NONE if left out. */
    public ItemReader transformation(Transformation transformation) {
        ItemReader changed = new ItemReader(this);
        changed.transformation = transformation;
        return changed;
    }

    /** {@code ManifestType}; a manifest without one is an S3 inventory's. */
    public ItemReader manifestType(ManifestType type) {
        ItemReader changed = new ItemReader(this);
        changed.manifestType = type;
        return changed;
    }

    /** {@code CSVHeaderLocation}; FIRST_ROW if left out. */
    public ItemReader csvHeaderLocation(HeaderLocation location) {
        ItemReader changed = new ItemReader(this);
        changed.headerLocation = location;
        return changed;
    }

    /** {@code CSVHeaders}, for {@link HeaderLocation#GIVEN}. */
    public ItemReader csvHeaders(String... headers) {
        ItemReader changed = new ItemReader(this);
        changed.headers = List.of(headers);
        return changed;
    }

    /** {@code CSVDelimiter}; COMMA if left out. */
    public ItemReader csvDelimiter(Delimiter delimiter) {
        ItemReader changed = new ItemReader(this);
        changed.delimiter = delimiter;
        return changed;
    }

    /** {@code ItemsPointer}, a JSON Pointer into a JSON file; the whole file if left out or empty. */
    public ItemReader itemsPointer(String pointer) {
        ItemReader changed = new ItemReader(this);
        changed.itemsPointer = pointer;
        return changed;
    }

    /** {@code MaxItems}: how many items at most; 0, and if left out: all. A negative one fails the Map Run. */
    public ItemReader maxItems(long items) {
        ItemReader changed = new ItemReader(this);
        changed.maxItems = items;
        return changed;
    }

    // ---- for the driver

    /** What is read. */
    public Resource resource() {
        return resource;
    }

    /** The arguments, an object. */
    public JsonNode arguments() {
        return arguments;
    }

    /** The type of the files; null if none is given. */
    public @Nullable InputType inputType() {
        return inputType;
    }

    /** What becomes of listed objects. */
    public Transformation transformation() {
        return transformation;
    }

    /** Who wrote the manifest; null if nobody is named. */
    public @Nullable ManifestType manifestType() {
        return manifestType;
    }

    /** Where the names of the columns are. */
    public HeaderLocation csvHeaderLocation() {
        return headerLocation;
    }

    /** The given names of columns. */
    public List<String> csvHeaders() {
        return headers;
    }

    /** What stands between cells. */
    public Delimiter csvDelimiter() {
        return delimiter;
    }

    /** The pointer; empty for the whole file. */
    public String itemsPointer() {
        return itemsPointer;
    }

    /** How many items at most; 0: all. */
    public long maxItems() {
        return maxItems;
    }

    @Override
    public String toString() {
        return "ItemReader[" + resource + "]";
    }
}
