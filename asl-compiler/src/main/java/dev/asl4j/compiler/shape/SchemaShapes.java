package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.SchemaId;
import dev.asl4j.compiler.schema.Schemas;
import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of what schemas take: more rather than less, as no shape has a pattern or a bound. A schema that comes back to itself is
 * followed {@value #TURNS} times and then takes anything.
 */
public final class SchemaShapes implements Schema.Visitor<Shape> {
    private static final int TURNS = 3;

    /** Schemas may refer to each other so that they are exponentially large written out. */
    private static final int MOST_PARTS = 5_000;

    private final Schemas schemas;
    private final @Nullable Origin origin;
    private final Map<SchemaId, Integer> open = new HashMap<>();
    private int parts;

    private SchemaShapes(Schemas schemas, @Nullable Origin origin) {
        this.schemas = schemas;
        this.origin = origin;
    }

    /**
     * The shape of what a schema takes.
     *
     * @param schemas those that references lead to; without faults
     * @param origin who makes such data; null: nobody
     */
    public static Shape of(Schema schema, Schemas schemas, @Nullable Origin origin) {
        return new SchemaShapes(schemas, origin).shape(schema);
    }

    private Shape shape(Schema schema) {
        if (++parts > MOST_PARTS) {
            return Shape.ANY;
        }
        Shape shape = schema.accept(this);
        return origin == null || shape.isNever() ? shape : shape.by(origin);
    }

    @Override
    public Shape anything(Schema.Anything schema) {
        return Shape.ANY;
    }

    @Override
    public Shape nothing(Schema.Nothing schema) {
        return Shape.NEVER;
    }

    @Override
    public Shape nullValue(Schema.NullValue schema) {
        return Shape.of(ValueType.NULL);
    }

    @Override
    public Shape booleanValue(Schema.BooleanValue schema) {
        return Shape.of(ValueType.BOOLEAN);
    }

    @Override
    public Shape integerValue(Schema.IntegerValue schema) {
        return Shape.of(ValueType.NUMBER);
    }

    @Override
    public Shape numberValue(Schema.NumberValue schema) {
        return Shape.of(ValueType.NUMBER);
    }

    @Override
    public Shape stringValue(Schema.StringValue schema) {
        return Shape.of(ValueType.STRING);
    }

    @Override
    public Shape arrayValue(Schema.ArrayValue schema) {
        List<Shape> first = new ArrayList<>();
        schema.first().forEach(element -> first.add(shape(element)));
        Schema rest = schema.rest();
        boolean anything = schemas.resolve(rest) instanceof Schema.Anything;
        Shape array = Shape.array(new ArrayShape(first, anything ? null : shape(rest), 0));
        return schema.declared() ? array : array.or(Shape.of(ValueTypes.JSON.without(ValueType.ARRAY)));
    }

    @Override
    public Shape objectValue(Schema.ObjectValue schema) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        boolean impossible = false;
        for (Schema.Property property : schema.properties()) {
            Shape value = shape(property.schema());
            impossible |= property.required() && value.isNever();
            fields.put(
                    property.name(), value.isNever() ? Shape.MISSING : property.required() ? value : value.orMissing());
        }
        Schema others = schema.others();
        boolean described = others == null && !fields.isEmpty() && !hasPatterns(schema);
        boolean anyOther = others == null || hasPatterns(schema) || schemas.resolve(others) instanceof Schema.Anything;
        Shape rest = others == null || anyOther ? null : shape(others);
        Shape object = impossible ? Shape.NEVER : Shape.object(new ObjectShape(fields, rest, described));
        return schema.declared() ? object : object.or(Shape.of(ValueTypes.JSON.without(ValueType.OBJECT)));
    }

    /** Fields whose names follow a pattern are none of the others. */
    private static boolean hasPatterns(Schema schema) {
        return schema.heading().checks().stream()
                .anyMatch(check -> check.keyword().equals("patternProperties"));
    }

    @Override
    public Shape values(Schema.Values schema) {
        Shape all = Shape.NEVER;
        for (var value : schema.values()) {
            all = all.or(LiteralShapes.of(value, origin));
        }
        return all;
    }

    @Override
    public Shape oneOf(Schema.OneOf schema) {
        return any(schema.branches());
    }

    @Override
    public Shape anyOf(Schema.AnyOf schema) {
        return any(schema.branches());
    }

    private Shape any(List<Schema> branches) {
        Shape all = Shape.NEVER;
        for (Schema branch : branches) {
            all = all.or(shape(branch));
        }
        return all;
    }

    @Override
    public Shape allOf(Schema.AllOf schema) {
        Shape both = Shape.ANY;
        for (Schema part : schema.parts()) {
            both = Meet.of(both, shape(part));
        }
        return both;
    }

    @Override
    public Shape reference(Schema.Reference schema) {
        SchemaId target = schema.target();
        int turns = open.merge(target, 1, Integer::sum);
        Shape shape = turns > TURNS ? Shape.ANY : shape(schemas.target(schema));
        open.put(target, turns - 1);
        return shape;
    }
}
