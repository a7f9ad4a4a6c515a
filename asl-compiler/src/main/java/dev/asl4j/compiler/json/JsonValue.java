package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.source.Location;

/** A JSON value and where it stands. Values of two places are never equal, even if they say the same. */
public sealed interface JsonValue extends Subject
        permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

    /** The characters of the value, from its first to its last. */
    @Override
    Location location();

    /** Where it stands in the document. */
    JsonPointer place();

    @Override
    default String pointer() {
        return place().toString();
    }

    /** Its type, as a person would say it. */
    JsonType type();

    /** Calls the method for this kind of value. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each kind of value.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {

        /** An object. */
        R object(JsonObject object);

        /** An array. */
        R array(JsonArray array);

        /** A string. */
        R string(JsonString string);

        /** A number. */
        R number(JsonNumber number);

        /** True or false. */
        R bool(JsonBoolean bool);

        /** Null. */
        R nothing(JsonNull nothing);
    }
}
