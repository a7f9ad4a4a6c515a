package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.TaskIdentity;
import dev.asl4j.compiler.naming.NameSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the tasks of a machine: one method for each resource, however many states call it. */
final class TaskPlanner {
    /** Above this, the constructor leaves the making of tasks to methods: it has to stay below 64 KB. */
    private static final int MOST_IN_CONSTRUCTOR = 250;

    private final Names names;
    private final DeclaredTasks declared;
    private final NameSet methods = NameSet.reserving(Reserved.WORDS);
    private final NameSet answers = NameSet.reserving(List.of());
    private final Map<TaskIdentity, Method> methodsByIdentity = new LinkedHashMap<>();
    private final Map<Binding, String> fields = new LinkedHashMap<>();

    TaskPlanner(Names names, DeclaredTasks declared) {
        this.names = names;
        this.declared = declared;
    }

    /**
     * A method of the interface.
     *
     * @param answer the constant of what it is answered with from outside; null: not declared
     */
    private record Method(
            String name,
            List<String> states,
            WorkflowPlan.BuiltIn builtIn,
            DeclaredTasks.Declared declared,
            @Nullable String answer) {

        /** What is given to the method to answer its token with; an activity's worker has the token alone. */
        @Nullable
        String callback() {
            return declared.answer() ? answer : null;
        }
    }

    private record Binding(TaskIdentity task, String resource, WorkflowPlan.Call call) {}

    /** The field of the task that a state calls. */
    String field(Resource resource, String state) {
        TaskIdentity identity = TaskIdentity.of(resource);
        Method method = methodsByIdentity.computeIfAbsent(identity, key -> method(key, resource));
        method.states().add(state);
        Binding binding = new Binding(identity, resource.uri(), call(resource, method));
        return fields.computeIfAbsent(binding, key -> names.newField(method.name()));
    }

    private Method method(TaskIdentity identity, Resource resource) {
        DeclaredTasks.Declared known = declared.of(identity.name());
        boolean isAnswered = known.answer() || (known.output() && resource instanceof Resource.Activity);
        return new Method(
                methods.claim(JavaNames.task(identity.name())),
                new ArrayList<>(),
                known.isOwn() ? WorkflowPlan.BuiltIn.NONE : resource.accept(new BuiltIns()),
                known,
                isAnswered ? answers.claim(JavaNames.constant(identity.name())) : null);
    }

    private static WorkflowPlan.Call call(Resource resource, Method method) {
        boolean isAsync = method.declared().async();
        if (resource instanceof Resource.LambdaInvoke invoke) {
            if (invoke.functionName() == null) {
                return isAsync ? WorkflowPlan.Call.LAMBDA_INVOKE_ANY_ASYNC : WorkflowPlan.Call.LAMBDA_INVOKE_ANY;
            }
            return isAsync ? WorkflowPlan.Call.LAMBDA_INVOKE_ASYNC : WorkflowPlan.Call.LAMBDA_INVOKE;
        }
        return switch (method.builtIn()) {
            case NONE -> isAsync ? WorkflowPlan.Call.ASYNC : WorkflowPlan.Call.PLAIN;
            case HTTP -> WorkflowPlan.Call.PLAIN;
            case START_EXECUTION -> WorkflowPlan.Call.ASYNC;
        };
    }

    List<WorkflowPlan.TaskMethod> methods() {
        List<WorkflowPlan.TaskMethod> all = new ArrayList<>();
        methodsByIdentity.forEach((identity, method) -> all.add(new WorkflowPlan.TaskMethod(
                method.name(),
                identity.words(),
                identity.name(),
                method.states(),
                method.builtIn(),
                method.declared().async(),
                method.answer(),
                method.callback() != null,
                method.declared().errors().stream().map(names::exception).toList())));
        return all;
    }

    List<WorkflowPlan.TaskBinding> bindings() {
        boolean many = fields.size() > MOST_IN_CONSTRUCTOR;
        List<WorkflowPlan.TaskBinding> all = new ArrayList<>();
        fields.forEach((binding, field) -> {
            Method method = Objects.requireNonNull(methodsByIdentity.get(binding.task()));
            all.add(new WorkflowPlan.TaskBinding(
                    field,
                    method.name(),
                    binding.task().name(),
                    binding.resource(),
                    binding.call(),
                    method.callback(),
                    many ? names.newMethod(method.name() + "Task") : null));
        });
        return all;
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
