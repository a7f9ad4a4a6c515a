package dev.asl4j.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;

/**
 * Names of attributes: OpenTelemetry's where there are any.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/registry/attributes/aws/">AWS attributes</a>
 */
final class Names {
    static final AttributeKey<String> STATE_MACHINE_ARN =
            AttributeKey.stringKey("aws.step_functions.state_machine.arn");
    static final AttributeKey<String> ACTIVITY_ARN = AttributeKey.stringKey("aws.step_functions.activity.arn");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    static final AttributeKey<String> EXECUTION_ARN = AttributeKey.stringKey("asl4j.execution.arn");
    static final AttributeKey<String> STATUS = AttributeKey.stringKey("asl4j.execution.status");
    static final AttributeKey<Boolean> REDRIVEN = AttributeKey.booleanKey("asl4j.execution.redriven");
    static final AttributeKey<String> STATE_NAME = AttributeKey.stringKey("asl4j.state.name");
    static final AttributeKey<String> RESOURCE = AttributeKey.stringKey("asl4j.task.resource");
    static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("asl4j.task.attempt");
    static final AttributeKey<Long> DELIVERY = AttributeKey.longKey("asl4j.task.delivery");

    private static final int ACCOUNT_PARTS = 5;
    private static final int MACHINE_PART = 6;

    private Names() {}

    /** {@code arn:aws:states:us-east-1:000000000000:stateMachine:order} of {@code ...:execution:order:42}. */
    static String stateMachineArn(String executionArn) {
        String[] parts = executionArn.split(":", -1);
        return parts.length > MACHINE_PART ? stateMachineArn(executionArn, parts[MACHINE_PART]) : executionArn;
    }

    static String stateMachineArn(String executionArn, String machine) {
        int end = -1;
        for (int part = 0; part < ACCOUNT_PARTS; part++) {
            end = executionArn.indexOf(':', end + 1);
            if (end < 0) {
                return executionArn;
            }
        }
        return executionArn.substring(0, end) + ":stateMachine:" + machine;
    }

    static boolean isActivity(String resource) {
        return resource.contains(":activity:") && !resource.contains(":states:::");
    }
}
