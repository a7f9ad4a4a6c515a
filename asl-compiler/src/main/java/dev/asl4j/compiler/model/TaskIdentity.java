package dev.asl4j.compiler.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What makes two resources the same task.
 *
 * @param words what the resource is: "The Lambda function"
 * @param name its name: {@code charge}, {@code sqs:sendMessage}
 */
public record TaskIdentity(String words, String name) {

    /** The task that is a resource. */
    public static TaskIdentity of(Resource resource) {
        return resource.accept(new Identities());
    }

    /** The tasks that the states of a machine call, in the order of the definition. */
    public static List<TaskIdentity> of(StateMachine machine) {
        Set<TaskIdentity> found = new LinkedHashSet<>();
        visit(machine.main(), resource -> found.add(of(resource)));
        return new ArrayList<>(found);
    }

    /** The names of the tasks that a state waits for the answer of. */
    public static Set<String> awaitingTokens(StateMachine machine) {
        Set<String> found = new LinkedHashSet<>();
        visit(machine.main(), resource -> {
            if (resource.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN) {
                found.add(of(resource).name());
            }
        });
        return found;
    }

    private static void visit(Scope scope, Consumer<Resource> visitor) {
        for (State state : scope.states()) {
            if (state instanceof TaskState task) {
                visitor.accept(task.resource());
            }
            state.outline().scopes().forEach(inner -> visit(inner, visitor));
        }
    }

    private static final class Identities implements Resource.Visitor<TaskIdentity> {
        @Override
        public TaskIdentity lambdaFunction(Resource.LambdaFunction function) {
            return new TaskIdentity("The Lambda function", function.name());
        }

        @Override
        public TaskIdentity lambdaInvoke(Resource.LambdaInvoke invoke) {
            String function = invoke.functionName();
            return function == null
                    ? new TaskIdentity("The Lambda function that the parameters name, through", "lambda:invoke")
                    : new TaskIdentity("The Lambda function", function);
        }

        @Override
        public TaskIdentity activity(Resource.Activity activity) {
            return new TaskIdentity("The activity", activity.name());
        }

        @Override
        public TaskIdentity integration(Resource.Integration integration) {
            String action = integration.action() + integration.pattern().suffix();
            return new TaskIdentity("The service integration", integration.service() + ":" + action);
        }

        @Override
        public TaskIdentity other(Resource.Other other) {
            return new TaskIdentity("The resource", other.uri());
        }
    }
}
