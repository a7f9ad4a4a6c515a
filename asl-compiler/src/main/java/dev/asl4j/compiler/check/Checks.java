package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.model.Distribution;
import dev.asl4j.compiler.model.StateMachine;
import java.util.List;

/** All rules, in the order of this list. */
public final class Checks {

    private static final List<Check> ALL = List.of(
            new StateNameCheck(),
            new TransitionCheck(),
            new ReachabilityCheck(),
            new TerminalStateCheck(),
            new DeadEndCheck(),
            new EndlessLoopCheck(),
            new BusyLoopCheck(),
            new ChoiceRulesCheck(),
            new StatesAllCheck(),
            new HeartbeatCheck(),
            new TimeoutCheck(),
            new RetryTimeCheck(),
            new EventCountCheck(),
            new LoopEventsCheck(),
            new TimestampCheck(),
            new PatternCheck(),
            new FailTextCheck(),
            new LiteralPathCheck(),
            new OtherLanguageCheck(),
            new LabelCheck(),
            new ExpressCheck(),
            new ErrorNameCheck(),
            new HandlerOrderCheck(),
            new UnhandledErrorCheck(),
            new IntegrationCheck(),
            new VariableScopeCheck(),
            new VariableReadCheck(),
            new TypeCheck(),
            new TemplateRootCheck(),
            new PortableErrorCheck(),
            new PortableMeaningCheck(),
            new VariableFlowCheck(),
            new UnusedVariableCheck());

    private Checks() {}

    /** Holds the definition of a Standard machine against every rule. */
    public static void check(StateMachine machine, Diagnostics diagnostics) {
        check(machine, Distribution.ExecutionType.STANDARD, diagnostics);
    }

    /**
     * Holds a definition against every rule.
     *
     * @param executions how executions of the machine run
     */
    public static void check(StateMachine machine, Distribution.ExecutionType executions, Diagnostics diagnostics) {
        Machine view = Machine.of(machine, executions, diagnostics);
        for (Check check : ALL) {
            if (isHeard(check, view.file(), diagnostics)) {
                check.check(view, diagnostics);
            }
        }
    }

    private static boolean isHeard(Check check, String file, Diagnostics diagnostics) {
        return check.rules().isEmpty() || check.rules().stream().anyMatch(rule -> diagnostics.isHeard(rule, file));
    }
}
