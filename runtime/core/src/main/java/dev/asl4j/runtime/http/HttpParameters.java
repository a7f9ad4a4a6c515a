package dev.asl4j.runtime.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.task.TaskFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an HTTP task, which it reads field by field. Wherever they are wrong the task fails with {@code States.Runtime}.
 *
 * @param json {@code Parameters} or {@code Arguments} of the state
 */
record HttpParameters(JsonNode json) {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD");

    /** AWS: "You can't use the following headers in your HTTP Task definition". */
    private static final Set<String> FORBIDDEN = Set.of(
            ("a-im accept-charset accept-datetime accept-encoding authorization cache-control connection content-encoding"
                            + " content-md5 date expect forwarded from host http2-settings if-match if-modified-since"
                            + " if-none-match if-range if-unmodified-since max-forwards origin pragma proxy-authorization"
                            + " referer server te trailer transfer-encoding upgrade via warning")
                    .split(" "));

    private static final Set<String> FORBIDDEN_STARTS = Set.of("x-forwarded-", "x-amz-", "x-amzn-");

    static TaskFailedException refused(String cause) {
        return new TaskFailedException(ErrorNames.RUNTIME, cause);
    }

    String endpoint() {
        return required(json, "ApiEndpoint");
    }

    String method() {
        String method = required(json, "Method");
        if (!METHODS.contains(method)) {
            throw refused("The field 'Method' must be one of GET, POST, PUT, DELETE, PATCH, OPTIONS, HEAD, but was '"
                    + method + "'");
        }
        return method;
    }

    /** {@code InvocationConfig.ConnectionArn}, or the older {@code Authentication.ConnectionArn}. */
    String connectionArn() {
        JsonNode config = json.has("InvocationConfig") ? json.get("InvocationConfig") : json.path("Authentication");
        return required(config, "ConnectionArn");
    }

    /** The headers of the state; a list gives a header more than one value. */
    List<NameValue> headers() {
        List<NameValue> headers = values("Headers");
        for (NameValue header : headers) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (FORBIDDEN.contains(name) || FORBIDDEN_STARTS.stream().anyMatch(name::startsWith)) {
                throw refused("The header '" + header.name() + "' cannot be used in an HTTP task");
            }
        }
        return headers;
    }

    /** The query parameters; a list repeats its name. Empty if they are one string. */
    List<NameValue> query() {
        return queryText() == null ? values("QueryParameters") : List.of();
    }

    /** The query as one string; null if it is not. */
    @Nullable
    String queryText() {
        JsonNode query = json.path("QueryParameters");
        return query.isTextual() ? query.textValue() : null;
    }

    /** {@code RequestBody}; null if there is none. */
    @Nullable
    JsonNode body() {
        return json.get("RequestBody");
    }

    /** How the body becomes a form; null: it stays JSON. */
    @Nullable
    ArrayFormat form() {
        JsonNode transform = json.path("Transform");
        String encoding = transform.path("RequestBodyEncoding").asText("NONE");
        if (encoding.equals("NONE")) {
            return null;
        }
        if (!encoding.equals("URL_ENCODED")) {
            throw refused("The field 'RequestBodyEncoding' must be NONE or URL_ENCODED, but was '" + encoding + "'");
        }
        String format =
                transform.path("RequestEncodingOptions").path("ArrayFormat").asText(ArrayFormat.INDICES.name());
        try {
            return ArrayFormat.valueOf(format);
        } catch (IllegalArgumentException e) {
            throw refused(
                    "The field 'ArrayFormat' must be INDICES, REPEAT, COMMAS or BRACKETS, but was '" + format + "'");
        }
    }

    private static String required(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw refused("The field '" + field + "' is required but was missing");
        }
        if (!value.isTextual()) {
            throw refused("The field '" + field + "' must be a string");
        }
        return value.textValue();
    }

    private List<NameValue> values(String field) {
        JsonNode object = json.path(field);
        List<NameValue> values = new ArrayList<>();
        if (!object.isMissingNode() && !object.isNull() && !object.isObject()) {
            throw refused("The field '" + field + "' must be an object");
        }
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            Iterable<JsonNode> all = entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue());
            for (JsonNode value : all) {
                if (value.isContainerNode()) {
                    throw refused(
                            "The value of '" + entry.getKey() + "' in the field '" + field + "' must be a string");
                }
                values.add(new NameValue(entry.getKey(), Form.text(value)));
            }
        }
        return values;
    }
}
