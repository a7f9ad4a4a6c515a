package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonType;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.model.Resource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Resource} of a Task state. Any URI is one; the forms of AWS are told apart. */
final class ResourceParser {

    private static final String CALLBACK = ".waitForTaskToken";
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+");
    private static final Pattern LAMBDA = Pattern.compile("arn:[^:]*:lambda:[^:]*:[^:]*:function:([^:]+)(:[^:]+)?");
    private static final Pattern ACTIVITY = Pattern.compile("arn:[^:]*:states:[^:]*:[^:]*:activity:([^:]+)");
    private static final Pattern INTEGRATION =
            Pattern.compile("arn:[^:]*:states:[^:]*:[^:]*:((?:aws-sdk:)?[A-Za-z0-9_-]+):([A-Za-z0-9_-]+)(\\..*)?");
    private static final Pattern OURS = Pattern.compile("arn:[^:]*:(lambda|states):.*");

    /** A function's ARN, partial ARN or name, each with or without a version or alias. */
    private static final Pattern FUNCTION = Pattern.compile("(?:.*:)?function:([^:]+)(?::.*)?|([^:]+)(?::[^:]*)?");

    private ResourceParser() {}

    /** Whether the task ends when somebody hands in its token. */
    static boolean isCallback(String uri) {
        return uri.endsWith(CALLBACK);
    }

    /** The resource; null: it is none, or not supported yet, which was reported. */
    static @Nullable Resource parse(JsonString text, ObjectCursor state, Parsing parsing) {
        String uri = text.value();
        if (isCallback(uri)) {
            parsing.notSupportedYet(text, "\"" + CALLBACK + "\"");
            return null;
        }
        Matcher lambda = LAMBDA.matcher(uri);
        if (lambda.matches()) {
            return new Resource.LambdaFunction(uri, lambda.group(1));
        }
        Matcher activity = ACTIVITY.matcher(uri);
        if (activity.matches()) {
            return new Resource.Activity(uri, activity.group(1));
        }
        Matcher integration = INTEGRATION.matcher(uri);
        Resource.Pattern pattern = integration.matches() ? pattern(integration.group(3)) : null;
        if (pattern != null) {
            return integration(integration, pattern, state, parsing.diagnostics());
        }
        if (!URI.matcher(uri).matches() || OURS.matcher(uri).matches()) {
            parsing.diagnostics()
                    .report(
                            Code.BAD_RESOURCE,
                            text,
                            "the resource " + Quotes.quote(uri)
                                    + " is neither a Lambda function, an activity, a service integration nor another URI");
            return null;
        }
        return new Resource.Other(uri);
    }

    private static Resource.@Nullable Pattern pattern(@Nullable String suffix) {
        for (Resource.Pattern pattern : Resource.Pattern.values()) {
            if (pattern.suffix().equals(suffix == null ? "" : suffix)) {
                return pattern;
            }
        }
        return null;
    }

    private static @Nullable Resource integration(
            Matcher integration, Resource.Pattern pattern, ObjectCursor state, Diagnostics diagnostics) {
        String uri = integration.group();
        String service = integration.group(1);
        String action = integration.group(2);
        boolean invoke =
                service.equals("lambda") && action.equals("invoke") && pattern == Resource.Pattern.REQUEST_RESPONSE;
        return invoke ? lambdaInvoke(uri, state, diagnostics) : new Resource.Integration(uri, service, action, pattern);
    }

    private static @Nullable Resource lambdaInvoke(String uri, ObjectCursor state, Diagnostics diagnostics) {
        JsonString name = functionName(state);
        if (name == null) {
            return requireFunctionName(state, diagnostics)
                    ? new Resource.LambdaInvoke(uri, null, Resource.Pattern.REQUEST_RESPONSE)
                    : null;
        }
        if (Substitutions.reported(name, diagnostics)) {
            return null;
        }
        Matcher function = FUNCTION.matcher(name.value());
        if (!function.matches()) {
            diagnostics.report(
                    Code.BAD_RESOURCE,
                    name,
                    Quotes.quote(name.value()) + " is not the name or ARN of a Lambda function");
            return null;
        }
        return new Resource.LambdaInvoke(
                uri,
                function.group(1) != null ? function.group(1) : function.group(2),
                Resource.Pattern.REQUEST_RESPONSE);
    }

    /** The literal {@code FunctionName} among the parameters; null: there is none. */
    static @Nullable JsonString functionName(ObjectCursor state) {
        JsonValue name = parameter(state, "FunctionName");
        return Values.as(JsonString.class, name);
    }

    private static @Nullable JsonValue parameter(ObjectCursor state, String name) {
        JsonObject.Member parameters = state.member("Parameters");
        JsonObject object = parameters == null ? null : Values.as(JsonObject.class, parameters.value());
        return object == null ? null : object.get(name);
    }

    // Without Parameters the state's input holds them, which definitions in use rely on.
    private static boolean requireFunctionName(ObjectCursor state, Diagnostics diagnostics) {
        JsonValue literal = parameter(state, "FunctionName");
        JsonObject.Member parameters = state.member("Parameters");
        if (literal != null) {
            Words.reportWrongType("\"FunctionName\"", "a string", literal, diagnostics);
            return false;
        }
        if (parameters != null
                && parameters.value().type() == JsonType.OBJECT
                && parameter(state, "FunctionName.$") == null) {
            diagnostics.report(
                    Code.MISSING_FIELD, parameters, "\"Parameters\" of lambda:invoke needs the field \"FunctionName\"");
            return false;
        }
        return true;
    }
}
