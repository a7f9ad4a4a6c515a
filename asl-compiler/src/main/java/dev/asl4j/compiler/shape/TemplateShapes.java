package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Argument;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.types.TemplateTypes;
import dev.asl4j.compiler.types.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shapes of what templates, paths and intrinsic functions of one state give; never: the state fails. */
public final class TemplateShapes implements Template.Visitor<Shape> {
    private final Known known;
    private final Origin origin;
    private final Reads reads;

    /**
     * For one state.
     *
     * @param known what its names stand for
     * @param origin the state
     * @param reads is told what is read
     */
    public TemplateShapes(Known known, Origin origin, Reads reads) {
        this.known = known;
        this.origin = origin;
        this.reads = reads;
    }

    /** What a template gives. */
    public Shape of(Template template) {
        return template.accept(this);
    }

    @Override
    public Shape literal(Template.Literal template) {
        return LiteralShapes.of(template.value(), origin);
    }

    @Override
    public Shape object(Template.ObjectTemplate template) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        boolean fails = false;
        for (Template.Field field : template.fields()) {
            Shape value = of(field.template());
            fails |= value.isNever();
            fields.put(field.name(), value);
        }
        return fails ? Shape.NEVER : Shape.object(fields).by(origin);
    }

    @Override
    public Shape array(Template.ArrayTemplate template) {
        List<Shape> elements = new ArrayList<>();
        template.elements().forEach(element -> elements.add(of(element)));
        return elements.stream().anyMatch(Shape::isNever)
                ? Shape.NEVER
                : Shape.array(ArrayShape.exactly(elements)).by(origin);
    }

    @Override
    public Shape path(Template.PathValue template) {
        return path(template.path(), template.source());
    }

    /** What a path selects. */
    public Shape path(Path path, Subject source) {
        Selected selected = known.select(path);
        reads.path(path, source, selected);
        return selected.value();
    }

    @Override
    public Shape call(Template.CallValue template) {
        return call(template.call(), template.source());
    }

    /** What a call of an intrinsic function returns. */
    public Shape call(IntrinsicCall call, Subject source) {
        List<Shape> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(argument(argument, source)));
        if (arguments.stream().anyMatch(Shape::isNever)) {
            return Shape.NEVER;
        }
        return switch (call.function()) {
            case ARRAY_OF -> Shape.array(ArrayShape.exactly(arguments)).by(origin);
            case JSON_MERGE -> merged(arguments.get(0), arguments.get(1)).by(origin);
            case ARRAY_UNIQUE -> Shape.array(ArrayShape.of(element(arguments.get(0))));
            case ARRAY_GET_ITEM -> element(arguments.get(0));
            case ARRAY_PARTITION -> Shape.array(ArrayShape.of(Shape.array(ArrayShape.of(element(arguments.get(0))))));
            case FORMAT, STRING_TO_JSON, JSON_TO_STRING, ARRAY_CONTAINS, ARRAY_RANGE, ARRAY_LENGTH -> byType(call);
            case BASE64_ENCODE, BASE64_DECODE, HASH, MATH_RANDOM, MATH_ADD, STRING_SPLIT, UUID -> byType(call);
        };
    }

    private static Shape byType(IntrinsicCall call) {
        return Shape.of(TemplateTypes.of(call));
    }

    private static Shape element(Shape shape) {
        ArrayShape array = shape.array();
        return array == null ? Shape.ANY : array.element().isNever() ? Shape.ANY : array.element();
    }

    /** An object with the fields of both; those of the second count. */
    static Shape merged(Shape first, Shape second) {
        Shape all = Shape.NEVER;
        for (ObjectShape one : first.objects()) {
            for (ObjectShape other : second.objects()) {
                all = all.or(Shape.object(merged(one, other)));
            }
        }
        return all.isNever() ? Shape.of(ValueType.OBJECT) : all;
    }

    private static ObjectShape merged(ObjectShape one, ObjectShape other) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        one.fields().forEach((name, shape) -> fields.put(name, over(shape, other.field(name))));
        other.fields().forEach((name, shape) -> fields.putIfAbsent(name, over(one.field(name), shape)));
        Shape rest =
                one.rest() == null || other.rest() == null ? null : one.rest().or(other.rest());
        return new ObjectShape(fields, rest, false);
    }

    private static Shape over(Shape below, Shape above) {
        return above.mayBeMissing() ? below.or(above.present()) : above;
    }

    private Shape argument(Argument argument, Subject source) {
        return argument.accept(new Argument.Visitor<>() {
            @Override
            public Shape text(Argument.Text text) {
                return Shape.of(TemplateTypes.of(text.kind()));
            }

            @Override
            public Shape number(Argument.Numeric number) {
                return Shape.of(TemplateTypes.of(number.kind()));
            }

            @Override
            public Shape bool(Argument.Bool bool) {
                return Shape.of(TemplateTypes.of(bool.kind()));
            }

            @Override
            public Shape nothing(Argument.Null nothing) {
                return Shape.of(TemplateTypes.of(nothing.kind()));
            }

            @Override
            public Shape path(Argument.PathArgument path) {
                return TemplateShapes.this.path(path.path(), source);
            }

            @Override
            public Shape call(Argument.Nested nested) {
                return TemplateShapes.this.call(nested.call(), source);
            }
        });
    }

    @Override
    public Shape query(Template.QueryValue template) {
        return query(template.expression());
    }

    /** What an expression gives, where it has to have a value. */
    public Shape query(JsonataExpression expression) {
        ExpressionShapes.Found found = ExpressionShapes.of(expression, known, origin);
        reads.query(expression, found.shape().isMissing(), found.misses());
        return found.shape().present();
    }
}
