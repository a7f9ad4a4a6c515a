package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * The intrinsic functions {@code States.*}, named as there. Arguments and results are frozen JSON values; what a function
 * cannot work with fails with States.IntrinsicFailure. Numbers that must be whole are rounded to the nearest integer, a
 * half towards positive infinity, as on AWS.
 *
 * @see <a href="https://states-language.net/#appendix-b">States Language, appendix B</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html">AWS: intrinsic
 *     functions</a>
 */
public final class Intrinsics {
    private static final Set<String> ALGORITHMS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    private static final int LONGEST_RANGE = 1_000;

    private Intrinsics() {}

    /**
     * {@code States.Format} with a literal template.
     *
     * @param template as in the literal, with its escapes: {@code {}} is a placeholder, a backslash takes the next
     *     character as it is
     * @param arguments one for each placeholder
     */
    public static JsonNode format(String template, JsonNode... arguments) {
        return TextNode.valueOf(FormatTemplate.literal(template).fill(arguments));
    }

    /** {@code States.Format} with a template from the data, which has no escapes. */
    public static JsonNode format(JsonNode template, JsonNode... arguments) {
        String text = Arguments.text("States.Format", 1, template);
        return TextNode.valueOf(FormatTemplate.raw(text).fill(arguments));
    }

    /** {@code States.StringToJson}: parses; a blank text gives null. */
    public static JsonNode stringToJson(JsonNode text) {
        String json = Arguments.text("States.StringToJson", 1, text);
        if (json.isBlank()) {
            return NullNode.getInstance();
        }
        try {
            return Json.parse(json);
        } catch (IllegalArgumentException e) {
            throw Arguments.failure("States.StringToJson", String.valueOf(e.getMessage()));
        }
    }

    /** {@code States.JsonToString}: JSON text without blanks. */
    public static JsonNode jsonToString(JsonNode value) {
        return TextNode.valueOf(Json.write(value));
    }

    /** {@code States.Array}. */
    public static JsonNode array(JsonNode... elements) {
        return Json.array(elements);
    }

    /** {@code States.ArrayPartition}: chunks of a size above zero, the last may be shorter. */
    public static JsonNode arrayPartition(JsonNode array, JsonNode size) {
        List<JsonNode> elements = Arguments.array("States.ArrayPartition", 1, array);
        int chunk = Arguments.integer("States.ArrayPartition", 2, size);
        if (chunk <= 0) {
            throw Arguments.failure("States.ArrayPartition", "the chunk size must be above zero but was " + chunk);
        }
        List<JsonNode> chunks = new ArrayList<>();
        for (int from = 0; from < elements.size(); from += Math.min(chunk, elements.size() - from)) {
            int to = from + Math.min(chunk, elements.size() - from);
            chunks.add(FrozenArray.of(elements.subList(from, to)));
        }
        return FrozenArray.of(chunks);
    }

    /** {@code States.ArrayContains}: compares by value, deeply. */
    public static JsonNode arrayContains(JsonNode array, JsonNode value) {
        for (JsonNode element : Arguments.array("States.ArrayContains", 1, array)) {
            if (Values.equal(element, value)) {
                return BooleanNode.TRUE;
            }
        }
        return BooleanNode.FALSE;
    }

