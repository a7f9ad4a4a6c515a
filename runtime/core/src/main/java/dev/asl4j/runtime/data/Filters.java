package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.math.BigDecimal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The operators of filters {@code [?(...)]}. Operands are values; null stands for a path that led nowhere, which only
 * {@link #exists} and the negated operators take for true. Generated code combines them with Java's own {@code &&},
 * {@code ||} and {@code !}.
 *
 * <p>Text and numbers compare by the type of the left side, as in the library behind AWS's paths: {@code "1.0" == 1} is
 * false (as text), {@code 1 == "1.0"} is true (as numbers); {@link #identical} wants one type.
 */
public final class Filters {
    private Filters() {}

    /** Ends the evaluation of a filter: the item does not match, whatever stands around. */
    static RuntimeException noMatch() {
        return new NoMatch();
    }

    /** Whether an item matches. */
    static boolean accepts(Predicate<? super JsonNode> filter, JsonNode item) {
        try {
            return filter.test(item);
        } catch (NoMatch e) {
            return false;
        }
    }

    /** A bare {@code @}. AWS documents that it does not match scalars, so those end the filter. */
    public static JsonNode current(JsonNode item) {
        if (!item.isContainerNode()) {
            throw noMatch();
        }
        return item;
    }

    /** A comparison that the library cannot make, such as with a type: the item does not match. */
    @SuppressWarnings("DoNotCallSuggester") // stands where generated code needs a boolean
    public static boolean never() {
        throw noMatch();
    }

    /** {@code @.name} on its own: there is a value, be it null. */
    public static boolean exists(@Nullable JsonNode value) {
        return value != null;
    }

    /** An indefinite path on its own: no name is missing on the way, though nothing need be selected. */
    public static boolean exists(Selection selection) {
        return selection.exists();
    }

    /** {@code ==} */
    public static boolean equal(@Nullable JsonNode left, @Nullable JsonNode right) {
        if (left == null || right == null) {
            return false;
        }
        boolean mixed = left.isTextual() ? right.isNumber() : left.isNumber() && right.isTextual();
        return mixed ? equalAsLeft(left, right) : Values.equal(left, right);
    }

    /** {@code !=} */
    public static boolean notEqual(@Nullable JsonNode left, @Nullable JsonNode right) {
        return !equal(left, right);
    }

    /** {@code ===}: equal and of one type. */
    public static boolean identical(@Nullable JsonNode left, @Nullable JsonNode right) {
        return left != null && right != null && Values.equal(left, right);
    }

    /** {@code !==} */
    public static boolean notIdentical(@Nullable JsonNode left, @Nullable JsonNode right) {
        return !identical(left, right);
    }

    /** {@code <} between two numbers or two strings; else false. */
    public static boolean lessThan(@Nullable JsonNode left, @Nullable JsonNode right) {
        return comparable(left, right) && compare(left, right) < 0;
    }

    /** {@code <=} between two numbers or two strings; else false. */
    public static boolean lessThanOrEqual(@Nullable JsonNode left, @Nullable JsonNode right) {
        return comparable(left, right) && compare(left, right) <= 0;
    }

    /** {@code >} between two numbers or two strings; else false. */
    public static boolean greaterThan(@Nullable JsonNode left, @Nullable JsonNode right) {
        return comparable(left, right) && compare(left, right) > 0;
    }

    /** {@code >=} between two numbers or two strings; else false. */
    public static boolean greaterThanOrEqual(@Nullable JsonNode left, @Nullable JsonNode right) {
        return comparable(left, right) && compare(left, right) >= 0;
    }

    /** {@code =~}: the whole text, or that of an element of an array. What has no text counts as empty. */
    public static boolean matches(@Nullable JsonNode value, Regex regex) {
        if (value == null || !value.isArray()) {
            return regex.matches(text(value));
        }
        for (JsonNode element : value) {
            if (regex.matches(text(element))) {
                return true;
            }
        }
        return false;
    }

    /** {@code in} */
    public static boolean in(@Nullable JsonNode value, @Nullable JsonNode list) {
        JsonNode elements = list(list);
        return elements != null && holds(elements, value);
    }

    /** {@code nin} */
    public static boolean notIn(@Nullable JsonNode value, @Nullable JsonNode list) {
        return !in(value, list);
    }

    /** {@code contains}: an element of an array, or a part of a string. */
    public static boolean contains(@Nullable JsonNode value, @Nullable JsonNode part) {
        if (value != null && value.isTextual()) {
            return part != null && part.isTextual() && value.textValue().contains(part.textValue());
        }
        return value != null && value.isArray() && holds(value, part);
    }

    /** {@code subsetof} */
    public static boolean subsetOf(@Nullable JsonNode left, @Nullable JsonNode right) {
        JsonNode all = list(right);
        JsonNode some = all == null ? null : list(left);
        if (all == null || some == null) {
            return false;
        }
        for (JsonNode element : some) {
            if (!holds(all, element)) {
                return false;
            }
        }
        return true;
    }

    /** {@code anyof} */
    public static boolean anyOf(@Nullable JsonNode left, @Nullable JsonNode right) {
        JsonNode others = list(right);
        JsonNode some = others == null ? null : list(left);
        return others != null && some != null && share(some, others);
    }

    /** {@code noneof} */
    public static boolean noneOf(@Nullable JsonNode left, @Nullable JsonNode right) {
        JsonNode others = list(right);
        JsonNode some = others == null ? null : list(left);
        return others != null && some != null && !share(some, others);
    }

    /** {@code size}: length of a string or an array. */
    public static boolean size(@Nullable JsonNode value, @Nullable JsonNode expected) {
        if (value == null || expected == null || !expected.isNumber()) {
            return false;
        }
        int size = expected.intValue();
        return value.isTextual() ? value.textValue().length() == size : value.isArray() && value.size() == size;
    }

    /** {@code empty}: whether a string or container is empty, or is not. */
    public static boolean empty(@Nullable JsonNode value, @Nullable JsonNode expected) {
        if (value == null || !(value.isTextual() || value.isContainerNode())) {
            return false;
        }
        if (expected == null || !expected.isBoolean()) {
            throw noMatch();
        }
        boolean empty = value.isTextual() ? value.textValue().isEmpty() : value.isEmpty();
        return empty == expected.booleanValue();
    }

    private static boolean comparable(@Nullable JsonNode left, @Nullable JsonNode right) {
        return left != null
                && right != null
                && left.getNodeType() == right.getNodeType()
                && (left.isNumber() || left.isTextual());
    }

    private static int compare(@Nullable JsonNode left, @Nullable JsonNode right) {
        if (left == null || right == null) {
            throw new IllegalStateException("not comparable");
        }
        return left.isNumber() ? Numbers.compare(left, right) : left.textValue().compareTo(right.textValue());
    }

    private static boolean equalAsLeft(JsonNode left, JsonNode right) {
        if (left.isTextual()) {
            return left.textValue().equals(Numbers.decimal(right).toString());
        }
        try {
            return Numbers.decimal(left).compareTo(new BigDecimal(right.textValue())) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** An array as it is, null for an object; anything else ends the filter, as in the library. */
    private static @Nullable JsonNode list(@Nullable JsonNode value) {
        if (value == null || !value.isContainerNode()) {
            throw noMatch();
        }
        return value.isArray() ? value : null;
    }

    private static boolean holds(JsonNode list, @Nullable JsonNode value) {
        for (JsonNode element : list) {
            if (equal(value, element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean share(JsonNode left, JsonNode right) {
        for (JsonNode element : left) {
            if (holds(right, element)) {
                return true;
            }
        }
        return false;
    }

    private static String text(@Nullable JsonNode value) {
        if (value == null || value.isContainerNode() || value.getNodeType() == JsonNodeType.NULL) {
            return "";
        }
        return value.isNumber() ? Numbers.decimal(value).toString() : value.asText();
    }

    private static final class NoMatch extends RuntimeException {
        NoMatch() {
            super("the item does not match", null, false, false);
        }
    }
}
