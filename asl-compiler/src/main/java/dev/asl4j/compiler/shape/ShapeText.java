package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shapes as people read them: short ones in messages, whole ones to explain a state. */
public final class ShapeText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    /** More fields make a message no clearer. */
    private static final int SHOWN = 8;

    /** A text to explain a state is no longer than a screen is wide and high. */
    private static final int WIDE = 100;

    private static final int DEEPEST = 12;

    private ShapeText() {}

    /** In a message: {@code {id, items?}}, {@code a string or null}. */
    public static String words(Shape shape) {
        List<String> words = new ArrayList<>();
        for (ObjectShape object : shape.objects()) {
            words.add(object.fields().isEmpty() && object.rest() == null ? ValueType.OBJECT.words() : names(object));
        }
        ValueTypes others = shape.types().without(ValueType.OBJECT).without(ValueType.UNDEFINED);
        if (shape.types().without(ValueType.UNDEFINED).equals(ValueTypes.JSON) && words.size() < 2) {
            return "any value";
        }
        others.types().forEach(type -> words.add(type.words()));
        return Suggestions.oneOf(words.stream().distinct().toList());
    }

    private static String names(ObjectShape object) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, Shape> field : object.fields().entrySet()) {
            if (!field.getValue().isMissing()) {
                names.add(name(field.getKey()) + (field.getValue().mayBeMissing() ? "?" : ""));
            }
        }
        boolean more = names.size() > SHOWN;
        List<String> shown = new ArrayList<>(names.subList(0, Math.min(SHOWN, names.size())));
        if (more || (object.rest() != null ? !object.rest().isNever() : !object.described())) {
            shown.add("...");
        }
        return "{" + String.join(", ", shown) + "}";
    }

    private static String name(String name) {
        return PLAIN.matcher(name).matches() ? name : Quotes.quote(name);
    }

    /** All of it, over several lines where one would be long: <code>{id: string, lines?: [{sku: string}]}</code>. */
    public static String of(Shape shape) {
        return of(shape, 0);
    }

    private static String of(Shape shape, int depth) {
        if (shape.isNever()) {
            return "never";
        }
        ValueTypes types = shape.types().without(ValueType.UNDEFINED);
        if (types.isNone()) {
            return "nothing";
        }
        if (isAnything(shape) || depth > DEEPEST) {
            return "any";
        }
        List<String> parts = new ArrayList<>();
        for (ValueType type : types.types()) {
            switch (type) {
                case OBJECT -> shape.objects().forEach(object -> parts.add(object(object, depth)));
                case ARRAY -> parts.add(array(shape.array(), depth));
                case STRING -> parts.add(string(shape.texts()));
                case NULL, BOOLEAN, NUMBER, FUNCTION -> parts.add(type.words().replaceFirst("^an? ", ""));
                case UNDEFINED -> throw new IllegalStateException("taken out above");
            }
        }
        return String.join(" | ", parts);
    }

    private static boolean isAnything(Shape shape) {
        return shape.present().equals(Shape.ANY);
    }

    private static String string(@Nullable Set<String> texts) {
        return texts == null
                ? "string"
                : String.join(" | ", texts.stream().map(Quotes::quote).toList());
    }

    private static String array(@Nullable ArrayShape array, int depth) {
        if (array == null || array.equals(ArrayShape.ANY)) {
            return "array";
        }
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < array.first().size(); i++) {
            elements.add(of(array.first().get(i), depth + 1) + (i < array.least() ? "" : "?"));
        }
        Shape rest = array.rest();
        if (rest == null) {
            elements.add("any...");
        } else if (!rest.isNever()) {
            String element = of(rest, depth + 1);
            elements.add((element.contains(" | ") ? "(" + element + ")" : element) + "...");
        }
        return bracketed("[", elements, "]", depth);
    }

    private static String object(ObjectShape object, int depth) {
        if (object.fields().isEmpty() && object.rest() == null) {
            return "object";
        }
        List<String> fields = new ArrayList<>();
        object.fields().forEach((name, shape) -> {
            if (!shape.isMissing()) {
                fields.add(name(name) + (shape.mayBeMissing() ? "?" : "") + ": " + of(shape, depth + 1));
            }
        });
        Shape rest = object.rest();
        if (rest == null || !rest.isNever()) {
            fields.add(rest == null ? "..." : "*: " + of(rest, depth + 1));
        }
        return bracketed("{", fields, "}", depth);
    }

    private static String bracketed(String open, List<String> parts, String close, int depth) {
        String line = open + String.join(", ", parts) + close;
        if (line.length() + 2 * depth <= WIDE && line.indexOf('\n') < 0) {
            return line;
        }
        String indent = "  ".repeat(depth + 1);
        return open + "\n" + indent + String.join(",\n" + indent, parts) + "\n" + "  ".repeat(depth) + close;
    }
}
