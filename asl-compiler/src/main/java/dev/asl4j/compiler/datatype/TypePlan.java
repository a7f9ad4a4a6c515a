package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.schema.SchemaId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type that is to be generated, with every decision made. */
public sealed interface TypePlan {

    /** The schema it is made from. */
    SchemaId id();

    /** What is said of it. */
    Docs docs();

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * What is said of a type or a component.
     *
     * @param text the words of the schema; null: none
     * @param deprecated whether it is no longer to be used
     */
    record Docs(@Nullable String text, boolean deprecated) {}

    /**
     * A record, for an object.
     *
     * @param components in the order of the schema
     * @param others the component that has all other properties; null: there may be none
     * @param unions the interfaces it implements
     * @param tag the value of the property that says, in all of these, that it is this record; null: it is in none
     * @param builder whether it is large enough to have one
     */
    record RecordType(
            SchemaId id,
            Docs docs,
            List<Component> components,
            @Nullable Others others,
            List<SchemaId> unions,
            @Nullable String tag,
            boolean builder)
            implements TypePlan {
        public RecordType {
            components = List.copyOf(components);
            unions = List.copyOf(unions);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.record(this);
        }
    }

    /**
     * A component.
     *
     * @param name in Java
     * @param property in JSON
     * @param use its type; nullable if the property need not be there
     * @param required whether the property has to be there
     * @param defaultValue what is meant if it is not, of a kind that the type has; null: nothing
     */
    record Component(
            String name,
            String property,
            JavaType.Use use,
            boolean required,
            Docs docs,
            @Nullable Default defaultValue) {}

    /**
     * What is meant if a property is not there.
     *
     * @param value in JSON
     * @param method the method that gives the value of the component, or this
     * @param constant the constant, if it is one of an enum
     */
    record Default(JsonValue value, String method, @Nullable String constant) {}

    /**
     * The properties that have no component of their own.
     *
     * @param name of the component that has them
     * @param value the type of each
     */
    record Others(String name, JavaType.Use value) {}

    /** An enum, for strings. */
    record EnumType(SchemaId id, Docs docs, List<Constant> constants) implements TypePlan {
        public EnumType {
            constants = List.copyOf(constants);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.enumeration(this);
        }
    }

    /**
     * A constant.
     *
     * @param name in Java
     * @param text in JSON
     */
    record Constant(String name, String text, Docs docs) {}

    /**
     * An interface that records implement, for objects of which a property says which.
     *
     * @param property the property that says which record it is
     * @param branches the records
     * @param sealed whether all are in its package, so that the compiler can hold them together
     */
    record UnionType(SchemaId id, Docs docs, String property, List<Branch> branches, boolean sealed)
            implements TypePlan {
        public UnionType {
            branches = List.copyOf(branches);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.union(this);
        }
    }

    /**
     * A record of a union.
     *
     * @param value of the property
     */
    record Branch(SchemaId id, String value) {}

    /**
     * One method for each kind.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        R record(RecordType type);

        R enumeration(EnumType type);

        R union(UnionType type);
    }
}
