package dev.asl4j.compiler.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A keyword of JSON Schema.
 *
 * @param shape what its value has to be
 * @param group what data it is about, if nothing but a validator can check it
 * @param validation how a validator is told of it
 */
record Keyword(String name, Shape shape, Group group, Validation validation) {
    /** What a value has to be. */
    enum Shape {
        ANY("any value"),
        TEXT("a string"),
        FLAG("a boolean"),
        NUMBER("a number"),
        POSITIVE("a number greater than 0"),
        COUNT("a whole number from 0 on"),
        TEXTS("an array of different strings"),
        VALUES("an array with at least one value"),
        SCHEMA("a schema"),
        SCHEMA_OR_SCHEMAS("a schema, or an array of schemas"),
        SCHEMAS("an array with at least one schema"),
        SCHEMA_MAP("an object of schemas"),
        SCHEMA_OR_TEXTS_MAP("an object of schemas and of arrays of strings"),
        TEXTS_MAP("an object of arrays of strings"),
        OBJECT("an object");

        private final String words;

        Shape(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** What data a check is about. */
    enum Group {
        /** No check: the model has it, or it says nothing of the data. */
        NONE,
        ALL,
        NUMBERS,
        STRINGS,
        ARRAYS,
        OBJECTS
    }

    /** How a validator is told of a keyword, see {@link BundleWriter}. */
    enum Validation {
        /** It asserts nothing, or nothing asserts it. */
        NONE,
        /** In the same words. */
        SAME,
        /** By {@code format} or as a range of numbers, if the format is one that is asserted. */
        FORMAT,
        /** By keywords that are written for the whole schema. */
        WHOLE
    }

    private static final Map<String, Keyword> ALL = table("""
            $anchor TEXT NONE NONE
            $comment TEXT NONE NONE
            $defs SCHEMA_MAP NONE NONE
            $dynamicAnchor TEXT NONE NONE
            $dynamicRef TEXT ALL NONE
            $id TEXT NONE NONE
            $ref TEXT NONE WHOLE
            $schema TEXT NONE NONE
            $vocabulary OBJECT NONE NONE
            additionalItems SCHEMA NONE WHOLE
            additionalProperties SCHEMA NONE SAME
            allOf SCHEMAS NONE WHOLE
            anyOf SCHEMAS NONE SAME
            const ANY NONE SAME
            contains SCHEMA ARRAYS SAME
            contentEncoding TEXT STRINGS NONE
            contentMediaType TEXT STRINGS NONE
            contentSchema SCHEMA STRINGS NONE
            default ANY NONE NONE
            definitions SCHEMA_MAP NONE NONE
            dependencies SCHEMA_OR_TEXTS_MAP OBJECTS WHOLE
            dependentRequired TEXTS_MAP OBJECTS SAME
            dependentSchemas SCHEMA_MAP OBJECTS SAME
            deprecated FLAG NONE NONE
            description TEXT NONE NONE
            discriminator OBJECT NONE NONE
            else SCHEMA ALL SAME
            enum VALUES NONE SAME
            example ANY NONE NONE
            examples ANY NONE NONE
            exclusiveMaximum NUMBER NUMBERS SAME
            exclusiveMinimum NUMBER NUMBERS SAME
            format TEXT NONE FORMAT
            if SCHEMA ALL SAME
            items SCHEMA_OR_SCHEMAS NONE WHOLE
            maxContains COUNT ARRAYS SAME
            maxItems COUNT ARRAYS SAME
            maxLength COUNT STRINGS SAME
            maxProperties COUNT OBJECTS SAME
            maximum NUMBER NUMBERS SAME
            minContains COUNT ARRAYS SAME
            minItems COUNT ARRAYS SAME
            minLength COUNT STRINGS SAME
            minProperties COUNT OBJECTS SAME
            minimum NUMBER NUMBERS SAME
            multipleOf POSITIVE NUMBERS SAME
            not SCHEMA ALL SAME
            oneOf SCHEMAS NONE SAME
            pattern TEXT STRINGS SAME
            patternProperties SCHEMA_MAP OBJECTS SAME
            prefixItems SCHEMAS NONE WHOLE
            properties SCHEMA_MAP NONE SAME
            propertyNames SCHEMA OBJECTS SAME
            readOnly FLAG NONE NONE
            required TEXTS NONE SAME
            then SCHEMA ALL SAME
            title TEXT NONE NONE
            type ANY NONE SAME
            unevaluatedItems SCHEMA ARRAYS SAME
            unevaluatedProperties SCHEMA OBJECTS SAME
            uniqueItems FLAG ARRAYS SAME
            writeOnly FLAG NONE NONE
            """);

    static Optional<Keyword> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    private static Map<String, Keyword> table(String text) {
        Map<String, Keyword> table = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            String[] row = line.split(" ", -1);
            table.put(
                    row[0],
                    new Keyword(row[0], Shape.valueOf(row[1]), Group.valueOf(row[2]), Validation.valueOf(row[3])));
        }
        return table;
    }
}
