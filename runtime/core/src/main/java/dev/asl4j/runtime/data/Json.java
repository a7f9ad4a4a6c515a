package dev.asl4j.runtime.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Construction of JSON values, and the border to JSON text and to other Jackson trees. */
public final class Json {
    /** <code>{}</code>: what {@code "InputPath": null} and {@code "OutputPath": null} give. */
    public static final JsonNode EMPTY = FrozenObject.EMPTY;

    private Json() {}

    /**
     * A constant of generated code.
     *
     * @param json JSON text
     * @throws IllegalArgumentException if it is not JSON
     */
    public static JsonNode constant(String json) {
        return parse(json);
    }

    /** A constant of generated code in pieces, because a string constant of a class file ends at 65,535 bytes. */
    public static JsonNode constant(String... chunks) {
        return parse(text(chunks));
    }

    /** A string constant of generated code in pieces. */
    public static String text(String... chunks) {
        return String.join("", chunks);
    }

    /**
     * Any Jackson tree as frozen nodes; a tree that is frozen is returned as it is. The result is what writing the tree
     * and parsing the text would give: binary nodes become Base64 text, numbers take one node class each.
     *
     * @throws IllegalArgumentException if something in it has no JSON form: NaN, a missing node, a Java object
     * @throws dev.asl4j.runtime.error.StateFailure States.DataLimitExceeded if it is nested deeper than 1,000 levels
     */
    public static JsonNode freeze(JsonNode tree) {
        return Freezer.isFrozen(tree) ? tree : Freezer.freeze(tree, 0);
    }

    /** A new builder for an object. */
    public static ObjectBuilder object() {
        return new ObjectBuilder();
    }

    /** An array of the given elements. */
    public static JsonNode array(JsonNode... elements) {
        JsonNode[] frozen = new JsonNode[elements.length];
        for (int i = 0; i < frozen.length; i++) {
            frozen[i] = freeze(elements[i]);
        }
        return frozen.length == 0 ? FrozenArray.EMPTY : new FrozenArray(frozen);
    }

    /**
     * Parses one JSON value. The last of duplicate names wins. No digit of a number is lost.
     *
     * @throws IllegalArgumentException if the text is not one JSON value, is nested deeper than 1,000 levels, or holds a
     *     number of more than 1,000 characters
     */
    public static JsonNode parse(String text) {
        return JsonText.parse(text);
    }

    /** The value as JSON text, without blanks. */
    public static String write(JsonNode value) {
        return TextWriter.write(freeze(value));
    }

    /**
     * Begins to read JSON of any length, to be read on value by value with {@link #read}. Strings have at most 20,000,000 characters
     * and names 50,000; otherwise as {@link #parse}. Closes the stream with the parser.
     */
    public static JsonParser parser(InputStream json) throws IOException {
        return JsonText.parser(json);
    }

    /**
     * Reads the value that begins at the parser's current token, to the value's last token.
     *
     * @throws IOException if it is not JSON, or the stream cannot be read
     */
    public static JsonNode read(JsonParser parser) throws IOException {
        return JsonText.readValue(parser);
    }

    /** Writes the value as JSON text in UTF-8, without blanks; does not flush or close the stream. */
    public static void write(JsonNode value, OutputStream json) throws IOException {
        JsonText.write(value, json);
    }

    /**
     * How many bytes of UTF-8 {@link #write} would give, found without writing and remembered; Integer.MAX_VALUE if there
     * are more. The quotas of AWS on input and output count these.
     */
    public static int size(JsonNode value) {
        return TextSize.of(freeze(value));
    }

    /** Whether {@link #size} is known, without looking at each character, not to exceed a limit. The value is frozen. */
    public static boolean isSmall(JsonNode value, int limit) {
        return Measure.bound(value) <= limit;
    }

    /** Whether {@link #size} exceeds a limit; of what is far below it that is known without looking at each character. */
    public static boolean isLarger(JsonNode value, int limit) {
        JsonNode frozen = freeze(value);
        return Measure.bound(frozen) > limit && TextSize.of(frozen) > limit;
    }
}
