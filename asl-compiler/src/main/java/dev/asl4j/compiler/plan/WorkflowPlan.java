package dev.asl4j.compiler.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole class, with every name chosen and everything in its order.
 *
 * @param packageName empty: none
 * @param machineName the state machine's name
 * @param fileName the definition's file name, for headers and javadoc
 * @param fingerprint of the definition
 * @param timeoutSeconds of an execution; 0: none
 * @param tasks the methods of the interface {@code Tasks}
 * @param bindings the fields that bind them
 * @param states the constants of the class {@code States}
 * @param errors the constants of the class {@code Errors}
 * @param exceptions the classes in it
 * @param failsWith the names of the errors with which an execution can fail, sorted
 * @param failsWithOthers whether it can fail with others
 * @param scopes the top level first, then the others in the order of the definition
 */
public record WorkflowPlan(
        String packageName,
        String className,
        String machineName,
        String fileName,
        String fingerprint,
        @Nullable String comment,
        long timeoutSeconds,
        List<TaskMethod> tasks,
        List<TaskBinding> bindings,
        List<Name> states,
        List<Name> errors,
        List<ErrorClass> exceptions,
        List<String> failsWith,
        boolean failsWithOthers,
        List<ScopePlan> scopes) {
    public WorkflowPlan {
        tasks = List.copyOf(tasks);
        bindings = List.copyOf(bindings);
        states = List.copyOf(states);
        errors = List.copyOf(errors);
        exceptions = List.copyOf(exceptions);
        failsWith = List.copyOf(failsWith);
        scopes = List.copyOf(scopes);
    }

    /** A constant for a name of the definition. */
    public record Name(String constant, String text) {}

    /**
     * A class for a declared error.
     *
     * @param constant the constant with its name
     * @param description null: nothing is said of it
     */
    public record ErrorClass(
            String className,
            String constant,
            String error,
            @Nullable String description) {}

    /**
     * A method of {@code Tasks}: one resource.
     *
     * @param words what the resource is: "The Lambda function"
     * @param resource its name
     * @param states the names of the states that call it
     * @param builtIn what it does unless it is overridden
     * @param async whether it gives a stage
     * @param answer the constant in {@code Answers} of the type that it is answered with from outside; null: none is declared
     * @param callback whether it is given what to answer its token with
     * @param exceptions for the errors that are declared of it
     */
    public record TaskMethod(
            String name,
            String words,
            String resource,
            List<String> states,
            BuiltIn builtIn,
            boolean async,
            @Nullable String answer,
            boolean callback,
            List<ErrorClass> exceptions) {
        public TaskMethod {
            states = List.copyOf(states);
            exceptions = List.copyOf(exceptions);
        }
    }

    /** What the runtime brings for a task. */
    public enum BuiltIn {
        /** Nothing: the user has to. */
        NONE,
        /** {@code states:startExecution} in all its forms, which takes no thread. */
        START_EXECUTION,
        /** {@code http:invoke}. */
        HTTP
    }

    /**
     * A field of type {@code Task}.
     *
     * @param method the method of {@code Tasks} it is bound to
     * @param name of the resource that the method stands for
     * @param resource the {@code Resource} as written
     * @param call how the handler is called
     * @param answer the constant in {@code Answers} of what the method can answer the token with; null: it is not given that
     * @param factory a method that makes it; null: it is made in the constructor itself
     */
    public record TaskBinding(
            String field,
            String method,
            String name,
            String resource,
            Call call,
            @Nullable String answer,
            @Nullable String factory) {}

    /** How a task's handler is called. */
    public enum Call {
        /** With the state's effective input. */
        PLAIN,
        /** With the state's effective input, to give a stage. */
        ASYNC,
        /** Through the integration {@code lambda:invoke}, as the function that the definition names. */
        LAMBDA_INVOKE,
        /** The same, to give a stage. */
        LAMBDA_INVOKE_ASYNC,
        /** Through the integration {@code lambda:invoke}, as whatever function the parameters name. */
        LAMBDA_INVOKE_ANY,
        /** The same, to give a stage. */
        LAMBDA_INVOKE_ANY_ASYNC
    }
}
