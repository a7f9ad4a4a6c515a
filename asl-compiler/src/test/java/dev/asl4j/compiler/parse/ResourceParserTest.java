package dev.asl4j.compiler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.TaskState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which resource is what. Those that are refused are in {@code errors/}. */
final class ResourceParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arn:aws:lambda:us-east-1:123456789012:function:f             | LambdaFunction f
            arn:aws:lambda:us-east-1:123456789012:function:f:$LATEST     | LambdaFunction f
            arn:aws-cn:lambda:cn-north-1:123456789012:function:f_-1:live | LambdaFunction f_-1
            arn:aws:lambda:::function:publish                            | LambdaFunction publish
            arn:aws:states:us-east-1:123456789012:activity:a.b           | Activity a.b
            arn:aws:states:::sqs:sendMessage                             | Integration sqs sendMessage REQUEST_RESPONSE
            arn:aws-us-gov:states:::batch:submitJob.sync                 | Integration batch submitJob SYNC
            arn:aws:states:::states:startExecution.sync:2                | Integration states startExecution SYNC_2
            arn:aws:states:::aws-sdk:s3:listObjectsV2                    | Integration aws-sdk:s3 listObjectsV2 REQUEST_RESPONSE
            arn:aws:states:us-east-1:123456789012:aws-sdk:s3:getObject   | Integration aws-sdk:s3 getObject REQUEST_RESPONSE
            arn:aws:states:::aws-sdk:lambda:invoke                       | Integration aws-sdk:lambda invoke REQUEST_RESPONSE
            arn:aws:states:::http:invoke                                 | Integration http invoke REQUEST_RESPONSE
            arn:aws:states:::lambda:invoke                               | LambdaInvoke null
            arn:aws:states:::lambda:invoke.waitForTaskToken              | LambdaInvoke null WAIT_FOR_TASK_TOKEN
            arn:aws:states:::sqs:sendMessage.waitForTaskToken            | Integration sqs sendMessage WAIT_FOR_TASK_TOKEN
            arn:aws:states:::aws-sdk:sfn:startExecution.waitForTaskToken | Integration aws-sdk:sfn startExecution WAIT_FOR_TASK_TOKEN
            arn:aws:swf:us-east-1:123456789012:task:X                    | Other
            arn:x                                                        | Other
            https://example.com/task?a=b                                 | Other
            urn:task                                                     | Other
            """)
    void whatAResourceIs(String uri, String expected) {
        assertThat(resource(uri, "\"Parameters\": {},").accept(new Text())).isEqualTo(expected);
        assertThat(resource(uri, "\"Parameters\": {},").uri()).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            f                                                        | f
            f:1                                                      | f
            f:$LATEST                                                | f
            123456789012:function:f                                  | f
            123456789012:function:f:live                             | f
            arn:aws:lambda:us-east-1:123456789012:function:f         | f
            arn:aws:lambda:us-east-1:123456789012:function:f:live    | f
            function:f                                               | f
            """)
    void theFunctionOfLambdaInvoke(String functionName, String expected) {
        String parameters = "\"Parameters\": { \"FunctionName\": \"" + functionName + "\" },";
        assertThat(resource("arn:aws:states:::lambda:invoke", parameters).accept(new Text()))
                .isEqualTo("LambdaInvoke " + expected);
    }

    private static Resource resource(String uri, String fields) {
        return Definitions.state(Definitions.parse(Definitions.task(uri, fields)), TaskState.class, "T")
                .resource();
    }

    private static final class Text implements Resource.Visitor<String> {
        @Override
        public String lambdaFunction(Resource.LambdaFunction function) {
            return "LambdaFunction " + function.name();
        }

        @Override
        public String lambdaInvoke(Resource.LambdaInvoke invoke) {
            boolean waits = invoke.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN;
            return "LambdaInvoke " + invoke.functionName() + (waits ? " " + invoke.pattern() : "");
        }

        @Override
        public String activity(Resource.Activity activity) {
            return "Activity " + activity.name();
        }

        @Override
        public String integration(Resource.Integration integration) {
            return "Integration " + integration.service() + " " + integration.action() + " " + integration.pattern();
        }

        @Override
        public String other(Resource.Other other) {
            return "Other";
        }
    }
}
