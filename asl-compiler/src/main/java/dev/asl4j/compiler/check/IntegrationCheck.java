package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service integration exists, can be called in the way it is, and has its parameters. Of AWS's SDK only the form of the name is known:
 * there are too many actions, and more every week.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html">Integrating optimized services</a>
 */
final class IntegrationCheck implements Check {

    private static final String SDK = "aws-sdk:";
    private static final Pattern SDK_SERVICE = Pattern.compile("[a-z][a-z0-9]*");
    private static final Pattern SDK_ACTION = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final Integrations integrations = Integrations.read();

    /** How an integration is called. */
    private record Call(String service, String action, Resource.Pattern pattern) {
        String name() {
            return service + ":" + action;
        }
    }

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (State state : machine.states()) {
            if (state instanceof TaskState task) {
                task.resource().accept(new Calls()).ifPresent(call -> check(call, task, diagnostics));
            }
        }
    }

    private void check(Call call, TaskState task, Diagnostics diagnostics) {
        if (call.service().startsWith(SDK)) {
            checkSdk(call, task, diagnostics);
            return;
        }
        Integrations.Action action = integrations.action(call.service(), call.action());
        if (action == null) {
            String message = "there is no service integration " + Quotes.quote(call.name());
            report(message, unknown(call), task, diagnostics);
        } else if (!action.patterns().contains(call.pattern())) {
            report(unsupported(call), ways(call, action), task, diagnostics);
        } else {
            new ParameterCheck(call.name(), action, diagnostics).check(task);
        }
    }

    private @Nullable String unknown(Call call) {
        String near = Suggestions.didYouMean(call.name(), integrations.namesNear(call.service()));
        if (near != null) {
            return near;
        }
        String sdk = "an action of AWS's SDK is called by \"" + SDK + call.name() + "\"";
        List<String> names = integrations.namesNear(call.service());
        return integrations.hasService(call.service()) && names.size() <= 4
                ? call.service() + " has " + Suggestions.oneOf(quoted(names)).replace(" or ", " and ") + "; " + sdk
                : sdk;
    }

    private static List<String> quoted(List<String> names) {
        return names.stream().map(Quotes::quote).toList();
    }

    private static String unsupported(Call call) {
        return call.pattern() == Resource.Pattern.REQUEST_RESPONSE
                ? Quotes.quote(call.name()) + " cannot be called without waiting for the job"
                : Quotes.quote(call.name()) + " cannot be called with "
                        + Quotes.quote(call.pattern().suffix());
    }

    private static String ways(Call call, Integrations.Action action) {
        List<String> ways = new ArrayList<>();
        for (Resource.Pattern pattern : action.patterns()) {
            ways.add(Quotes.quote(call.name() + pattern.suffix()));
        }
        return "it can be called as " + Suggestions.oneOf(ways);
    }

    private static void checkSdk(Call call, TaskState task, Diagnostics diagnostics) {
        String service = call.service().substring(SDK.length());
        if (!SDK_SERVICE.matcher(service).matches()) {
            String message = Quotes.quote(service)
                    + " cannot be the name of a service in AWS's SDK, which is all small letters and digits";
            report(message, null, task, diagnostics);
        } else if (!SDK_ACTION.matcher(call.action()).matches()) {
            String message = Quotes.quote(call.action())
                    + " cannot be the name of an action, which starts with a small letter: \"putItem\"";
            report(message, null, task, diagnostics);
        } else if (call.pattern() == Resource.Pattern.SYNC || call.pattern() == Resource.Pattern.SYNC_2) {
            report(unsupported(call), "actions of AWS's SDK do not wait for jobs", task, diagnostics);
        }
    }

    private static void report(String message, @Nullable String hint, TaskState task, Diagnostics diagnostics) {
        String aws = "The resource provided " + task.resource().uri()
                + " is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.";
        diagnostics.report(
                Code.UNKNOWN_INTEGRATION,
                task.resourceOrigin(),
                message,
                hint,
                AwsReport.of(aws, task.resourceOrigin()));
    }

    private static final class Calls implements Resource.Visitor<Optional<Call>> {

        @Override
        public Optional<Call> lambdaFunction(Resource.LambdaFunction function) {
            return Optional.empty();
        }

        @Override
        public Optional<Call> lambdaInvoke(Resource.LambdaInvoke invoke) {
            return Optional.of(new Call("lambda", "invoke", invoke.pattern()));
        }

        @Override
        public Optional<Call> activity(Resource.Activity activity) {
            return Optional.empty();
        }

        @Override
        public Optional<Call> integration(Resource.Integration integration) {
            return Optional.of(new Call(integration.service(), integration.action(), integration.pattern()));
        }

        @Override
        public Optional<Call> other(Resource.Other other) {
            return Optional.empty();
        }
    }
}
