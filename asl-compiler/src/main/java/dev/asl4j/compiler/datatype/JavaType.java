package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.schema.SchemaId;

/** A type in Java. */
public sealed interface JavaType {

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** Types that Java has. */
    enum Scalar implements JavaType {
        BIG_DECIMAL,
        BIG_INTEGER,
        BOOLEAN,
        DOUBLE,
        DURATION,
        INT,
        /** Any JSON, null among it. */
        JSON,
        LOCAL_DATE,
        LONG,
        OFFSET_DATE_TIME,
        STRING,
        URI,
        UUID;

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.scalar(this);
        }

        /** Whether a value of it is no object, unless it can be null. */
        public boolean isPrimitive() {
            return this == BOOLEAN || this == DOUBLE || this == INT || this == LONG;
        }
    }

    /** A list. */
    record ListOf(Use element) implements JavaType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.list(this);
        }
    }

    /** A map from names. */
    record MapOf(Use value) implements JavaType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.map(this);
        }
    }

    /** A type that is generated: the one of that schema. */
    record Generated(SchemaId id) implements JavaType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.generated(this);
        }
    }

    /**
     * A class that the project has.
     *
     * @param name qualified
     */
    record Existing(String name) implements JavaType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.existing(this);
        }
    }

    /** A type at a place, where null may be a value of it. */
    record Use(JavaType type, boolean nullable) {
        /** Any JSON. */
        public static final Use JSON = new Use(Scalar.JSON, false);

        /** The same, where null may be a value as well; of JSON it is one in any case. */
        Use orNull() {
            return type == Scalar.JSON ? this : new Use(type, true);
        }
    }

    /**
     * One method for each kind.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        R scalar(Scalar type);

        R list(ListOf type);

        R map(MapOf type);

        R generated(Generated type);

        R existing(Existing type);
    }
}
