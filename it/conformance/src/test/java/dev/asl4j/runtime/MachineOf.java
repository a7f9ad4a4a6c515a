package dev.asl4j.runtime;

import dev.asl4j.runtime.spi.StateMachine;

/** The compiled definition of a workflow, which only its own package sees. */
public final class MachineOf {
    private MachineOf() {}

    public static StateMachine of(Workflow<?, ?> workflow) {
        return workflow.machine();
    }
}
