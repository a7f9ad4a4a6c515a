package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import java.util.List;

/**
 * A template: JSON in which some values are computed. Of the JSONPath dialect, a payload template: those of fields that end in
 * {@code .$}. Of the JSONata dialect: the strings that are expressions.
 */
public sealed interface Template {

    /** Whether nothing in it is computed. */
    default boolean isLiteral() {
        return false;
    }

    /** Calls the method for this kind of template. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A subtree in which nothing is computed. Every part of a template that can be a literal as a whole is one.
     *
     * @param value the JSON as it is written
     */
    record Literal(JsonValue value) implements Template {

        @Override
        public boolean isLiteral() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /**
     * An object in which something is computed.
     *
     * @param fields its fields in the order of the text; their names are unique
     * @param source the object as it is written
     */
    record ObjectTemplate(List<Field> fields, JsonObject source) implements Template {

        /** Copies the fields. */
        public ObjectTemplate {
            fields = List.copyOf(fields);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.object(this);
        }
    }

    /**
     * A field of an object.
     *
     * @param name the name in the result: the key without {@code .$}
     * @param key the key as it is written
     * @param template what the value is made from
     */
    record Field(String name, JsonString key, Template template) {}

    /**
     * An array with an element in which something is computed.
     *
     * @param elements its elements
     */
    record ArrayTemplate(List<Template> elements) implements Template {

        /** Copies the elements. */
        public ArrayTemplate {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.array(this);
        }
    }

    /**
     * What a path selects.
     *
     * @param path the path
     * @param field the key as it is written, for example {@code id.$}: messages of AWS name it
     * @param source the string the path was parsed from
     */
    record PathValue(Path path, String field, JsonString source) implements Template {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.path(this);
        }
    }

    /**
     * What an intrinsic function returns.
     *
     * @param call the call
     * @param field the key as it is written, for example {@code id.$}: messages of AWS name it
     * @param source the string the call was parsed from
     */
    record CallValue(IntrinsicCall call, String field, JsonString source) implements Template {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /**
     * What a JSONata expression gives.
     *
     * @param expression the expression
     * @param location where it stands, as AWS names it in messages: {@code Output/items[0]/price}
     */
    record QueryValue(JsonataExpression expression, String location) implements Template {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.query(this);
        }
    }

    /**
     * One method for each kind of template.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {

        /** A subtree in which nothing is computed. */
        R literal(Literal template);

        /** An object. */
        R object(ObjectTemplate template);

        /** An array. */
        R array(ArrayTemplate template);

        /** What a path selects. */
        R path(PathValue template);

        /** What an intrinsic function returns. */
        R call(CallValue template);

        /** What a JSONata expression gives. */
        R query(QueryValue template);
    }
}
