package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.model.Variables;
import java.util.List;

/** Plans the class for a state machine that was found to be free of errors. */
public final class WorkflowPlanner {
    /** States of a machine, in all scopes: each takes constants of the one class they share. */
    private static final int MOST_STATES = 10_000;

    private static final int MOST_SCOPES = 3_000;
    private static final int MOST_TASKS = 5_000;
    private static final int MOST_VARIABLES = 5_000;

    /** Names in one initializer: nobody reads more, and a class has no room for all that a machine may have. */
    private static final int MOST_FAILURES = 500;

    private final String packageName;
    private final String className;
    private final String fileName;
    private final String fingerprint;
    private final Diagnostics diagnostics;

    /**
     * A planner for one definition.
     *
     * @param packageName of the class; empty: none
     * @param className of the class, see {@link JavaNames#className}
     * @param fileName of the definition, without its folders
     * @param fingerprint of the definition's content
     * @param diagnostics hears of what a Java class has no room for
     */
    public WorkflowPlanner(
            String packageName, String className, String fileName, String fingerprint, Diagnostics diagnostics) {
        this.packageName = packageName;
        this.className = className;
        this.fileName = fileName;
        this.fingerprint = fingerprint;
        this.diagnostics = diagnostics;
    }

    /**
     * The plan; not to be generated from if an error was reported.
     *
     * @param failsWith the names of the errors with which an execution can fail, sorted
     * @param failsWithOthers whether it can fail with others
     * @param declared what is declared of its tasks
     */
    public WorkflowPlan plan(
            StateMachine machine, List<String> failsWith, boolean failsWithOthers, DeclaredTasks declared) {
        Names names = new Names(className, machine.main());
        TaskPlanner tasks = new TaskPlanner(names, declared);
        Slots slots = new Slots(names, Variables.of(machine));
        List<ScopePlan> scopes = new ScopePlanner(names, tasks, slots, diagnostics).plan(machine.main());
        List<WorkflowPlan.TaskMethod> methods = tasks.methods();
        WorkflowPlan plan = new WorkflowPlan(
                packageName,
                className,
                machine.name(),
                fileName,
                fingerprint,
                machine.comment(),
                machine.timeoutSeconds(),
                methods,
                tasks.bindings(),
                names.states(),
                names.errors(),
                names.exceptions(),
                failsWith.subList(0, Math.min(failsWith.size(), MOST_FAILURES)),
                failsWithOthers || failsWith.size() > MOST_FAILURES,
                scopes);
        judge(machine, plan.states().size(), MOST_STATES, "states");
        judge(machine, plan.scopes().size(), MOST_SCOPES, "branches and item processors");
        judge(machine, plan.bindings().size(), MOST_TASKS, "tasks");
        int variables =
                scopes.stream().mapToInt(scope -> scope.variables().size()).sum();
        judge(machine, variables, MOST_VARIABLES, "variables");
        return plan;
    }

    private void judge(StateMachine machine, int count, int most, String what) {
        if (count > most) {
            String message = "the state machine has " + count + " " + what + "; " + most + " can be compiled";
            diagnostics.report(
                    Code.TOO_LARGE, machine.main().origin(), message, "take it apart into several state machines");
        }
    }
}
