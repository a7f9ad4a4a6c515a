package dev.asl4j.compiler.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.asl4j.compiler.plan.Signatures;
import dev.asl4j.compiler.plan.WorkflowPlan;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The interface {@code Tasks}, which the user implements, and the fields that bind its methods. */
final class TaskInterfaceGenerator {
    /** More states than these are counted, not named. */
    private static final int MOST_NAMED = 5;

    private final WorkflowPlan plan;
    private final Speller speller;
    private final Signatures signatures;
    private final BorderSpeller borders;
    private final ClassName tasks;

    TaskInterfaceGenerator(WorkflowPlan plan, Signatures signatures, Speller speller) {
        this.plan = plan;
        this.signatures = signatures;
        this.borders = new BorderSpeller(signatures);
        this.speller = speller;
        this.tasks = ClassName.get(plan.packageName(), plan.className(), "Tasks");
    }

    void addFields(TypeSpec.Builder type) {
        for (WorkflowPlan.TaskBinding binding : plan.bindings()) {
            type.addField(RuntimeTypes.TASK, binding.field(), Modifier.PRIVATE, Modifier.FINAL);
        }
    }

    /** Without tasks, the constructor has no parameter. */
    void addParameter(MethodSpec.Builder constructor) {
        if (!plan.tasks().isEmpty()) {
            constructor.addParameter(tasks, "tasks");
        }
    }

    /** {@code validate = Task.of("arn:...", DataType.JSON, DataType.JSON, tasks::validate);}, checked types on lines of their own. */
    void addAssignments(MethodSpec.Builder constructor) {
        for (WorkflowPlan.TaskBinding binding : plan.bindings()) {
            CodeBlock task = binding.factory() == null ? task(binding) : CodeBlock.of("$L(tasks)", binding.factory());
            constructor.addStatement("$L = $L", binding.field(), task);
        }
    }

    private CodeBlock task(WorkflowPlan.TaskBinding binding) {
        String method = switch (binding.call()) {
            case PLAIN -> "of";
            case ASYNC -> "async";
            case LAMBDA_INVOKE -> "lambdaInvoke";
            case LAMBDA_INVOKE_ASYNC -> "lambdaInvokeAsync";
            case LAMBDA_INVOKE_ANY -> "lambdaInvokeAny";
            case LAMBDA_INVOKE_ANY_ASYNC -> "lambdaInvokeAnyAsync";
        };
        Signatures.Signature signature = signatures.task(binding.name());
        boolean isChecked =
                signature.input().schema() != null || signature.output().schema() != null;
        return CodeBlock.of(
                isChecked ? "$T.$L(\n$L,\n$L,\n$L,\n$L)" : "$T.$L(\n$L, $L, $L, $L)",
                RuntimeTypes.TASK,
                method,
                speller.string(binding.resource()),
                borders.dataType(signature.input()),
                borders.dataType(signature.output()),
                handler(binding));
    }

    /** {@code tasks::charge}; {@code (input, task) -> tasks.approve(input, task, Task.callback(task, Answers.APPROVE))} */
    private static CodeBlock handler(WorkflowPlan.TaskBinding binding) {
        return binding.answer() == null
                ? CodeBlock.of("tasks::$L", binding.method())
                : CodeBlock.of(
                        "(input, task) -> tasks.$L(input, task, $T.callback(task, Answers.$L))",
                        binding.method(),
                        RuntimeTypes.TASK,
                        binding.answer());
    }

    /** Methods that make tasks, where they are too many for the constructor. */
    void addFactories(TypeSpec.Builder type) {
        for (WorkflowPlan.TaskBinding binding : plan.bindings()) {
            String factory = binding.factory();
            if (factory != null) {
                type.addMethod(MethodSpec.methodBuilder(factory)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(RuntimeTypes.TASK)
                        .addParameter(tasks, "tasks")
                        .addStatement("return $L", task(binding))
                        .build());
            }
        }
    }

    /** Whether the runtime has all tasks built in, so that nobody has to give any. */
    boolean allBuiltIn() {
        return !plan.tasks().isEmpty()
                && plan.tasks().stream().noneMatch(task -> task.builtIn() == WorkflowPlan.BuiltIn.NONE);
    }

