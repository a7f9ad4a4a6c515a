package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.TaskIdentity;
import dev.asl4j.compiler.naming.NameSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the tasks of a machine: one method for each resource, however many states call it. */
final class TaskPlanner {
    /** Above this, the constructor leaves the making of tasks to methods: it has to stay below 64 KB. */
    private static final int MOST_IN_CONSTRUCTOR = 250;

    private final Names names;
    private final DeclaredTasks declared;
    private final NameSet methods = NameSet.reserving(Reserved.WORDS);
    private final Map<TaskIdentity, Method> methodsByIdentity = new LinkedHashMap<>();
    private final Map<Binding, String> fields = new LinkedHashMap<>();

    TaskPlanner(Names names, DeclaredTasks declared) {
        this.names = names;
        this.declared = declared;
    }

    private record Method(String name, List<String> states, WorkflowPlan.BuiltIn builtIn) {}

    private record Binding(String method, String name, String resource, WorkflowPlan.Call call) {}

    /** The field of the task that a state calls. */
    String field(Resource resource, String state) {
        TaskIdentity identity = TaskIdentity.of(resource);
        Method method = methodsByIdentity.computeIfAbsent(
                identity,
                key -> new Method(
                        methods.claim(JavaNames.task(key.name())), new ArrayList<>(), builtIn(key, resource)));
        method.states().add(state);
        Binding binding = new Binding(method.name(), identity.name(), resource.uri(), call(resource, method.builtIn()));
        return fields.computeIfAbsent(binding, key -> names.newField(key.method()));
    }

    /** What the runtime brings works on JSON. */
    private WorkflowPlan.BuiltIn builtIn(TaskIdentity identity, Resource resource) {
        return declared.typed().contains(identity.name()) ? WorkflowPlan.BuiltIn.NONE : resource.accept(new BuiltIns());
    }

    private static WorkflowPlan.Call call(Resource resource, WorkflowPlan.BuiltIn builtIn) {
        if (resource instanceof Resource.LambdaInvoke invoke) {
            return invoke.functionName() == null
                    ? WorkflowPlan.Call.LAMBDA_INVOKE_ANY
                    : WorkflowPlan.Call.LAMBDA_INVOKE;
        }
        return switch (builtIn) {
            case NONE, HTTP -> WorkflowPlan.Call.PLAIN;
            case START_EXECUTION -> WorkflowPlan.Call.ASYNC;
        };
    }

    /** How the task answers: at once, when its job is done, or when somebody answers to its token. */
    static Resource.Pattern pattern(Resource resource) {
        return resource.accept(new Patterns());
    }

    List<WorkflowPlan.TaskMethod> methods() {
        List<WorkflowPlan.TaskMethod> all = new ArrayList<>();
        methodsByIdentity.forEach((identity, method) -> all.add(new WorkflowPlan.TaskMethod(
                method.name(),
                identity.words(),
                identity.name(),
                method.states(),
                method.builtIn(),
                declared.errors().getOrDefault(identity.name(), List.of()).stream()
                        .map(names::exception)
                        .toList())));
        return all;
    }

    List<WorkflowPlan.TaskBinding> bindings() {
        boolean many = fields.size() > MOST_IN_CONSTRUCTOR;
        List<WorkflowPlan.TaskBinding> all = new ArrayList<>();
        fields.forEach((binding, field) -> all.add(new WorkflowPlan.TaskBinding(
                field,
                binding.method(),
                binding.name(),
                binding.resource(),
                binding.call(),
                many ? names.newMethod(binding.method() + "Task") : null)));
        return all;
    }

    private static final class Patterns implements Resource.Visitor<Resource.Pattern> {
        @Override
        public Resource.Pattern lambdaFunction(Resource.LambdaFunction function) {
            return Resource.Pattern.REQUEST_RESPONSE;
        }

        @Override
        public Resource.Pattern lambdaInvoke(Resource.LambdaInvoke invoke) {
            return invoke.pattern();
        }

        @Override
        public Resource.Pattern activity(Resource.Activity activity) {
            return Resource.Pattern.REQUEST_RESPONSE;
        }

        @Override
        public Resource.Pattern integration(Resource.Integration integration) {
            return integration.pattern();
        }

        @Override
        public Resource.Pattern other(Resource.Other other) {
            return Resource.Pattern.REQUEST_RESPONSE;
        }
    }

    private static final class BuiltIns implements Resource.Visitor<WorkflowPlan.BuiltIn> {
        @Override
        public WorkflowPlan.BuiltIn lambdaFunction(Resource.LambdaFunction function) {
            return WorkflowPlan.BuiltIn.NONE;
        }

        @Override
        public WorkflowPlan.BuiltIn lambdaInvoke(Resource.LambdaInvoke invoke) {
            return WorkflowPlan.BuiltIn.NONE;
        }

        @Override
        public WorkflowPlan.BuiltIn activity(Resource.Activity activity) {
            return WorkflowPlan.BuiltIn.NONE;
        }

        @Override
        public WorkflowPlan.BuiltIn integration(Resource.Integration integration) {
            return switch (integration.service() + ":" + integration.action()) {
                case "states:startExecution" -> WorkflowPlan.BuiltIn.START_EXECUTION;
                case "http:invoke" -> WorkflowPlan.BuiltIn.HTTP;
                default -> WorkflowPlan.BuiltIn.NONE;
            };
        }

        @Override
        public WorkflowPlan.BuiltIn other(Resource.Other other) {
            return WorkflowPlan.BuiltIn.NONE;
        }
    }
}
