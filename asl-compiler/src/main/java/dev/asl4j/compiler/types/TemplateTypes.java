package dev.asl4j.compiler.types;

import dev.asl4j.compiler.expression.Argument;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Root;
import dev.asl4j.compiler.expression.Step;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.expression.ValueKind;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The types of what templates, paths and calls of intrinsic functions give; where there is no value, the state fails. */
public final class TemplateTypes implements Template.Visitor<ValueTypes> {

    private final Names names;

    /** The types under these names. */
    public TemplateTypes(Names names) {
        this.names = names;
    }

    /** The types of what a path selects. */
    public static ValueTypes of(Path path, Names names) {
        return path.definite() ? path.root().accept(new Selected(path, names)) : ValueTypes.of(ValueType.ARRAY);
    }

    /** The types of what a call returns. */
    public static ValueTypes of(IntrinsicCall call) {
        return of(call.function().result());
    }

    /** The types of an argument of a call. */
    public static ValueTypes of(Argument argument, Names names) {
        return argument instanceof Argument.PathArgument path ? of(path.path(), names) : of(argument.kind());
    }

    /** The types of a kind. */
    public static ValueTypes of(ValueKind kind) {
        return switch (kind) {
            case ANY -> ValueTypes.JSON;
            case TEXT -> ValueTypes.of(ValueType.STRING);
            case NUMBER -> ValueTypes.of(ValueType.NUMBER);
            case BOOLEAN -> ValueTypes.of(ValueType.BOOLEAN);
            case NULL -> ValueTypes.of(ValueType.NULL);
            case ARRAY -> ValueTypes.of(ValueType.ARRAY);
            case OBJECT -> ValueTypes.of(ValueType.OBJECT);
        };
    }

    @Override
    public ValueTypes literal(Template.Literal template) {
        JsonValue value = template.value();
        if (value instanceof JsonString text && (!text.placeholders().isEmpty() || text.typed() != text)) {
            return ValueTypes.JSON; // a deployment may put anything in its place
        }
        return switch (value.type()) {
            case OBJECT -> ValueTypes.of(ValueType.OBJECT);
            case ARRAY -> ValueTypes.of(ValueType.ARRAY);
            case STRING -> ValueTypes.of(ValueType.STRING);
            case NUMBER -> ValueTypes.of(ValueType.NUMBER);
            case BOOLEAN -> ValueTypes.of(ValueType.BOOLEAN);
            case NULL -> ValueTypes.of(ValueType.NULL);
        };
    }

    @Override
    public ValueTypes object(Template.ObjectTemplate template) {
        return ValueTypes.of(ValueType.OBJECT);
    }

    @Override
    public ValueTypes array(Template.ArrayTemplate template) {
        return ValueTypes.of(ValueType.ARRAY);
    }

    @Override
    public ValueTypes path(Template.PathValue template) {
        return of(template.path(), names);
    }

    @Override
    public ValueTypes call(Template.CallValue template) {
        return of(template.call());
    }

    @Override
    public ValueTypes query(Template.QueryValue template) {
        return ExpressionTypes.of(template.expression(), names).types().and(ValueTypes.JSON);
    }

    /** What a definite path selects. */
    private record Selected(Path path, Names names) implements Root.Visitor<ValueTypes> {

        @Override
        public ValueTypes document() {
            return ValueTypes.JSON;
        }

        @Override
        public ValueTypes context() {
            List<String> members = new ArrayList<>();
            for (Step step : path.steps()) {
                if (!(step instanceof Step.Name name)) {
                    return ValueTypes.JSON;
                }
                members.add(name.name());
            }
            return StatesTypes.ofContext(members).and(ValueTypes.JSON);
        }

        @Override
        public ValueTypes variable(String name) {
            ValueTypes types = path.steps().isEmpty() ? names.variable(name) : ValueTypes.JSON;
            return Objects.requireNonNullElse(types, ValueTypes.JSON).and(ValueTypes.JSON);
        }

        @Override
        public ValueTypes current() {
            return ValueTypes.JSON;
        }
    }
}
