package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.TaskState;

/** A heartbeat is due before the task times out. Numbers that are read from the data are not known here. */
final class HeartbeatCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (State state : machine.states()) {
            if (state instanceof TaskState task
                    && task.timeout() instanceof Amount.Constant timeout
                    && task.heartbeat() instanceof Amount.Constant heartbeat
                    && heartbeat.value() >= timeout.value()) {
                diagnostics.report(
                        Code.HEARTBEAT_TOO_LONG,
                        heartbeat.origin(),
                        "\"HeartbeatSeconds\" must be smaller than \"TimeoutSeconds\", which is " + timeout.value()
                                + ", but is " + heartbeat.value());
            }
        }
    }
}
