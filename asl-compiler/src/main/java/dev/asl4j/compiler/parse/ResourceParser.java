package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.model.Resource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Resource} of a Task state. Any URI is one; the forms of AWS are told apart. */
final class ResourceParser {

    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+");
    private static final Pattern LAMBDA = Pattern.compile("arn:[^:]*:lambda:[^:]*:[^:]*:function:([^:]+)(:[^:]+)?");
    private static final Pattern ACTIVITY = Pattern.compile("arn:[^:]*:states:[^:]*:[^:]*:activity:([^:]+)");
    private static final Pattern INTEGRATION =
            Pattern.compile("arn:[^:]*:states:[^:]*:[^:]*:((?:aws-sdk:)?[A-Za-z0-9_-]+):([A-Za-z0-9_-]+)(\\..*)?");
    private static final Pattern OURS = Pattern.compile("arn:[^:]*:(lambda|states):.*");

    /** A function's ARN, partial ARN or name, each with or without a version or alias. */
    private static final Pattern FUNCTION = Pattern.compile("(?:.*:)?function:([^:]+)(?::.*)?|([^:]+)(?::[^:]*)?");

    /** The same for ARNs of functions and activities whose first parts are in a placeholder. */
    private static final Pattern NAMED = Pattern.compile(".*:(function|activity):([^:]+)(?::[^:]+)?");

    private static final String SDK = "aws-sdk:";

    private final FieldReader fields;
    private final Diagnostics diagnostics;

    /**
     * @param fields of the Task state
     */
    ResourceParser(FieldReader fields) {
        this.fields = fields;
        this.diagnostics = fields.diagnostics();
    }

    /** The resource; null: it is none, which was reported. */
    @Nullable
    Resource parse(JsonString text) {
        String uri = text.value();
        Masked masked = new Masked(text);
        Matcher lambda = LAMBDA.matcher(masked.text());
        if (lambda.matches()) {
            return new Resource.LambdaFunction(uri, masked.written(lambda.group(1)));
        }
        Matcher activity = ACTIVITY.matcher(masked.text());
        if (activity.matches()) {
            return new Resource.Activity(uri, masked.written(activity.group(1)));
        }
        Matcher integration = INTEGRATION.matcher(masked.text());
        Resource.Pattern pattern = integration.matches() ? pattern(integration.group(3)) : null;
        if (pattern != null) {
            return integration(uri, integration, pattern);
        }
        if (masked.hasPlaceholders()) {
            return named(uri, masked);
        }
        if (!URI.matcher(uri).matches() || OURS.matcher(uri).matches()) {
            diagnostics.report(
                    Code.BAD_RESOURCE,
                    text,
                    "the resource " + Quotes.quote(uri)
                            + " is neither a Lambda function, an activity, a service integration nor another URI");
            return null;
        }
        return new Resource.Other(uri);
    }

    /** What a resource is that has placeholders where other ARNs have their parts: the name of a function or activity tells, or all of it. */
    private static Resource named(String uri, Masked masked) {
        Matcher name = NAMED.matcher(masked.text());
        if (!name.matches()) {
            return new Resource.Other(uri);
        }
        String written = masked.written(name.group(2));
        return name.group(1).equals("function")
                ? new Resource.LambdaFunction(uri, written)
                : new Resource.Activity(uri, written);
    }

    private static Resource.@Nullable Pattern pattern(@Nullable String suffix) {
        for (Resource.Pattern pattern : Resource.Pattern.values()) {
            if (pattern.suffix().equals(suffix == null ? "" : suffix)) {
                return pattern;
            }
        }
        return null;
    }

    private @Nullable Resource integration(String uri, Matcher integration, Resource.Pattern pattern) {
        String service = integration.group(1);
        String action = integration.group(2);
        if (arguments() == null && !service.startsWith(SDK)) {
            reportNoArguments(service + ":" + action, uri);
        }
        boolean once = pattern == Resource.Pattern.REQUEST_RESPONSE || pattern == Resource.Pattern.WAIT_FOR_TASK_TOKEN;
        return service.equals("lambda") && action.equals("invoke") && once
                ? lambdaInvoke(uri, pattern)
                : new Resource.Integration(uri, service, action, pattern);
    }

    // An error at AWS; definitions in use get by without, since the state's input is what is passed on.
    private void reportNoArguments(String name, String uri) {
        Subject state = fields.cursor().subject();
        diagnostics.report(
                Code.NO_PARAMETERS,
                state,
                Quotes.quote(name) + " is called without " + Quotes.quote(argumentsField())
                        + ", so that AWS refuses it",
                null,
                AwsReport.of(argumentsField() + " field is required for resource ARN: " + uri, state));
    }

    private @Nullable Resource lambdaInvoke(String uri, Resource.Pattern pattern) {
        JsonString name = functionName();
        if (name == null) {
            return isFunctionComputed() ? new Resource.LambdaInvoke(uri, null, pattern) : null;
        }
        if (fields.isJsonata() && JsonataFields.isMeantAsExpression(name)) {
            return new Resource.LambdaInvoke(uri, null, pattern);
        }
        Masked masked = new Masked(name);
        Matcher function = FUNCTION.matcher(masked.text());
        if (!function.matches()) {
            diagnostics.report(
                    Code.BAD_RESOURCE,
                    name,
                    Quotes.quote(name.value()) + " is not the name or ARN of a Lambda function");
            return null;
        }
        String written = masked.written(function.group(1) != null ? function.group(1) : function.group(2));
        return new Resource.LambdaInvoke(uri, written, pattern);
    }

    /** The literal {@code FunctionName} among the arguments; null: there is none. */
    @Nullable
    JsonString functionName() {
        return Values.as(JsonString.class, argument("FunctionName"));
    }

    private JsonObject.@Nullable Member arguments() {
        return fields.cursor().object().member(argumentsField());
    }

    private String argumentsField() {
        return fields.isJsonata() ? "Arguments" : "Parameters";
    }

    private @Nullable JsonValue argument(String name) {
        JsonObject.Member arguments = arguments();
        JsonObject object = arguments == null ? null : Values.as(JsonObject.class, arguments.value());
        return object == null ? null : object.get(name);
    }

    /** Whether the function can be named by something that is not known here; reports if it is a literal of the wrong type. */
    private boolean isFunctionComputed() {
        JsonValue literal = argument("FunctionName");
        if (literal != null) {
            Words.reportWrongType("\"FunctionName\"", "a string", literal, diagnostics);
            return false;
        }
        return true;
    }
}
