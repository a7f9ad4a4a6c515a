package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.naming.NameSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The Java names of one class. All states are named first, in the order of the definition; a name once given stays. */
final class Names {
    private final NameSet methods = Reserved.methods();
    private final NameSet constants =
            NameSet.reserving(Reserved.all(List.of("TABLE", "VARIABLES"), Reserved.CONSTANTS));
    private final NameSet fields = Reserved.fields();
    private final NameSet classes = Reserved.nested();
    private final NameSet errorConstants = NameSet.reserving(List.of());
    private final Map<String, String> stateMethods = new LinkedHashMap<>();
    private final Map<String, String> resultMethods = new LinkedHashMap<>();
    private final Map<String, String> stateConstants = new LinkedHashMap<>();
    private final NameSet errorClasses = Reserved.classes();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final Map<String, WorkflowPlan.ErrorClass> exceptions = new LinkedHashMap<>();

    Names(String className, Scope main) {
        classes.take(className);
        claim(main);
    }

    private void claim(Scope scope) {
        for (State state : scope.states()) {
            String name = state.name();
            String method = methods.claim(JavaNames.method(name));
            stateMethods.put(name, method);
            if (hasSecondHalf(state)) {
                resultMethods.put(name, methods.claim(method + "Result"));
            }
            stateConstants.put(name, constants.claim(JavaNames.constant(name)));
            state.outline().scopes().forEach(this::claim);
        }
    }

    private static boolean hasSecondHalf(State state) {
        return Traits.of(state).blocking() || !state.outline().scopes().isEmpty();
    }

    /** The method of a state's first half. */
    String method(String state) {
        return Objects.requireNonNull(stateMethods.get(state), state);
    }

    /** The method of a state's second half. */
    String resultMethod(String state) {
        return Objects.requireNonNull(resultMethods.get(state), state);
    }

    /** The constant of a state's number, and of its name in {@code States}. */
    String constant(String state) {
        return Objects.requireNonNull(stateConstants.get(state), state);
    }

    /** The constant of an error name in {@code Errors}. */
    String error(String name) {
        return errors.computeIfAbsent(name, text -> errorConstants.claim(JavaNames.constant(text)));
    }

    /** The class of a declared error, in {@code Errors}. */
    WorkflowPlan.ErrorClass exception(DeclaredTasks.TaskError error) {
        return exceptions.computeIfAbsent(error.name(), name -> {
            String wish = JavaNames.nested(name, "Error");
            boolean isSaid = wish.endsWith("Exception") || wish.endsWith("Error");
            String className = errorClasses.claim(isSaid ? wish : wish + "Exception");
            return new WorkflowPlan.ErrorClass(className, error(name), name, error.description());
        });
    }

    List<WorkflowPlan.ErrorClass> exceptions() {
        return List.copyOf(exceptions.values());
    }

    String newConstant(String wish) {
        return constants.claim(wish);
    }

    String newMethod(String wish) {
        return methods.claim(wish);
    }

    String newField(String wish) {
        return fields.claim(wish);
    }

    String newClass(String wish) {
        return classes.claim(wish);
    }

    List<WorkflowPlan.Name> states() {
        return rows(stateConstants);
    }

    List<WorkflowPlan.Name> errors() {
        return rows(errors);
    }

    private static List<WorkflowPlan.Name> rows(Map<String, String> constants) {
        return constants.entrySet().stream()
                .map(entry -> new WorkflowPlan.Name(entry.getValue(), entry.getKey()))
                .toList();
    }
}
