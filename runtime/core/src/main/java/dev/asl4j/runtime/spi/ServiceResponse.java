package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The metadata that optimized integrations add to a service's answer. */
public final class ServiceResponse {
    private static final int OK = 200;
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private ServiceResponse() {}

    /**
     * Adds {@code SdkHttpMetadata} and {@code SdkResponseMetadata}.
     *
     * @param length of the answer in bytes
     */
    public static void metadata(ObjectBuilder response, int length, Environment environment) {
        JsonNode request = TextNode.valueOf(environment.newId().toString());
        String[][] headers = {
            {"connection", "keep-alive"},
            {"Content-Length", Integer.toString(length)},
            {"Date", date(environment.now())},
            {"Content-Type", "application/x-amz-json-1.0"},
        };
        var all = Json.object().set("x-amzn-RequestId", Json.array(request));
        var single = Json.object().set("x-amzn-RequestId", request);
        for (String[] header : headers) {
            JsonNode value = TextNode.valueOf(header[1]);
            all.set(header[0], Json.array(value));
            single.set(header[0], value);
        }
        response.set(
                        "SdkHttpMetadata",
                        Json.object()
                                .set("AllHttpHeaders", all.build())
                                .set("HttpHeaders", single.build())
                                .set("HttpStatusCode", IntNode.valueOf(OK))
                                .build())
                .set(
                        "SdkResponseMetadata",
                        Json.object().set("RequestId", request).build());
    }

    /** An instant as HTTP headers write it. */
    static String date(Instant instant) {
        return HTTP_DATE.format(instant.atOffset(ZoneOffset.UTC));
    }
}
