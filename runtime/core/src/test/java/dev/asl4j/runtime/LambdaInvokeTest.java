package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.testing.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The integration {@code lambda:invoke}: what the handler is given and how its result is wrapped. */
final class LambdaInvokeTest {
    private static final String RESOURCE = "arn:aws:states:::lambda:invoke";

    private final List<JsonNode> given = new ArrayList<>();
    private final Task named = Task.lambdaInvoke(RESOURCE, DataType.JSON, DataType.JSON, (input, call) -> {
        given.add(input);
        return input;
    });

    @Test
    void theHandlerGetsThePayloadAndTheResultIsWrapped() {
        JsonNode output = run(named, "{'FunctionName': 'f', 'Payload': {'ä': 1}}");
        assertThat(given).containsExactly(json("{'ä': 1}"));
        JsonNode http = output.get("SdkHttpMetadata");
        String requestId = output.at("/SdkResponseMetadata/RequestId").asText();
        assertThat(requestId).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(output.fieldNames())
                .toIterable()
                .containsExactly("ExecutedVersion", "Payload", "SdkHttpMetadata", "SdkResponseMetadata", "StatusCode");
        assertThat(output.get("ExecutedVersion")).isEqualTo(json("'$LATEST'"));
        assertThat(output.get("Payload")).isEqualTo(json("{'ä': 1}"));
        assertThat(output.get("StatusCode")).isEqualTo(json("200"));
        assertThat(http.get("HttpStatusCode")).isEqualTo(json("200"));
        JsonNode headers = http.get("HttpHeaders");
        assertThat(headers.get("x-amzn-RequestId").asText()).isEqualTo(requestId);
        assertThat(headers.get("Content-Length")).isEqualTo(json("'8'")); // bytes, not characters
        assertThat(headers.get("Date")).isEqualTo(json("'Thu, 01 Jan 2026 00:00:00 GMT'"));
        assertThat(headers.get("X-Amzn-Trace-Id").asText()).matches("Root=1-6955b900-[0-9a-f]{24};Sampled=0");
        headers.properties()
                .forEach(header -> assertThat(http.get("AllHttpHeaders").get(header.getKey()))
                        .isEqualTo(json("[" + header.getValue() + "]")));
    }

    @Test
    void aMissingOrNullPayloadIsAnEmptyObject() {
        run(named, "{'FunctionName': 'f'}");
        run(named, "{'FunctionName': 'f', 'Payload': null}");
        assertThat(given).containsExactly(json("{}"), json("{}"));
    }

    @Test
    void aHandlerForAllFunctionsGetsTheWholeParameters() {
        Task any = Task.lambdaInvokeAny(
                RESOURCE, DataType.JSON, DataType.JSON, (input, call) -> input.get("FunctionName"));
        assertThat(run(any, "{'FunctionName': 'f', 'Payload': 1}").get("Payload"))
                .isEqualTo(json("'f'"));
    }

    private static JsonNode run(Task task, String parameters) {
        return states().task("Invoke", task, END).workflow().run(json(parameters), VirtualTime.startingAt(START));
    }
}
