package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The shape in which the {@code lambda:invoke} integration gives a function's result.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html">Invoke Lambda functions</a>
 */
final class LambdaResponse {
    private static final int OK = 200;
    private static final String LATEST = "$LATEST";

    private LambdaResponse() {}

    /** What the function is given: an absent or null {@code Payload} arrives as an empty object. */
    static JsonNode payload(JsonNode parameters) {
        @Nullable JsonNode payload = parameters.get("Payload");
        return payload == null || payload.isNull() ? JsonNodeFactory.instance.objectNode() : payload;
    }

    /** Wraps a function's result. */
    static JsonNode of(JsonNode payload, Environment environment) {
        UUID requestId = environment.newId();
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.put("ExecutedVersion", LATEST);
        response.set("Payload", payload);
        response.set("SdkHttpMetadata", httpMetadata(payload, requestId, environment));
        response.putObject("SdkResponseMetadata").put("RequestId", requestId.toString());
        response.put("StatusCode", OK);
        return response;
    }

    private static ObjectNode httpMetadata(JsonNode payload, UUID requestId, Environment environment) {
        Instant now = environment.now();
        String[][] headers = {
            {"X-Amz-Executed-Version", LATEST},
            {"x-amzn-Remapped-Content-Length", "0"},
            {"Connection", "keep-alive"},
            {"x-amzn-RequestId", requestId.toString()},
            {"Content-Length", Integer.toString(payload.toString().getBytes(StandardCharsets.UTF_8).length)},
            {"Date", ServiceResponse.date(now)},
            {"X-Amzn-Trace-Id", traceId(now, environment.newId())},
            {"Content-Type", "application/json"},
        };
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        ObjectNode all = metadata.putObject("AllHttpHeaders");
        ObjectNode single = metadata.putObject("HttpHeaders");
        for (String[] header : headers) {
            all.putArray(header[0]).add(header[1]);
            single.put(header[0], header[1]);
        }
        return metadata.put("HttpStatusCode", OK);
    }

    private static String traceId(Instant now, UUID id) {
        String digits = id.toString().replace("-", "").substring(0, 24);
        return String.format(Locale.ROOT, "Root=1-%08x-%s;Sampled=0", now.getEpochSecond(), digits);
    }
}
