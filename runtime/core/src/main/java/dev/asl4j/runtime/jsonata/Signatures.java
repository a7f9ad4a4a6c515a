package dev.asl4j.runtime.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which argument a signature does not take: the library counts differently from JSONata and AWS. */
final class Signatures {
    private static final Pattern PARAMETER = Pattern.compile("(\\(\\w+\\)|\\w)(?:<[^<>]*(?:<[^<>]*>)?>)?([-?+]?)");

    private Signatures() {}

    /** The number of the first argument, from 1, that the longest run of first parameters leaves over. */
    static int firstWrong(String signature, List<@Nullable Object> arguments) {
        StringBuilder kinds = new StringBuilder();
        arguments.forEach(argument -> kinds.append(kind(argument)));
        StringBuilder regex = new StringBuilder("^");
        int good = 0;
        for (String parameter : parameters(signature)) {
            Matcher matcher =
                    Pattern.compile(regex.append(parameter).toString()).matcher(kinds);
            if (!matcher.lookingAt()) {
                break;
            }
            good = matcher.end();
        }
        return good + 1;
    }

    private static List<String> parameters(String signature) {
        int end = signature.lastIndexOf(':');
        Matcher parameter = PARAMETER.matcher(signature.substring(1, end < 0 ? signature.length() - 1 : end));
        List<String> parameters = new ArrayList<>();
        while (parameter.find()) {
            String kinds = switch (parameter.group(1)) {
                case "a", "x" -> "asnblfom";
                case "j" -> "asnblom";
                case "f" -> "f";
                default -> parameter.group(1).replaceAll("[()]", "") + "m";
            };
            parameters.add("[" + kinds + "]" + parameter.group(2).replace('-', '?'));
        }
        return parameters;
    }

    private static char kind(@Nullable Object value) {
        if (value == null) {
            return 'm';
        } else if (value == Jsonata.NULL_VALUE) {
            return 'l';
        } else if (value instanceof String) {
            return 's';
        } else if (value instanceof Number) {
            return 'n';
        } else if (value instanceof Boolean) {
            return 'b';
        } else if (value instanceof List) {
            return 'a';
        } else if (value instanceof Map) {
            return 'o';
        }
        boolean isFunction = Utils.isFunction(value) || Functions.isLambda(value) || value instanceof Pattern;
        return isFunction ? 'f' : 'm';
    }
}
