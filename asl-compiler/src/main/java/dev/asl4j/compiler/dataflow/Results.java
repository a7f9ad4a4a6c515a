package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.shape.ObjectShape;
import dev.asl4j.compiler.shape.Origin;
import dev.asl4j.compiler.shape.Shape;
import dev.asl4j.compiler.types.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What tasks give: what is declared of them, in what the integration wraps it in. Members of answers that AWS may add to are described,
 * no more.
 *
 * @param origin the state
 */
record Results(Declared declared, Origin origin) implements Resource.Visitor<Shape> {
    private static final Shape STRING = Shape.of(ValueType.STRING);
    private static final Shape NUMBER = Shape.of(ValueType.NUMBER);
    private static final Shape OBJECT = Shape.of(ValueType.OBJECT);

    @Override
    public Shape lambdaFunction(Resource.LambdaFunction function) {
        return declared.result(function, origin);
    }

    /** The function's answer is in {@code Payload}; the answer to a token stands alone. */
    @Override
    public Shape lambdaInvoke(Resource.LambdaInvoke invoke) {
        if (invoke.pattern() != Resource.Pattern.REQUEST_RESPONSE) {
            return declared.answer(invoke, origin);
        }
        Shape payload = declared.result(invoke, origin);
        Map<String, Shape> fields = metadata();
        fields.put("ExecutedVersion", STRING);
        fields.put("FunctionError", STRING.orMissing());
        fields.put("LogResult", STRING.orMissing());
        fields.put("Payload", payload);
        fields.put("StatusCode", NUMBER);
        return Shape.object(fields).by(origin);
    }

    @Override
    public Shape activity(Resource.Activity activity) {
        return declared.result(activity, origin);
    }

    @Override
    public Shape other(Resource.Other other) {
        return declared.result(other, origin);
    }

    @Override
    public Shape integration(Resource.Integration integration) {
        if (integration.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN) {
            return declared.answer(integration, origin);
        }
        Shape result = declared.result(integration, origin);
        return result.equals(Shape.ANY) ? known(integration) : result;
    }

    private Shape known(Resource.Integration integration) {
        String action = integration.service() + ":" + integration.action();
        return switch (integration.pattern()) {
            case WAIT_FOR_TASK_TOKEN -> Shape.ANY;
            case SYNC -> action.equals("states:startExecution") ? ended(STRING) : Shape.ANY;
            case SYNC_2 -> action.equals("states:startExecution") ? ended(Shape.ANY) : Shape.ANY;
            case REQUEST_RESPONSE ->
                switch (action) {
                    case "states:startExecution" -> started(metadata());
                    case "aws-sdk:sfn:startExecution" -> started(new LinkedHashMap<>());
                    case "http:invoke", "apigateway:invoke" -> answered();
                    default -> Shape.ANY;
                };
        };
    }

    private static Map<String, Shape> metadata() {
        Map<String, Shape> fields = new LinkedHashMap<>();
        fields.put("SdkHttpMetadata", OBJECT);
        fields.put("SdkResponseMetadata", OBJECT);
        return fields;
    }

    private Shape started(Map<String, Shape> fields) {
        fields.put("ExecutionArn", STRING);
        fields.put("StartDate", Shape.of(ValueType.STRING, ValueType.NUMBER));
        return described(fields);
    }

    /** @param data of {@code .sync} text, of {@code .sync:2} JSON */
    private Shape ended(Shape data) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        fields.put("ExecutionArn", STRING);
        fields.put("Input", data);
        fields.put("InputDetails", OBJECT.orMissing());
        fields.put("Name", STRING);
        fields.put("Output", data.orMissing());
        fields.put("OutputDetails", OBJECT.orMissing());
        fields.put("StartDate", Shape.of(ValueType.STRING, ValueType.NUMBER));
        fields.put("StateMachineArn", STRING);
        fields.put("Status", STRING);
        fields.put("StopDate", Shape.of(ValueType.STRING, ValueType.NUMBER));
        for (String name : new String[] {
            "Cause",
            "Error",
            "MapRunArn",
            "RedriveDate",
            "RedriveStatus",
            "RedriveStatusReason",
            "TraceHeader",
            "StateMachineAliasArn",
            "StateMachineVersionArn"
        }) {
            fields.put(name, STRING.orMissing());
        }
        fields.put("RedriveCount", NUMBER.orMissing());
        return described(fields);
    }

    private Shape answered() {
        Map<String, Shape> fields = new LinkedHashMap<>();
        fields.put("Headers", OBJECT);
        fields.put("ResponseBody", Shape.ANYTHING);
        fields.put("StatusCode", NUMBER);
        fields.put("StatusText", STRING.orMissing());
        return described(fields);
    }

    private Shape described(Map<String, Shape> fields) {
        return Shape.object(new ObjectShape(fields, null, true)).by(origin);
    }
}
