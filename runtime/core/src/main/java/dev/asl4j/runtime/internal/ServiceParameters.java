package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.error.StateFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Step Functions itself looks at in the parameters of a service before it starts a task: with a field of the wrong shape nothing is
 * scheduled, and the state fails for good.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html">API Gateway: request format</a>
 */
final class ServiceParameters {
    private static final String API_GATEWAY = ":states:::apigateway:invoke";
    /** Each is an object of arrays of strings. */
    private static final List<String> LISTINGS = List.of("Headers", "QueryParameters");

    private ServiceParameters() {}

    /**
     * Looks at them.
     *
     * @throws StateFailure {@code States.Runtime}
     */
    static void check(String resource, JsonNode parameters) {
        if (!resource.endsWith(API_GATEWAY) && !resource.endsWith(API_GATEWAY + ".waitForTaskToken")) {
            return;
        }
        List<String> faults = new ArrayList<>();
        for (String field : LISTINGS) {
            if (!isListing(parameters.get(field))) {
                faults.add("The value of the field '" + field + "' has an invalid format");
            }
        }
        if (!faults.isEmpty()) {
            throw StateFailure.runtime("The Parameters '" + Json.write(parameters)
                    + "' could not be used to start the Task: [" + String.join(", ", faults) + "]");
        }
    }

    private static boolean isListing(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return true;
        }
        if (!value.isObject()) {
            return false;
        }
        for (JsonNode values : value) {
            if (!values.isArray()) {
                return false;
            }
        }
        return true;
    }
}
