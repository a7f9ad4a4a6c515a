package dev.asl4j.runtime.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the request of an HTTP task: what the state says and what its connection adds. */
final class RequestBuilder {
    private static final String CONTENT_TYPE = "Content-Type";

    /** What Step Functions sets itself, or the client does. */
    private static final Set<String> OWN = Set.of("user-agent", "range", "host", "content-length");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpParameters parameters;
    private final HttpConnection connection;
    private final boolean httpOnLoopback;

    RequestBuilder(HttpParameters parameters, HttpConnection connection, boolean httpOnLoopback) {
        this.parameters = parameters;
        this.connection = connection;
        this.httpOnLoopback = httpOnLoopback;
    }

    /**
     * The request.
     *
     * @param range the bytes of the response that are asked for
     */
    HttpRequest build(String region, String range, Duration timeout) {
        String body = body();
        HttpRequest.Builder request = HttpRequest.newBuilder(uri())
                .timeout(timeout)
                .method(
                        parameters.method(),
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        try {
            boolean typed = false;
            for (NameValue header : merged(parameters.headers(), connection.headers(), true)) {
                if (!OWN.contains(header.name().toLowerCase(Locale.ROOT))) {
                    request.header(header.name(), header.value());
                    typed |= header.name().equalsIgnoreCase(CONTENT_TYPE);
                }
            }
            if (body != null && !typed) {
                request.header(CONTENT_TYPE, "application/json; charset=UTF-8");
            }
        } catch (IllegalArgumentException e) {
            throw HttpParameters.refused("A header of the HTTP task has an invalid name or value");
        }
        return request.header("User-Agent", "Amazon|StepFunctions|HttpInvoke|" + region)
                .header("Range", range)
                .build();
    }

    /** The state's values without those of names that the connection has, and the connection's. */
    private static List<NameValue> merged(List<NameValue> own, List<NameValue> added, boolean ignoreCase) {
        List<NameValue> all = new ArrayList<>();
        for (NameValue value : own) {
            boolean hidden = added.stream()
                    .anyMatch(other -> ignoreCase
                            ? other.name().equalsIgnoreCase(value.name())
                            : other.name().equals(value.name()));
            if (!hidden) {
                all.add(value);
            }
        }
        all.addAll(added);
        return all;
    }

    private URI uri() {
        String endpoint = parameters.endpoint();
        try {
            URI uri = new URI(endpoint);
            requireScheme(uri, endpoint);
            String query = query();
            if (query.isEmpty()) {
                return uri;
            }
            int fragment = endpoint.indexOf('#');
            String base = fragment < 0 ? endpoint : endpoint.substring(0, fragment);
            return new URI(base + (uri.getRawQuery() == null ? "?" : "&") + query);
        } catch (URISyntaxException e) {
            throw HttpParameters.refused("The field 'ApiEndpoint' is not a valid URL: '" + endpoint + "'");
        }
    }

    private void requireScheme(URI uri, String endpoint) {
        String host = uri.getHost();
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        boolean local =
                httpOnLoopback && "http".equalsIgnoreCase(uri.getScheme()) && host != null && LOOPBACK.contains(host);
        if (host == null || !(https || local)) {
            throw HttpParameters.refused("The field 'ApiEndpoint' must be an https URL, but was '" + endpoint + "'");
        }
    }

    private String query() {
        String text = parameters.queryText();
        String encoded = Form.encode(merged(parameters.query(), connection.query(), false));
        if (text == null || text.isEmpty()) {
            return encoded;
        }
        return encoded.isEmpty() ? text : text + "&" + encoded;
    }

    private @Nullable String body() {
        JsonNode body = withConnection(parameters.body());
        ArrayFormat form = parameters.form();
        if (body == null) {
            return null;
        }
        if (body.isTextual()) {
            return body.textValue();
        }
        return form == null || !body.isContainerNode() ? Json.write(body) : Form.encode(body, form);
    }

    private @Nullable JsonNode withConnection(@Nullable JsonNode body) {
        Map<String, JsonNode> added = connection.body();
        if (added.isEmpty()) {
            return body;
        }
        if (body != null && !body.isObject()) {
            throw HttpParameters.refused(
                    "The request body of the HTTP task is not an object and cannot be merged with that of the connection");
        }
        ObjectBuilder merged = Json.object();
        if (body != null) {
            body.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
        }
        added.forEach(merged::set);
        return merged.build();
    }
}
