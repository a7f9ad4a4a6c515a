package dev.asl4j.compiler.contract;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.schema.Schema;

/** The type of some data, as it is declared. */
public sealed interface DeclaredType {

    /** Where it is declared. */
    Subject at();

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** What the data looks like; a Java type is to be made for it. */
    record OfSchema(Schema schema, Subject at) implements DeclaredType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.schema(this);
        }
    }

    /**
     * A class that the project has.
     *
     * @param name qualified, with a point before the name of a nested class: {@code com.acme.Order.Line}
     */
    record OfClass(String name, Subject at) implements DeclaredType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.existing(this);
        }
    }

    /**
     * One method for each kind.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        R schema(OfSchema type);

        R existing(OfClass type);
    }
}
