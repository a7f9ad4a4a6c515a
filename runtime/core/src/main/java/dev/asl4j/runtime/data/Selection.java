package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.error.StateFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The values that an indefinite path names: one with a wildcard, a slice, a union, a filter or {@code ..} in it. A method
 * for each step, so that generated code reads like the path:
 *
 * <pre>{@code
 * // $.items[?(@.price < 10)].sku
 * Selection.of(input).child("items").filter(item -> Filters.lessThan(at(item, PRICE), TEN)).child("sku").toArray()
 * }</pre>
 *
 * <p>Selects what the library behind AWS's paths (Jayway JsonPath) selects with its default options, in the same order,
 * but where that library refuses a path because a parent is missing the result is an empty array, as on AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html">AWS: paths</a>
 */
public final class Selection {
    /** A few chained {@code ..*} would name more values than fit in memory. */
    private static final int MOST_VALUES = 1_000_000;

    private final List<JsonNode> values;
    private final Way way;

    private Selection(List<JsonNode> values, Way way) {
        this.values = values;
        this.way = way;
    }

    /** The whole document: {@code $}, or {@code @} in a filter; nothing, if it is a variable to which nothing was assigned. */
    public static Selection of(@Nullable JsonNode root) {
        return new Selection(root == null ? List.of() : List.of(Json.freeze(root)), Way.DEFINITE);
    }

    /** {@code .name} */
    public Selection child(String name) {
        return step(way.single(), (value, out) -> {
            if (!value.isObject()) {
                return way.refused();
            }
            JsonNode child = value.get(name);
            if (child == null) {
                // The scan of .. visits only objects that have the name, so none of those is missed.
                return way.scan() ? Way.Found.NOTHING : way.missed();
            }
            out.add(child);
            return Way.Found.SOME;
        });
    }

    /** {@code ['a','b']} before further steps: each of the names. */
    public Selection children(String... names) {
        return step(way.indefinite(), (value, out) -> {
            if (!value.isObject()) {
                return way.refused();
            }
            Way.Found found = Way.Found.SOME;
            for (String name : names) {
                JsonNode child = value.get(name);
                if (child == null) {
                    found = Way.Found.MISSED;
                } else {
                    out.add(child);
                }
            }
            return found;
        });
    }

    /** {@code ['a','b']} at the end of a path: one object of those that are there. */
    public Selection pick(String... names) {
        return step(way.single(), (value, out) -> {
            if (!value.isObject()) {
                return way.refused();
            }
            ObjectBuilder picked = new ObjectBuilder();
            boolean all = true;
            for (String name : names) {
                JsonNode child = value.get(name);
                all &= child != null;
                if (child != null) {
                    picked.set(name, child);
                }
            }
            if (!all && way.scan()) {
                return Way.Found.NOTHING;
            }
            out.add(picked.build());
            return all ? Way.Found.SOME : Way.Found.MISSED;
        });
    }

    /** {@code [n]}, from the end if negative. */
    public Selection index(int index) {
        return elements(way.single(), (array, out) -> add(array, index, out));
    }

    /** {@code [n,m]} */
    public Selection indexes(int... indexes) {
        return elements(way.indefinite(), (array, out) -> {
            for (int index : indexes) {
                add(array, index, out);
            }
        });
    }

    /** {@code [from:]}, from the end if negative. */
    public Selection sliceFrom(int from) {
        return elements(way.indefinite(), (array, out) -> {
            int size = array.size();
            for (int i = Math.max(0, from < 0 ? size + from : from); i < size; i++) {
                out.add(array.get(i));
            }
        });
    }

    /** {@code [:to]}, from the end if negative. */
    public Selection sliceTo(int to) {
        return elements(way.indefinite(), (array, out) -> {
            int end = Math.min(array.size(), to < 0 ? array.size() + to : to);
            for (int i = 0; i < end; i++) {
                out.add(array.get(i));
            }
        });
    }

