package dev.asl4j.compiler.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A placeholder in a string, such as <code>${Name}</code>, <code>${Function.Arn}</code> or <code>${AWS::Region}</code>, for which a
 * deployment tool puts in a value. The States Language does not know them.
 *
 * @param name what stands in the braces
 * @param from the index of its first character in the decoded string
 * @param to the index behind its closing brace
 */
public record Placeholder(String name, int from, int to) {

    /** Everything that names of parameters, attributes, resources and outputs are made of; no code of a template language, nor JSONata. */
    private static final String NAME = "[^{}$\"'()\\s!][^{}$\"'()\\s]*";

    /** With an exclamation mark it is an escape, as for {@code Fn::Sub} of CloudFormation: the text without the mark. */
    static final Pattern PATTERN = Pattern.compile("\\$\\{(!?)(" + NAME + ")}");

    private static final Pattern WHOLE_NAME = Pattern.compile(NAME);

    /** Whether a placeholder can have this name. */
    public static boolean isName(String name) {
        return WHOLE_NAME.matcher(name).matches();
    }

    /** The placeholders in a string; none in what came in the place of another one. */
    static List<Placeholder> in(JsonString string) {
        if (!string.value().contains("${")) {
            return List.of();
        }
        List<Placeholder> found = new ArrayList<>();
        Matcher matcher = PATTERN.matcher(string.value());
        while (matcher.find()) {
            if (!string.spelling().isSubstituted(matcher.start(), matcher.end())) {
                found.add(new Placeholder(matcher.group(2), matcher.start(), matcher.end()));
            }
        }
        return List.copyOf(found);
    }

    /** As it is written: <code>${Name}</code>. */
    @Override
    public String toString() {
        return "${" + name + "}";
    }
}
