package dev.asl4j.runtime.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands behind a {@code ConnectionArn}, as an EventBridge connection holds it: headers, query parameters and body fields that
 * are added to each request and win over those of the state. They are secrets: nothing prints them.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html#http-task-data-merge">Merging
 *     EventBridge connection and HTTP Task definition data</a>
 * @since 0.1.0
 */
public final class HttpConnection {
    private static final HttpConnection NOTHING = new HttpConnection(List.of(), List.of(), Map.of());

    private final List<NameValue> headers;
    private final List<NameValue> query;
    private final Map<String, JsonNode> body;

    private HttpConnection(List<NameValue> headers, List<NameValue> query, Map<String, JsonNode> body) {
        this.headers = headers;
        this.query = query;
        this.body = body;
    }

    /** A connection that adds nothing. */
    public static HttpConnection plain() {
        return NOTHING;
    }

    /** Authorization type {@code BASIC}. */
    public static HttpConnection basic(String username, String password) {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return NOTHING.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** Authorization type {@code API_KEY}: a header. */
    public static HttpConnection apiKey(String name, String value) {
        return NOTHING.header(name, value);
    }

    /** What {@code OAUTH_CLIENT_CREDENTIALS} comes to: a token that was fetched already. */
    public static HttpConnection bearer(String token) {
        return NOTHING.header("Authorization", "Bearer " + token);
    }

    /** This connection with one more header. */
    public HttpConnection header(String name, String value) {
        return new HttpConnection(with(headers, name, value), query, body);
    }

    /** This connection with one more query parameter. */
    public HttpConnection query(String name, String value) {
        return new HttpConnection(headers, with(query, name, value), body);
    }

    /** This connection with one more field of the request body. */
    public HttpConnection body(String name, JsonNode value) {
        Map<String, JsonNode> fields = new LinkedHashMap<>(body);
        fields.put(name, Json.freeze(value));
        return new HttpConnection(headers, query, Collections.unmodifiableMap(fields));
    }

    private static List<NameValue> with(List<NameValue> values, String name, String value) {
        List<NameValue> more = new ArrayList<>(values);
        more.add(new NameValue(name, value));
        return Collections.unmodifiableList(more);
    }

    List<NameValue> headers() {
        return headers;
    }

    List<NameValue> query() {
        return query;
    }

    Map<String, JsonNode> body() {
        return body;
    }

    /** How much it holds, and nothing of what. */
    @Override
    public String toString() {
        return "HttpConnection[headers=" + headers.size() + ", query=" + query.size() + ", body=" + body.size() + "]";
    }
}
