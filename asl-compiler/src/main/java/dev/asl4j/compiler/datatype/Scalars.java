package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.schema.Schema;

/** What schemas of strings, numbers and booleans take. */
final class Scalars {
    private Scalars() {}

    /** Whether a value is of the type that a schema says; false for schemas of other data. */
    static boolean takes(Schema schema, JsonValue value) {
        if (schema instanceof Schema.StringValue) {
            return value instanceof JsonString;
        }
        if (schema instanceof Schema.BooleanValue) {
            return value instanceof JsonBoolean;
        }
        if (schema instanceof Schema.NumberValue) {
            return value instanceof JsonNumber;
        }
        return schema instanceof Schema.IntegerValue
                && value instanceof JsonNumber number
                && number.whole().isPresent();
    }
}
