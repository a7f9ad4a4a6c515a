package dev.asl4j.compiler.diagnostic;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How AWS itself says it, where that is known.
 *
 * @param message word for word
 * @param location AWS's path to the place, for example {@code /States/Ship/Resource}; {@code /} is the whole definition; null: it names
 *     none
 */
public record AwsReport(String message, @Nullable String location) {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Words about a place in the document. */
    public static AwsReport of(String message, Subject subject) {
        return new AwsReport(message, location(subject.pointer()));
    }

    /** A JSON Pointer as AWS writes it: {@code /States/Ship/Catch[0]/Next}. A number is an index unless it names a state. */
    static String location(String pointer) {
        if (pointer.isEmpty()) {
            return "/";
        }
        StringBuilder location = new StringBuilder();
        String before = "";
        for (String token : pointer.substring(1).split("/", -1)) {
            if (NUMBER.matcher(token).matches() && !before.equals("States")) {
                location.append('[').append(token).append(']');
            } else {
                location.append('/').append(token.replace("~1", "/").replace("~0", "~"));
            }
            before = token;
        }
        return location.toString();
    }
}
