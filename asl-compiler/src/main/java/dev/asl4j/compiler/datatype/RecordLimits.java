package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.Schemas;

/** Which objects there can be a record for. */
final class RecordLimits {
    /** Letters of a name or a constant: a text in an annotation has 65,535 bytes, up to three for a letter. */
    static final int MOST_LETTERS = 20_000;

    /** Slots of a constructor's parameters: a method has 255, {@code this} among them. */
    private static final int MOST_SLOTS = 250;

    private final Schemas schemas;
    private final TypeOptions options;

    RecordLimits(Schemas schemas, TypeOptions options) {
        this.schemas = schemas;
        this.options = options;
    }

    boolean allow(ObjectShape shape) {
        int slots = 1; // for all other properties
        boolean keeps = shape.others() == null && options.unknownProperties() == TypeOptions.UnknownProperties.KEEP;
        for (Schema.Property property : shape.properties()) {
            if ((!isNamed(property) && !keeps) || property.name().length() > MOST_LETTERS) {
                return false;
            }
            slots += property.required() && mayTakeTwo(schemas.resolve(property.schema())) ? 2 : 1;
        }
        return slots <= MOST_SLOTS;
    }

    /** To Jackson, a property without a name is called like its component: it can only be one of all others. */
    static boolean isNamed(Schema.Property property) {
        return !property.name().isEmpty();
    }

    /** A {@code long} or a {@code double} takes two slots. */
    private static boolean mayTakeTwo(Schema schema) {
        return !(schema instanceof Schema.StringValue
                || schema instanceof Schema.ArrayValue
                || schema instanceof Schema.ObjectValue
                || schema instanceof Schema.BooleanValue);
    }
}