    /**
     * <pre>{@code
     * public interface Tasks {
     *   JsonNode validate(JsonNode input, TaskContext task) throws Exception;
     *
     *   default CompletionStage<JsonNode> statesStartExecutionSync(JsonNode input, TaskContext task) throws Exception {
     *     return task.startExecution(input);
     *   }
     * }
     * }</pre>
     */
    void addInterface(TypeSpec.Builder type) {
        if (plan.tasks().isEmpty()) {
            return;
        }
        TypeSpec.Builder builder = TypeSpec.interfaceBuilder("Tasks")
                .addJavadoc("The work of the state machine: a method for each resource.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC);
        for (WorkflowPlan.TaskMethod task : plan.tasks()) {
            builder.addMethod(method(task));
        }
        type.addType(builder.build());
    }

    /**
     * <pre>{@code
     * public static final class Answers {
     *   public static final DataType<Approval> APPROVE = DataType.of(Approval.class);
     *
     *   private Answers() {}
     * }
     * }</pre>
     */
    void addAnswers(TypeSpec.Builder type) {
        if (plan.tasks().stream().allMatch(task -> task.answer() == null)) {
            return;
        }
        TypeSpec.Builder answers = TypeSpec.classBuilder("Answers")
                .addJavadoc("What task tokens and activities are answered with, for {@code Engine.sendTaskSuccess}.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        for (WorkflowPlan.TaskMethod task : plan.tasks()) {
            if (task.answer() != null) {
                answers.addField(answer(task.answer(), task));
            }
        }
        type.addType(answers.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build());
    }

    private FieldSpec answer(String constant, WorkflowPlan.TaskMethod task) {
        Signatures.Signature signature = signatures.task(task.resource());
        Signatures.Border answer = task.callback() ? signature.answer() : signature.output();
        TypeName type = ParameterizedTypeName.get(RuntimeTypes.DATA_TYPE, borders.type(answer));
        return FieldSpec.builder(type, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Of the task $L.", Comments.code(task.resource()))
                .initializer(borders.dataType(answer))
                .build();
    }

    private MethodSpec method(WorkflowPlan.TaskMethod task) {
        Signatures.Signature signature = signatures.task(task.resource());
        MethodSpec.Builder method = MethodSpec.methodBuilder(task.name())
                .addJavadoc("$L", javadoc(task))
                .addModifiers(Modifier.PUBLIC)
                .addParameter(borders.type(signature.input()), "input")
                .addParameter(RuntimeTypes.TASK_CONTEXT, "task")
                .addException(Exception.class);
        TypeName output = borders.type(signature.output());
        if (task.callback()) {
            TypeName answer = borders.type(signature.answer());
            method.addParameter(ParameterizedTypeName.get(RuntimeTypes.TASK_CALLBACK, answer), "callback");
        }
        return switch (task.builtIn()) {
            case HTTP ->
                method.addModifiers(Modifier.DEFAULT)
                        .returns(RuntimeTypes.JSON_NODE)
                        .addStatement("return $T.standard().handle(input, task)", RuntimeTypes.HTTP_TASK)
                        .build();
            case NONE ->
                method.addModifiers(Modifier.ABSTRACT)
                        .returns(task.async() ? stage(output) : output)
                        .build();
            case START_EXECUTION ->
                method.addModifiers(Modifier.DEFAULT)
                        .returns(stage(RuntimeTypes.JSON_NODE))
                        .addStatement("return task.startExecution(input)")
                        .build();
        };
    }

    private static TypeName stage(TypeName result) {
        return ParameterizedTypeName.get(RuntimeTypes.COMPLETION_STAGE, result);
    }

    private static String javadoc(WorkflowPlan.TaskMethod task) {
        List<String> states = task.states();
        String callers = states.stream().limit(MOST_NAMED).map(Comments::code).collect(Collectors.joining(", "));
        String more = states.size() > MOST_NAMED ? " and " + (states.size() - MOST_NAMED) + " more" : "";
        String text = task.words() + " " + Comments.code(task.resource()) + ", called by " + callers + more + ".";
        return switch (task.builtIn()) {
            case NONE -> text + answered(task) + failures(task);
            case HTTP ->
                text
                        + "\n\n<p>Unless overridden, it calls the API, for which {@code HttpTask.builder()} makes a handler "
                        + "with connections.";
            case START_EXECUTION -> text + "\n\n<p>Unless overridden, it runs another workflow of the same engine.";
        };
    }

    private static String answered(WorkflowPlan.TaskMethod task) {
        return task.callback()
                ? "\n\n<p>It gives the first answer; the result is what the token is answered with, by {@code callback} or "
                        + "with {@link Answers#" + task.answer() + "}."
                : "";
    }

    private static String failures(WorkflowPlan.TaskMethod task) {
        StringBuilder text = new StringBuilder();
        for (WorkflowPlan.ErrorClass error : task.exceptions()) {
            String description = error.description();
            text.append(text.isEmpty() ? "\n\n" : "\n")
                    .append("@throws Errors.")
                    .append(error.className())
                    .append(' ')
                    .append(
                            description == null || description.isBlank()
                                    ? Comments.code(error.error())
                                    : Comments.paragraph(description));
        }
        return text.toString();
    }
}
