package dev.asl4j.runtime;

import java.util.List;

/**
 * What becomes of the open executions of a workflow with the classes that an engine has now. Each execution is counted once. Children of
 * Map Runs are not counted: they go by the class of the execution whose Map it is.
 *
 * @param workflow name of the state machine
 * @param fingerprint of the workflow's current class
 * @param safe executions that go on: their definition is registered, or all the states where they stand exist in the current class
 * @param pinned executions that keep to an older definition, which is registered
 * @param blocked executions that are parked, or will be once they are to go on
 * @param parked of the blocked ones the newest 100 that are parked already
 * @since 0.1.0
 */
public record UpgradeReport(
        String workflow, String fingerprint, Group safe, Group pinned, Group blocked, List<Parked> parked) {
    /** Copies the list. */
    public UpgradeReport {
        parked = List.copyOf(parked);
    }

    /** Whether nothing is blocked. */
    public boolean isSafe() {
        return blocked.executions() == 0;
    }

    /**
     * Executions of which the same becomes.
     *
     * @param executions how many there are
     * @param states where they stand, by place; one execution may stand at several
     */
    public record Group(long executions, List<StateCount> states) {
        /** Copies the list. */
        public Group {
            states = List.copyOf(states);
        }
    }

    /**
     * So many executions stand at a state.
     *
     * @param place the state's name, with the states around it and the numbers of the branches if it is an inner one: {@code
     *     Both[1]/Charge}
     * @param type of the state where they stand: {@code TASK}
     * @param missing whether the current class has no state of that type at that place, and theirs is not registered
     */
    public record StateCount(String place, String type, long executions, boolean missing) {}

    /**
     * An execution that cannot go on.
     *
     * @param id its ARN
     * @param reason what it stands at, and what the registered classes lack
     */
    public record Parked(String id, String name, String reason) {}

    /** The report as a few lines of text. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("open executions of " + workflow + ": " + safe.executions() + " safe, "
                + pinned.executions() + " pinned, " + blocked.executions() + " blocked");
        append(text, "safe", safe);
        append(text, "pinned", pinned);
        append(text, "blocked", blocked);
        for (Parked execution : parked) {
            text.append("\n  parked: ").append(execution.name()).append(": ").append(execution.reason());
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String what, Group group) {
        for (StateCount state : group.states()) {
            text.append("\n  ").append(what).append(": ").append(state.executions());
            text.append(" at ").append(state.place()).append(" (").append(state.type());
            text.append(state.missing() ? "), which is missing" : ")");
        }
    }
}
