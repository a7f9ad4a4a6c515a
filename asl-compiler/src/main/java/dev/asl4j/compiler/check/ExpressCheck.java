package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.model.Distribution;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.TaskState;
import java.util.Optional;

/**
 * What runs as an Express execution, as an Express machine and the children of a distributed Map state may, neither waits for jobs, tokens
 * and activities nor is distributed itself.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">Workflow types</a>
 */
final class ExpressCheck implements Check {

    private static final String DISTRIBUTED =
            "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines";

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        boolean express = machine.executions() == Distribution.ExecutionType.EXPRESS;
        inside(machine.graphs().get(0).scope(), express, diagnostics);
    }

    // As deep as scopes are nested, which the JSON reader bounds.
    private static void inside(Scope scope, boolean express, Diagnostics diagnostics) {
        for (State state : scope.states()) {
            boolean inner = express;
            if (express && state instanceof TaskState task) {
                task.resource()
                        .accept(new Unsupported())
                        .ifPresent(fault -> report(task.resourceOrigin(), fault, diagnostics));
            } else if (state instanceof MapState map && map.distribution() != null) {
                if (express) {
                    diagnostics.report(
                            Code.NOT_IN_EXPRESS,
                            map.origin(),
                            "Express state machine does not support the distributed mode of Map states",
                            null,
                            AwsReport.of(DISTRIBUTED, map.origin()));
                }
                inner = map.distribution().executionType() == Distribution.ExecutionType.EXPRESS;
            }
            for (Scope nested : state.outline().scopes()) {
                inside(nested, inner, diagnostics);
            }
        }
    }

    private static void report(Subject resource, String fault, Diagnostics diagnostics) {
        // the words of AWS, which end in a blank about integrations
        String message = "Express state machine does not support " + fault;
        diagnostics.report(Code.NOT_IN_EXPRESS, resource, message.strip(), null, AwsReport.of(message, resource));
    }

    /** What an Express execution cannot do about a resource; empty: nothing. */
    private static final class Unsupported implements Resource.Visitor<Optional<String>> {

        @Override
        public Optional<String> lambdaFunction(Resource.LambdaFunction function) {
            return Optional.empty();
        }

        @Override
        public Optional<String> lambdaInvoke(Resource.LambdaInvoke invoke) {
            return pattern(invoke.pattern());
        }

        @Override
        public Optional<String> activity(Resource.Activity activity) {
            return Optional.of("Activity ARN");
        }

        @Override
        public Optional<String> integration(Resource.Integration integration) {
            return pattern(integration.pattern());
        }

        @Override
        public Optional<String> other(Resource.Other other) {
            return Optional.empty();
        }

        private static Optional<String> pattern(Resource.Pattern pattern) {
            return switch (pattern) {
                case REQUEST_RESPONSE -> Optional.empty();
                case SYNC, SYNC_2 -> Optional.of("'.sync' service integration ");
                case WAIT_FOR_TASK_TOKEN -> Optional.of("'.waitForTaskToken' service integration ");
            };
        }
    }
}
