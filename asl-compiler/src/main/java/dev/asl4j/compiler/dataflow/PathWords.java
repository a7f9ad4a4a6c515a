package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Step;
import dev.asl4j.compiler.shape.ArrayShape;
import dev.asl4j.compiler.shape.ObjectShape;
import dev.asl4j.compiler.shape.Origin;
import dev.asl4j.compiler.shape.QueryMiss;
import dev.asl4j.compiler.shape.Refusal;
import dev.asl4j.compiler.shape.Selected;
import dev.asl4j.compiler.shape.Shape;
import dev.asl4j.compiler.shape.ShapeText;
import dev.asl4j.compiler.types.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words for a step of a path that finds nothing.
 *
 * @param place the step
 */
record PathWords(Path path, Selected.Place place) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** What the step was asked of, and who made that. */
    String reason() {
        int end = place.index() == 0
                ? 0
                : path.steps().get(place.index() - 1).span().end();
        String before = end == 0
                ? ""
                : " in "
                        + Quotes.quote(
                                path.text().substring(0, end - path.span().start()));
        return reason(place.holder(), before);
    }

    /**
     * Who made some data, and what it is: {@code "Load order" (line 14) gives {id, items}}.
     *
     * @param before which part of what they made it is; empty: all
     */
    static String reason(Shape holder, String before) {
        String words = words(holder);
        if (holder.origins().isEmpty()) {
            return "the data is " + words + before;
        }
        return Origin.words(holder.origins()) + " " + words + before;
    }

    private static String words(Shape holder) {
        ArrayShape array = holder.array();
        boolean others = !holder.types().types().equals(Set.of(ValueType.ARRAY));
        if (array == null || !array.isExact() || others) {
            return ShapeText.words(holder);
        }
        int length = array.first().size();
        return length == 0 ? "an empty array" : "an array of " + length + (length == 1 ? " element" : " elements");
    }

    /** The paths to fields of a similar name; null: there are none. */
    @Nullable
    String nearest() {
        if (!(place.step() instanceof Step.Name step)) {
            return null;
        }
        int from = step.span().start() - path.span().start();
        int to = step.span().end() - path.span().start();
        List<String> paths = new ArrayList<>();
        for (String near : Suggestions.nearest(step.name(), names(place.holder()))) {
            String field = PLAIN.matcher(near).matches() ? "." + near : "['" + near + "']";
            paths.add(Quotes.quote(
                    path.text().substring(0, from) + field + path.text().substring(to)));
        }
        return paths.isEmpty() ? null : "did you mean " + Suggestions.oneOf(paths) + "?";
    }

    static @Nullable String nearest(QueryMiss miss) {
        return Suggestions.didYouMean(miss.name(), names(miss.holder()));
    }

    private static Set<String> names(Shape holder) {
        Set<String> names = new LinkedHashSet<>();
        List<ObjectShape> objects = new ArrayList<>(holder.objects());
        ArrayShape array = holder.array();
        if (array != null) {
            objects.addAll(array.element().objects());
        }
        for (ObjectShape object : objects) {
            object.fields().forEach((name, shape) -> {
                if (!shape.isMissing()) {
                    names.add(name);
                }
            });
        }
        return names;
    }

    /** {@code "$.amount" must be a number, but is a string}. */
    static String reason(Refusal refusal) {
        StringBuilder path = new StringBuilder("$");
        for (Object step : refusal.path()) {
            boolean plain = step instanceof String name && PLAIN.matcher(name).matches();
            path.append(plain ? "." + step : step instanceof String ? "['" + step + "']" : "[" + step + "]");
        }
        String quoted = Quotes.quote(path.toString());
        if (refusal.given().isMissing()) {
            return quoted + " is missing";
        }
        return refusal.expected().isMissing()
                ? quoted + " must not be there"
                : quoted + " must be " + expected(refusal.expected()) + ", but is " + expected(refusal.given());
    }

    private static String expected(Shape shape) {
        return shape.texts() == null
                ? words(shape)
                : ShapeText.of(shape.present()).replace(" | ", " or ");
    }
}