    /** {@code States.ArrayRange}: from first to last, the last included if it is hit; at most 1,000 elements. */
    public static JsonNode arrayRange(JsonNode first, JsonNode last, JsonNode step) {
        long from = Arguments.integer("States.ArrayRange", 1, first);
        long to = Arguments.integer("States.ArrayRange", 2, last);
        long by = Arguments.integer("States.ArrayRange", 3, step);
        if (by == 0) {
            throw Arguments.failure("States.ArrayRange", "the step must not be zero");
        }
        long count = Math.max(0, Math.floorDiv(to - from, by) + 1);
        if (count > LONGEST_RANGE) {
            throw Arguments.failure(
                    "States.ArrayRange", "at most " + LONGEST_RANGE + " elements are possible but it has " + count);
        }
        JsonNode[] elements = new JsonNode[(int) count];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = Numbers.node(from + i * by);
        }
        return Json.array(elements);
    }

    /** {@code States.ArrayGetItem}: the index counts from zero. */
    public static JsonNode arrayGetItem(JsonNode array, JsonNode index) {
        List<JsonNode> elements = Arguments.array("States.ArrayGetItem", 1, array);
        int position = Arguments.integer("States.ArrayGetItem", 2, index);
        if (position < 0 || position >= elements.size()) {
            throw Arguments.failure(
                    "States.ArrayGetItem", "index " + position + " is outside of an array of " + elements.size());
        }
        return elements.get(position);
    }

    /** {@code States.ArrayLength}. */
    public static JsonNode arrayLength(JsonNode array) {
        return Numbers.node(Arguments.array("States.ArrayLength", 1, array).size());
    }

    /** {@code States.ArrayUnique}: the first of equal elements stays; compares by value, deeply. */
    public static JsonNode arrayUnique(JsonNode array) {
        Set<ValueKey> seen = new LinkedHashSet<>();
        for (JsonNode element : Arguments.array("States.ArrayUnique", 1, array)) {
            seen.add(new ValueKey(element));
        }
        List<JsonNode> unique = new ArrayList<>(seen.size());
        seen.forEach(key -> unique.add(key.value));
        return FrozenArray.of(unique);
    }

    /** {@code States.Base64Encode} of the UTF-8 bytes; at most 10,000 characters. */
    public static JsonNode base64Encode(JsonNode text) {
        String plain = Arguments.boundedText("States.Base64Encode", text);
        return TextNode.valueOf(Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)));
    }

    /** {@code States.Base64Decode} to UTF-8 text; at most 10,000 characters. */
    public static JsonNode base64Decode(JsonNode text) {
        String encoded = Arguments.boundedText("States.Base64Decode", text);
        try {
            return TextNode.valueOf(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw Arguments.failure("States.Base64Decode", "the text is not Base64: " + e.getMessage());
        }
    }

    /** {@code States.Hash}: lower-case hexadecimal digits; data other than strings as JSON text, at most 10,000 long. */
    public static JsonNode hash(JsonNode data, JsonNode algorithm) {
        String name = Arguments.text("States.Hash", 2, algorithm);
        if (!ALGORITHMS.contains(name)) {
            throw Arguments.failure("States.Hash", "there is no algorithm " + name);
        }
        JsonNode text = data.isTextual() ? data : jsonToString(data);
        byte[] bytes = Arguments.boundedText("States.Hash", text).getBytes(StandardCharsets.UTF_8);
        try {
            return TextNode.valueOf(
                    HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code States.JsonMerge}: the second object wins. AWS merges only shallowly, so {@code deep} must be false. */
    public static JsonNode jsonMerge(JsonNode first, JsonNode second, JsonNode deep) {
        FrozenObject merged = Arguments.object("States.JsonMerge", 1, first);
        FrozenObject winner = Arguments.object("States.JsonMerge", 2, second);
        if (!deep.isBoolean() || deep.booleanValue()) {
            throw Arguments.failure(
                    "States.JsonMerge", "the third argument must be false: only a shallow merge is" + " supported");
        }
        ObjectBuilder result = new ObjectBuilder();
        merged.forEachEntry(result::set);
        winner.forEachEntry(result::set);
        return result.build();
    }

    /** {@code States.MathAdd}: rounds both, adds; all within 32 bits. */
    public static JsonNode mathAdd(JsonNode first, JsonNode second) {
        long sum =
                (long) Arguments.integer("States.MathAdd", 1, first) + Arguments.integer("States.MathAdd", 2, second);
        if ((int) sum != sum) {
            throw Arguments.failure("States.MathAdd", "the sum " + sum + " is outside of 32 bits");
        }
        return Numbers.node((int) sum);
    }

    /**
     * {@code States.MathRandom} without a seed: an integer from {@code first} on, below {@code end}.
     *
     * @param random from 0, below 1
     */
    public static JsonNode mathRandom(double random, JsonNode first, JsonNode end) {
        long from = Arguments.integer("States.MathRandom", 1, first);
        long to = Arguments.integer("States.MathRandom", 2, end);
        if (from >= to) {
            throw Arguments.failure("States.MathRandom", "the start " + from + " is not below the end " + to);
        }
        return Numbers.node(from + (long) (random * (to - from)));
    }

    /**
     * {@code States.MathRandom} with a seed: the same value for the same seed, on every JVM. AWS does not document its
     * generator; here it is {@link Random}, whose sequence Java specifies.
     */
    public static JsonNode mathRandom(JsonNode first, JsonNode end, JsonNode seed) {
        long start = Arguments.integer("States.MathRandom", 3, seed);
        return mathRandom(new Random(start).nextDouble(), first, end);
    }

    /** {@code States.StringSplit}: every character of the second argument is a delimiter; empty pieces are dropped. */
    public static JsonNode stringSplit(JsonNode text, JsonNode delimiters) {
        String whole = Arguments.text("States.StringSplit", 1, text);
        String separators = Arguments.text("States.StringSplit", 2, delimiters);
        List<JsonNode> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= whole.length(); i++) {
            if (i == whole.length() || separators.indexOf(whole.charAt(i)) >= 0) {
                if (i > start) {
                    pieces.add(TextNode.valueOf(whole.substring(start, i)));
                }
                start = i + 1;
            }
        }
        return FrozenArray.of(pieces);
    }

    /** {@code States.UUID}. */
    public static JsonNode uuid(UUID id) {
        return TextNode.valueOf(id.toString());
    }

    /** A value as a key of a set, by {@link Values#equal}. */
    private static final class ValueKey {
        private final JsonNode value;
        private final int hash;

        ValueKey(JsonNode value) {
            this.value = value;
            this.hash = Values.hash(value);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ValueKey key && hash == key.hash && Values.equal(value, key.value);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
