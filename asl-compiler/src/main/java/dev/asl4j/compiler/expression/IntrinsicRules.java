package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be said of a call without the data: it has too few arguments, or one that the function can never take. */
final class IntrinsicRules {

    private static final List<String> ALGORITHMS = List.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
    private static final List<String> ORDINALS = List.of("first", "second", "third");

    /** The most characters that the Base64 functions and the hash take. */
    private static final int LONGEST_TEXT = 10_000;

    /** The most elements of a range. */
    private static final BigDecimal LONGEST_RANGE = BigDecimal.valueOf(1_000);

    private final IntrinsicCall call;
    private final List<ExpressionFault> faults = new ArrayList<>();

    IntrinsicRules(IntrinsicCall call) {
        this.call = call;
    }

    List<ExpressionFault> faults() {
        if (arity() && kinds()) {
            values();
        }
        return faults;
    }

    private boolean arity() {
        IntrinsicFunction function = call.function();
        int count = call.arguments().size();
        if (count >= function.least() && count <= function.most()) {
            return true;
        }
        String takes = function.most() == Integer.MAX_VALUE
                ? "at least " + function.least()
                : function.least() == function.most()
                        ? Integer.toString(function.least())
                        : function.least() + " or " + function.most();
        boolean one = takes.endsWith("1");
        String message = function.text() + " takes " + takes + (one ? " argument" : " arguments") + ", not " + count;
        faults.add(new ExpressionFault(Code.INTRINSIC_ARITY, call.span(), message, null));
        return false;
    }

    private boolean kinds() {
        for (int i = 0; i < call.arguments().size(); i++) {
            Argument argument = call.arguments().get(i);
            ValueKind expected = call.function().parameter(i);
            if (!argument.kind().canBe(expected)) {
                fault(i, "is " + expected.words() + ", not " + argument.kind().words(), null);
            }
        }
        return faults.isEmpty();
    }

    private void values() {
        switch (call.function()) {
            case FORMAT -> holes();
            case JSON_TO_STRING -> pathNeeded();
            case ARRAY_PARTITION -> atLeast(1, BigDecimal.ONE);
            case ARRAY_GET_ITEM -> atLeast(1, BigDecimal.ZERO);
            case ARRAY_RANGE -> range();
            case BASE64_ENCODE, BASE64_DECODE -> shortText();
            case HASH -> {
                shortText();
                algorithm();
            }
            case JSON_MERGE -> shallow();
            case MATH_RANDOM -> interval();
            case STRING_TO_JSON,
                    ARRAY_OF,
                    ARRAY_CONTAINS,
                    ARRAY_LENGTH,
                    ARRAY_UNIQUE,
                    MATH_ADD,
                    STRING_SPLIT,
                    UUID -> {}
        }
    }

    private void holes() {
        if (call.arguments().get(0) instanceof Argument.Text template) {
            int holes = template.pieces().size() - 1;
            int values = call.arguments().size() - 1;
            if (holes != values) {
                String message =
                        "has " + holes + " {}, but " + values + (values == 1 ? " value follows" : " values follow");
                fault(0, message, holes < values ? null : "braces that are text are written \\\\{ and \\\\}");
            }
        }
    }

    private void pathNeeded() {
        ValueKind kind = call.arguments().get(0).kind();
        boolean computed = call.arguments().get(0) instanceof Argument.Nested;
        if (kind != ValueKind.ANY && kind != ValueKind.ARRAY && !computed) {
            fault(0, "is a path, not " + kind.words(), null);
        }
    }

    private void atLeast(int index, BigDecimal least) {
        BigDecimal value = number(index);
        if (value != null && value.compareTo(least) < 0) {
            fault(index, "must be " + least + " or more", null);
        }
    }

    private void range() {
        BigDecimal first = number(0);
        BigDecimal last = number(1);
        BigDecimal step = number(2);
        if (step != null && step.signum() == 0) {
            fault(2, "must not be 0", null);
        } else if (first != null && last != null && step != null) {
            BigDecimal steps = last.subtract(first).divideToIntegralValue(step);
            if (steps.compareTo(LONGEST_RANGE) >= 0) {
                ExpressionFault fault = new ExpressionFault(
                        Code.INTRINSIC_ARGUMENT,
                        call.span(),
                        "the range has more than " + LONGEST_RANGE + " elements",
                        null);
                faults.add(fault);
            }
        }
    }

    private void shortText() {
        if (call.arguments().get(0) instanceof Argument.Text text
                && text.value().length() > LONGEST_TEXT) {
            fault(0, "has more than " + LONGEST_TEXT + " characters", null);
        }
    }

    private void algorithm() {
        if (call.arguments().get(1) instanceof Argument.Text name && !ALGORITHMS.contains(name.value())) {
            String hint = Suggestions.didYouMean(name.value(), ALGORITHMS);
            String known = "the algorithms are " + String.join(", ", ALGORITHMS);
            fault(1, "is an algorithm, not " + Quotes.quote(name.value()), hint == null ? known : hint);
        }
    }

    private void shallow() {
        if (call.arguments().get(2) instanceof Argument.Bool deep && deep.value()) {
            fault(2, "must be false: AWS merges only shallowly", null);
        }
    }

    private void interval() {
        BigDecimal first = number(0);
        BigDecimal end = number(1);
        if (first != null && end != null && first.compareTo(end) >= 0) {
            fault(1, "must be greater than the first", null);
        }
    }

    private @Nullable BigDecimal number(int index) {
        return call.arguments().get(index) instanceof Argument.Numeric number ? number.value() : null;
    }

    private void fault(int index, String what, @Nullable String hint) {
        Span span = call.arguments().get(index).span();
        String ordinal =
                index < ORDINALS.size() ? "the " + ORDINALS.get(index) + " argument" : "argument " + (index + 1);
        String message = ordinal + " of " + call.function().text() + " " + what;
        faults.add(new ExpressionFault(Code.INTRINSIC_ARGUMENT, span, message, hint));
    }
}
