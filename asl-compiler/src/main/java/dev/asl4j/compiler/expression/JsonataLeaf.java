package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.source.Span;

/** The parts of a JSONata expression that have no parts. */
public sealed interface JsonataLeaf extends JsonataNode {

    /**
     * A string. As a step of a path it is the name of a field.
     *
     * @param value the characters, escapes resolved
     * @param span where it stands
     */
    record Text(String value, Span span) implements JsonataLeaf {

        @Override
        public String stepName() {
            return value;
        }

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /**
     * A number; a minus before it is part of it.
     *
     * @param text how it is written: a JSON number
     * @param span where it stands
     */
    record Numeric(String text, Span span) implements JsonataLeaf {

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.number(this);
        }
    }

    /**
     * True, false or null.
     *
     * @param word which of them
     * @param span where it stands
     */
    record Constant(Word word, Span span) implements JsonataLeaf {

        /** Which constant. */
        public enum Word {
            /** True. */
            TRUE,
            /** False. */
            FALSE,
            /** Null. */
            NULL
        }

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /**
     * A regular expression between slashes.
     *
     * @param pattern what stands between the slashes
     * @param flags of {@code i} and {@code m}
     * @param span where it stands
     */
    record Regex(String pattern, String flags, Span span) implements JsonataLeaf {

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.regex(this);
        }
    }

    /**
     * A field of the context, or of what a step before it selects.
     *
     * @param value the name, without back quotes
     * @param span where it stands
     */
    record Name(String value, Span span) implements JsonataLeaf {

        @Override
        public String stepName() {
            return value;
        }

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.name(this);
        }
    }

    /**
     * A variable: empty for {@code $}, the context; {@code $} for {@code $$}, the root.
     *
     * @param name the name without its dollar sign
     * @param span where it stands
     */
    record Variable(String name, Span span) implements JsonataLeaf {

        @Override
        public String variableName() {
            return name;
        }

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.variable(this);
        }
    }

    /**
     * A step that takes no name.
     *
     * @param direction where it leads
     * @param span where it stands
     */
    record Axis(Direction direction, Span span) implements JsonataLeaf {

        /** Where a step leads. */
        public enum Direction {
            /** All fields: {@code *}. */
            WILDCARD,
            /** The value and all below it: {@code **}. */
            DESCENDANTS,
            /** The object the value was taken from: {@code %}. */
            PARENT
        }

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.axis(this);
        }
    }

    /** A question mark among the arguments of a call, which makes it a partial application. */
    record Hole(Span span) implements JsonataLeaf {

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.hole(this);
        }
    }

    /**
     * A placeholder of the deployment, for example <code>${Name}</code>; what it stands for is not known.
     *
     * @param text the word it is part of
     * @param span where it stands
     */
    record Placeholder(String text, Span span) implements JsonataLeaf {

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.placeholder(this);
        }
    }
}
