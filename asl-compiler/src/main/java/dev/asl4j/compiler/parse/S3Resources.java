package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.json.JsonString;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The resources of {@code ItemReader} and {@code ResultWriter}. AWS has three, all of S3; the specification leaves it to the
 * interpreter, so another URI is taken for the first one, with a warning.
 */
final class S3Resources {

    private static final Pattern ACTION = Pattern.compile("arn:[^:]*:states:[^:]*:[^:]*:s3:(\\w+)");
    private static final Pattern SERVICE = Pattern.compile("arn:[^:]*:states:.*");

    private S3Resources() {}

    /** The index of the resource's action; 0: the first, or another one, which was reported. */
    static int check(JsonString resource, List<String> actions, Diagnostics diagnostics) {
        Matcher action = ACTION.matcher(new Masked(resource).text());
        int index = action.matches() ? actions.indexOf(action.group(1)) : -1;
        if (index >= 0) {
            return index;
        }
        if (Substitutions.postponed(resource, diagnostics)) {
            return 0;
        }
        List<String> known =
                actions.stream().map(name -> "arn:aws:states:::s3:" + name).toList();
        boolean ours = SERVICE.matcher(resource.value()).matches();
        diagnostics.report(
                ours ? Code.BAD_RESOURCE : Code.UNKNOWN_RESOURCE,
                resource,
                ours
                        ? "the resource must be " + Words.either(known) + ", but is " + Quotes.quote(resource.value())
                        : Quotes.quote(resource.value()) + " is taken for " + Quotes.quote(known.get(0)));
        return 0;
    }
}
