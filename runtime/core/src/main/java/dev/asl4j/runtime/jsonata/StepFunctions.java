package dev.asl4j.runtime.jsonata;

import com.dashjoin.jsonata.Utils;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.asl4j.runtime.data.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The functions that Step Functions adds to JSONata. */
final class StepFunctions {
    /** AWS returns {@code $range(1, 360145, 1)} and refuses one element more. */
    private static final int LONGEST_RANGE = 360_145;

    private static final List<String> ALGORITHMS = List.of("SHA-1", "SHA-384", "SHA-256", "SHA-512", "MD5");

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private StepFunctions() {}

    /** Pieces of a size; nothing for an empty array or the size 0. */
    static @Nullable Object partition(Arguments arguments) {
        arguments.atMost(2);
        Object given = arguments.get(0);
        if (given == null) {
            return null;
        }
        if (!(given instanceof List<?> array)) {
            throw Fault.coded("T0412", "Argument 1 of function \"partition\" must be an array of undefined");
        }
        long size = arguments.has(1) ? arguments.whole(1) : array.size();
        if (size < 0) {
            throw Fault.coded("D3137", "Second argument must be zero or greater");
        }
        if (size == 0 || array.isEmpty()) {
            return null;
        }
        arguments.evaluation().allocate(8L * array.size());
        int step = (int) Math.min(size, array.size());
        List<Object> pieces = new ArrayList<>();
        for (int start = 0; start < array.size(); start += step) {
            pieces.add(new ArrayList<>(array.subList(start, Math.min(start + step, array.size()))));
        }
        return pieces;
    }

    /** Numbers from a first to a last one; a single one is no array, and nothing comes of a step that leads away. */
    static @Nullable Object range(Arguments arguments) {
        arguments.atMost(3);
        long first = arguments.whole(0);
        long last = arguments.whole(1);
        long step = arguments.has(2) ? arguments.whole(2) : 0;
        if (step == 0 || (step > 0 ? first > last : first < last)) {
            return null;
        }
        BigInteger steps =
                BigInteger.valueOf(last).subtract(BigInteger.valueOf(first)).divide(BigInteger.valueOf(step));
        if (steps.compareTo(BigInteger.valueOf(LONGEST_RANGE)) >= 0) {
            throw Fault.memory();
        }
        List<Object> range = Utils.createSequence();
        long value = first;
        for (int i = 0; i <= steps.intValue(); i++, value += step) {
            range.add(Views.number(value));
        }
        return range;
    }

    /** The digest of the UTF-8 bytes of a text, in lower-case hexadecimal digits; nothing without an algorithm. */
    static @Nullable Object hash(Arguments arguments) {
        arguments.atMost(2);
        byte[] bytes = arguments.text(0).getBytes(StandardCharsets.UTF_8);
        if (!arguments.has(1)) {
            return null;
        }
        String algorithm = arguments.text(1);
        if (!ALGORITHMS.contains(algorithm)) {
            throw Fault.coded(
                    "D3137", "Hash algorithm '" + algorithm + "' must be one of " + String.join(", ", ALGORITHMS));
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a seed always the same number, that of {@link Random}, as on AWS. */
    static Object random(Arguments arguments) {
        arguments.atMost(1);
        return arguments.has(0)
                ? new Random(arguments.whole(0)).nextDouble()
                : arguments.evaluation().bindings().random();
    }

    static Object uuid(Arguments arguments) {
        arguments.atMost(0);
        return arguments.evaluation().bindings().newId().toString();
    }

    /** JSON text as a value. Names that occur twice and numbers that no double holds are refused. */
    static @Nullable Object parse(Arguments arguments) {
        arguments.atMost(1);
        if (!arguments.has(0)) {
            return null;
        }
        String text = arguments.text(0);
        arguments.evaluation().allocate(text.length());
        try {
            check(text);
            return Views.of(Json.parse(text));
        } catch (IOException | IllegalArgumentException e) {
            throw Fault.coded("D3137", "Invalid JSON");
        }
    }

    private static void check(String text) throws IOException {
        try (JsonParser parser = STRICT.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric() && Double.isInfinite(Double.parseDouble(parser.getText()))) {
                    throw new IllegalArgumentException("a number out of range");
                }
            }
        }
    }
}
