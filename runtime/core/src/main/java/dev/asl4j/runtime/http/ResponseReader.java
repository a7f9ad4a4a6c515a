package dev.asl4j.runtime.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.task.TaskFailedException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a response as an HTTP task returns it, or fails as it does. */
final class ResponseReader {
    private static final Set<String> UNREADABLE = Set.of("image/", "video/", "audio/", "application/octet-stream");
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    private final HttpResponse<Optional<byte[]>> response;
    private final String resource;

    ResponseReader(HttpResponse<Optional<byte[]>> response, String resource) {
        this.response = response;
        this.resource = resource;
    }

    /** <code>{"Headers": ..., "ResponseBody": ..., "StatusCode": ..., "StatusText": ...}</code>. */
    JsonNode result() {
        int status = response.statusCode();
        String type = response.headers().firstValue("content-type").orElse("");
        String text = text(type);
        if (status < 200 || status > 299) {
            String cause = text.isEmpty() ? StatusText.of(status) : text;
            throw new TaskFailedException("States.Http.StatusCode." + status, cause);
        }
        return Json.object()
                .set("Headers", headers(response.headers()))
                .set("ResponseBody", body(text, type))
                .set("StatusCode", IntNode.valueOf(status))
                .set("StatusText", TextNode.valueOf(StatusText.of(status)))
                .build();
    }

    private static JsonNode headers(HttpHeaders headers) {
        ObjectBuilder object = Json.object();
        headers.map().forEach((name, values) -> {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            values.forEach(array::add);
            object.set(name.toLowerCase(Locale.ROOT), array);
        });
        return object.build();
    }

    private String text(String type) {
        byte[] bytes = response.body().orElseThrow(this::tooLarge);
        String lower = type.toLowerCase(Locale.ROOT);
        if (bytes.length > 0 && UNREADABLE.stream().anyMatch(lower::startsWith)) {
            throw HttpParameters.refused("The content type '" + type + "' of the response is not supported");
        }
        try {
            return charset(type).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw HttpParameters.refused("The response cannot be read as a string");
        }
    }

    private TaskFailedException tooLarge() {
        return new TaskFailedException(
                ErrorNames.DATA_LIMIT_EXCEEDED,
                "The state/task '" + resource
                        + "' returned a result with a size exceeding the maximum number of bytes service limit.");
    }

    private static Charset charset(String type) {
        Matcher charset = CHARSET.matcher(type);
        try {
            return charset.find() ? Charset.forName(charset.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static JsonNode body(String text, String type) {
        String name = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (name.equals("application/json") || name.endsWith("+json")) {
            try {
                return Json.parse(text);
            } catch (IllegalArgumentException notJson) {
                return TextNode.valueOf(text);
            }
        }
        return TextNode.valueOf(text);
    }
}