    /**
     * {@code [from:to]}. The library counts up from one to the other and takes each number as an index, so
     * {@code [-2:1]} is the last two elements and then the first, and {@code [1:-1]} is nothing.
     */
    public Selection slice(int from, int to) {
        return elements(way.indefinite(), (array, out) -> {
            int end = Math.min(array.size(), to);
            for (int i = Math.max(from, -array.size()); i < end; i++) {
                add(array, i, out);
            }
        });
    }

    /** {@code [*]}: elements of an array, values of an object. */
    public Selection wildcard() {
        return step(way.indefinite(), (value, out) -> {
            value.forEach(out::add);
            return Way.Found.SOME;
        });
    }

    /** {@code ..}: every object and array from here down, parents first. The next step is applied to each of them. */
    public Selection descendants() {
        return step(way.scanning(), (value, out) -> {
            collectContainers(value, out);
            return Way.Found.SOME;
        });
    }

    /** {@code [?(...)]}: the elements of an array, or an object itself, if the filter is true for it. */
    public Selection filter(Predicate<? super JsonNode> filter) {
        return step(way.indefinite(), (value, out) -> {
            if (!value.isContainerNode()) {
                return way.definite() ? Way.Found.INVALID : Way.Found.NOTHING;
            }
            if (way.scan() && !Filters.accepts(filter, value)) {
                return Way.Found.NOTHING;
            }
            if (value.isObject()) {
                if (way.scan() || Filters.accepts(filter, value)) {
                    out.add(value);
                }
                return Way.Found.SOME;
            }
            for (JsonNode element : value) {
                if (Filters.accepts(filter, element)) {
                    out.add(element);
                }
            }
            return Way.Found.SOME;
        });
    }

    /** A path function at the end: {@code $.orders[*].items.length()}. */
    public Selection map(UnaryOperator<@Nullable JsonNode> function) {
        return step(way.single(), (value, out) -> {
            JsonNode result = function.apply(value);
            if (result != null) {
                out.add(Json.freeze(result));
            }
            return Way.Found.SOME;
        });
    }

    /** All selected values as an array; empty if the path led nowhere. */
    public JsonNode toArray() {
        return way.lost() ? FrozenArray.EMPTY : FrozenArray.of(values);
    }

    /**
     * The selected values as an operand of a filter; also the value of a path that is definite because {@link #pick} is
     * its only step of many names. Null if the part of the path before the first indefinite step led nowhere.
     */
    public @Nullable JsonNode toValue() {
        if (way.invalid()) {
            throw Filters.noMatch();
        }
        if (way.lost()) {
            return null;
        }
        if (way.definite()) {
            return values.isEmpty() ? null : values.get(0);
        }
        return toArray();
    }

    /** Whether a filter takes this path for existing: unless a name was missing anywhere on the way. */
    boolean exists() {
        return toValue() != null && !way.missedAny();
    }

    private Selection elements(Way next, BiConsumer<JsonNode, List<JsonNode>> select) {
        return step(next, (value, out) -> {
            if (!value.isArray()) {
                return way.refused();
            }
            select.accept(value, out);
            return Way.Found.SOME;
        });
    }

    private Selection step(Way next, Step step) {
        if (way.lost()) {
            return this;
        }
        List<JsonNode> selected = new ArrayList<>();
        Way result = next;
        for (JsonNode value : values) {
            result = result.after(step.select(value, selected));
            if (selected.size() > MOST_VALUES) {
                throw new StateFailure(
                        ErrorNames.DATA_LIMIT_EXCEEDED, "A path selects more than " + MOST_VALUES + " values.");
            }
        }
        return new Selection(selected, result);
    }

    private static void add(JsonNode array, int index, List<JsonNode> out) {
        JsonNode element = Paths.at(array, index);
        if (element != null) {
            out.add(element);
        }
    }

    private static void collectContainers(JsonNode value, List<JsonNode> out) {
        if (value.isContainerNode()) {
            out.add(value);
            value.forEach(child -> collectContainers(child, out));
        }
    }

    /** Adds what a step selects at one value. */
    private interface Step {
        Way.Found select(JsonNode value, List<JsonNode> out);
    }
}
