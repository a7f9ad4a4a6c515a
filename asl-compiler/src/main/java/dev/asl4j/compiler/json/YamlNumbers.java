package dev.asl4j.compiler.json;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers of the core schema of YAML 1.2 (section 10.3.2), which are more than those of JSON. */
final class YamlNumbers {

    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private YamlNumbers() {}

    /**
     * The number as JSON writes it.
     *
     * @return null: it is none; of one that JSON does not have, or that is very long, some text that is no number
     */
    static @Nullable String asJson(String text) {
        if (isInfinite(text)) {
            return text;
        }
        boolean octal = OCTAL.matcher(text).matches();
        if (octal || HEXADECIMAL.matcher(text).matches()) {
            return text.length() > JsonNumber.LONGEST
                    ? text
                    : new BigInteger(text.substring(2), octal ? 8 : 16).toString();
        }
        return DECIMAL.matcher(text).matches() ? decimal(text) : null;
    }

    static boolean isInfinite(String text) {
        return INFINITE.matcher(text).matches();
    }

    /** Without a plus sign and leading zeros, and with digits on both sides of the point. */
    private static String decimal(String text) {
        String sign = text.startsWith("-") ? "-" : "";
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        int whole = 0;
        while (whole < digits.length() && Character.isDigit(digits.charAt(whole))) {
            whole++;
        }
        int zeros = 0;
        while (zeros < whole - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        String front = whole == 0 ? "0" : digits.substring(zeros, whole);
        String rest = digits.substring(whole);
        boolean emptyFraction = rest.equals(".") || rest.startsWith(".e") || rest.startsWith(".E");
        return sign + front + (emptyFraction ? rest.substring(1) : rest);
    }
}
