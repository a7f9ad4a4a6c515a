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
 */
record Keyword(String name, Shape shape, Group group) {
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

    private static final Map<String, Keyword> ALL = table("""
            $anchor TEXT NONE
            $comment TEXT NONE
            $defs SCHEMA_MAP NONE
            $dynamicAnchor TEXT NONE
            $dynamicRef TEXT ALL
            $id TEXT NONE
            $ref TEXT NONE
            $schema TEXT NONE
            $vocabulary OBJECT NONE
            additionalItems SCHEMA NONE
            additionalProperties SCHEMA NONE
            allOf SCHEMAS NONE
            anyOf SCHEMAS NONE
            const ANY NONE
            contains SCHEMA ARRAYS
            contentEncoding TEXT STRINGS
            contentMediaType TEXT STRINGS
            contentSchema SCHEMA STRINGS
            default ANY NONE
            definitions SCHEMA_MAP NONE
            dependencies SCHEMA_OR_TEXTS_MAP OBJECTS
            dependentRequired TEXTS_MAP OBJECTS
            dependentSchemas SCHEMA_MAP OBJECTS
            deprecated FLAG NONE
            description TEXT NONE
            discriminator OBJECT NONE
            else SCHEMA ALL
            enum VALUES NONE
            example ANY NONE
            examples ANY NONE
            exclusiveMaximum NUMBER NUMBERS
            exclusiveMinimum NUMBER NUMBERS
            format TEXT NONE
            if SCHEMA ALL
            items SCHEMA_OR_SCHEMAS NONE
            maxContains COUNT ARRAYS
            maxItems COUNT ARRAYS
            maxLength COUNT STRINGS
            maxProperties COUNT OBJECTS
            maximum NUMBER NUMBERS
            minContains COUNT ARRAYS
            minItems COUNT ARRAYS
            minLength COUNT STRINGS
            minProperties COUNT OBJECTS
            minimum NUMBER NUMBERS
            multipleOf POSITIVE NUMBERS
            not SCHEMA ALL
            oneOf SCHEMAS NONE
            pattern TEXT STRINGS
            patternProperties SCHEMA_MAP OBJECTS
            prefixItems SCHEMAS NONE
            properties SCHEMA_MAP NONE
            propertyNames SCHEMA OBJECTS
            readOnly FLAG NONE
            required TEXTS NONE
            then SCHEMA ALL
            title TEXT NONE
            type ANY NONE
            unevaluatedItems SCHEMA ARRAYS
            unevaluatedProperties SCHEMA OBJECTS
            uniqueItems FLAG ARRAYS
            writeOnly FLAG NONE
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
            table.put(row[0], new Keyword(row[0], Shape.valueOf(row[1]), Group.valueOf(row[2])));
        }
        return table;
    }
}
