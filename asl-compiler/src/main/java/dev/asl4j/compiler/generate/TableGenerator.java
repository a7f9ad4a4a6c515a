package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.Retrier;
import dev.asl4j.compiler.plan.ScopePlan;
import dev.asl4j.compiler.plan.StatePlan;
import java.util.List;

/** The rows of a scope's state table: types, names, Retry, Catch. */
final class TableGenerator {
    private final Speller speller;

    TableGenerator(Speller speller) {
        this.speller = speller;
    }

    /**
     * <pre>{@code
     * .state(StateType.TASK, States.CHARGE)
     * .retry(Retrier.on(Errors.STATES_TIMEOUT).intervalSeconds(2).maxAttempts(5))
     * .caught(
     *     Catcher.on(Errors.STATES_ALL)
     *         .next(NOTIFY, (frame, error) -> put(frame.input(), error, "$.error", STATE_ERROR)))
     * }</pre>
     */
    CodeBlock rows(ScopePlan.Slice slice, List<ScopePlan.StateCode> states) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (ScopePlan.StateCode state : states) {
            code.add(
                    "\n.state($T.$L, States.$L)",
                    RuntimeTypes.STATE_TYPE,
                    state.plan().heading().type().name(),
                    state.plan().heading().constant());
            if (state.plan() instanceof StatePlan.Task task) {
                code.add(token(task.pattern()));
            }
            if (!state.retriers().isEmpty()) {
                CodeBlock retriers =
                        state.retriers().stream().map(this::retrier).collect(CodeBlock.joining(",\n"));
                code.add(call("retry", retriers, state.retriers().size() > 1));
            }
            if (!state.catchers().isEmpty()) {
                CodeBlock catchers = state.catchers().stream()
                        .map(catcher -> catcher(slice, catcher))
                        .collect(CodeBlock.joining(",\n"));
                code.add(call("caught", catchers, state.catchers().size() > 1));
            }
        }
        return code.build();
    }

    /** What the runtime has to know of a task that has a token. */
    private static String token(Resource.Pattern pattern) {
        return switch (pattern) {
            case REQUEST_RESPONSE -> "";
            case SYNC, SYNC_2 -> "\n.runsJob()";
            case WAIT_FOR_TASK_TOKEN -> "\n.waitsForToken()";
        };
    }

    private static CodeBlock call(String method, CodeBlock arguments, boolean many) {
        return CodeBlock.of(many ? "\n.$L($>$>\n$L$<$<)" : "\n.$L($L)", method, arguments);
    }

    private CodeBlock retrier(ScopePlan.RetrierPlan retrier) {
        Retrier settings = retrier.settings();
        CodeBlock.Builder code = CodeBlock.builder().add("$T.on($L)", RuntimeTypes.RETRIER, errors(retrier.errors()));
        if (settings.intervalSeconds() != 1) {
            code.add(".intervalSeconds($L)", settings.intervalSeconds());
        }
        if (settings.maxAttempts() != 3) {
            code.add(".maxAttempts($L)", settings.maxAttempts());
        }
        if (Double.compare(settings.backoffRate(), 2.0) != 0) {
            code.add(".backoffRate($L)", Double.toString(settings.backoffRate()));
        }
        Long maxDelay = settings.maxDelaySeconds();
        if (maxDelay != null) {
            code.add(".maxDelaySeconds($L)", maxDelay);
        }
        return switch (settings.jitter()) {
            case NONE -> code.build();
            case FULL -> code.add(".fullJitter()").build();
        };
    }

    private CodeBlock catcher(ScopePlan.Slice slice, ScopePlan.CatcherPlan catcher) {
        return CodeBlock.of(
                "$T.on($L)$>$>\n.next($L, (frame, error) -> $L)$<$<",
                RuntimeTypes.CATCHER,
                errors(catcher.errors()),
                catcher.next(),
                output(slice, catcher));
    }

    /** What goes out, or {@code chargeCaught(frame, error)}, which may stand in the class of a slice. */
    private CodeBlock output(ScopePlan.Slice slice, ScopePlan.CatcherPlan catcher) {
        if (catcher.method() == null) {
            return speller.value(catcher.move().output());
        }
        String owner = slice.className() == null ? "" : slice.className() + ".";
        return CodeBlock.of("$L$L(frame, error)", owner, catcher.method());
    }

    private static String errors(List<String> constants) {
        return String.join(
                ", ", constants.stream().map(constant -> "Errors." + constant).toList());
    }
}
