package dev.asl4j.compiler.schema;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

// Size: one record for each kind of schema.
/**
 * What some data looks like. A schema object of JSON Schema is a list of conditions that all have to hold; here it is of one kind, or
 * {@link AllOf} several.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-validation">JSON Schema validation, 2020-12</a>
 */
public sealed interface Schema {

    /** What every schema has. */
    Heading heading();

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** Any JSON. */
    record Anything(Heading heading) implements Schema {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.anything(this);
        }
    }

    /** No JSON at all: of a property, that it must not be there. */
    record Nothing(Heading heading) implements Schema {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nothing(this);
        }
    }

    /** Null. */
    record NullValue(Heading heading) implements Schema {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nullValue(this);
        }
    }

    /** True or false. */
    record BooleanValue(Heading heading) implements Schema {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.booleanValue(this);
        }
    }

    /** A number without a fraction; {@code 1.0} is one. */
    record IntegerValue(Heading heading, Range range) implements Schema {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.integerValue(this);
        }
    }

    /** A number. */
    record NumberValue(Heading heading, Range range) implements Schema {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.numberValue(this);
        }
    }

    /**
     * A string.
     *
     * @param format null: none, or one that is no type in Java
     */
    record StringValue(Heading heading, @Nullable Format format) implements Schema {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stringValue(this);
        }
    }

    /**
     * An array.
     *
     * @param declared whether the schema says so; else it says what an array would have to be, and takes all that is none
     * @param first the elements at the start, each by a schema of its own
     * @param rest all other elements
     */
    record ArrayValue(Heading heading, boolean declared, List<Schema> first, Schema rest) implements Schema {
        public ArrayValue {
            first = List.copyOf(first);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.arrayValue(this);
        }
    }

    /**
     * An object.
     *
     * @param declared whether the schema says so; else it says what an object would have to be, and takes all that is none
     * @param properties those that are named, in the order of the text
     * @param others all other properties; null: nothing is said of them
     */
    record ObjectValue(
            Heading heading,
            boolean declared,
            List<Property> properties,
            @Nullable Schema others) implements Schema {
        public ObjectValue {
            properties = List.copyOf(properties);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.objectValue(this);
        }
    }

    /**
     * A property of an object.
     *
     * @param at its key, or its name in {@code required}
     * @param required whether it has to be there
     */
    record Property(String name, Subject at, Schema schema, boolean required) {}

    /**
     * One of some values: {@code enum}, and {@code const} if it is one.
     *
     * @param values at least one; no two are alike
     */
    record Values(Heading heading, List<JsonValue> values) implements Schema {
        public Values {
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.values(this);
        }
    }

    /**
     * By exactly one schema.
     *
     * @param branches at least one
     * @param discriminator the property whose value says which, where that is written down; null: it is not
     */
    record OneOf(
            Heading heading,
            List<Schema> branches,
            @Nullable Discriminator discriminator) implements Schema {
        public OneOf {
            branches = List.copyOf(branches);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.oneOf(this);
        }
    }

    /**
     * The property whose value says which branch of a {@link OneOf} it is: OpenAPI's keyword.
     *
     * @param at the name in the text
     */
    record Discriminator(String property, Subject at) {}

    /**
     * By at least one schema.
     *
     * @param branches at least one
     */
    record AnyOf(Heading heading, List<Schema> branches) implements Schema {
        public AnyOf {
            branches = List.copyOf(branches);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.anyOf(this);
        }
    }

    /**
     * By all schemas.
     *
     * @param parts at least one
     */
    record AllOf(Heading heading, List<Schema> parts) implements Schema {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.allOf(this);
        }
    }

    /**
     * By a schema that stands elsewhere, see {@link Schemas#resolve}.
     *
     * @param at the reference in the text
     */
    record Reference(Heading heading, SchemaId target, Subject at) implements Schema {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reference(this);
        }
    }

    /**
     * One method for each kind.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        R anything(Anything schema);

        R nothing(Nothing schema);

        R nullValue(NullValue schema);

        R booleanValue(BooleanValue schema);

        R integerValue(IntegerValue schema);

        R numberValue(NumberValue schema);

        R stringValue(StringValue schema);

        R arrayValue(ArrayValue schema);

        R objectValue(ObjectValue schema);

        R values(Values schema);

        R oneOf(OneOf schema);

        R anyOf(AnyOf schema);

        R allOf(AllOf schema);

        R reference(Reference schema);
    }
}
