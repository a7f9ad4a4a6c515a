package dev.asl4j.compiler.check;

import dev.asl4j.compiler.budget.Figures;
import dev.asl4j.compiler.budget.RetryTime;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.graph.Ways;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Retrier;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.TaskState;
import java.util.OptionalLong;

/**
 * Retries come while the execution still runs: their delays fit into its lifetime. Where a delay is by chance, less than all of it may
 * be waited, and nothing is said.
 */
final class RetryTimeCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (Graph graph : machine.graphs()) {
            Lifetime lifetime = Lifetime.of(graph, machine);
            for (State state : graph.scope().states()) {
                state.retriers().stream()
                        .filter(retrier -> retrier.maxAttempts() > 0)
                        .forEach(retrier -> check(state, retrier, lifetime, diagnostics));
            }
        }
    }

    private static void check(State state, Retrier retrier, Lifetime lifetime, Diagnostics diagnostics) {
        RetryTime time = new RetryTime(retrier);
        long delays = time.delays();
        diagnostics.report(Code.RETRY_TIME, retrier.origin(), worstCase(state, retrier, delays));
        if (retrier.jitter() == Retrier.Jitter.NONE && delays >= lifetime.seconds()) {
            diagnostics.report(
                    lifetime.isUsual() ? Code.RETRY_EXCEEDS_YEAR : Code.RETRY_EXCEEDS_TIMEOUT,
                    retrier.origin(),
                    "the " + delays(retrier) + Figures.time(delays) + ", but " + lifetime.words() + ": "
                            + begun(time.begunWithin(lifetime.seconds() - 1)),
                    "set \"MaxDelaySeconds\", or lower \"MaxAttempts\" or \"BackoffRate\"");
        }
    }

    private static String delays(Retrier retrier) {
        return retrier.maxAttempts() == 1
                ? "delay of the retry is "
                : "delays of the " + number(retrier) + " retries add up to ";
    }

    private static String number(Retrier retrier) {
        return Figures.count(retrier.maxAttempts());
    }

    private static String worstCase(State state, Retrier retrier, long delays) {
        String most = retrier.jitter() == Retrier.Jitter.FULL ? "at most " : "";
        OptionalLong timeout = timeout(state);
        String waited = retries(retrier) + most + Figures.time(delays);
        if (timeout.isEmpty()) {
            return waited + " in all, besides the time of the attempts, which has no bound here";
        }
        long attempts = Ways.times(retrier.maxAttempts() + 1L, timeout.getAsLong());
        return waited + " in all; with " + Figures.count(retrier.maxAttempts() + 1L) + " attempts of up to "
                + Figures.time(timeout.getAsLong()) + " that is at most " + Figures.time(Ways.plus(delays, attempts));
    }

    private static OptionalLong timeout(State state) {
        return state instanceof TaskState task && task.timeout() instanceof Amount.Constant literal
                ? OptionalLong.of(literal.value())
                : OptionalLong.empty();
    }

    private static String retries(Retrier retrier) {
        return retrier.maxAttempts() == 1 ? "the retry waits " : "the " + number(retrier) + " retries wait ";
    }

    private static String begun(int retries) {
        return retries == 0 ? "no retry can come" : "no more than " + Figures.count(retries) + " can come";
    }
}
