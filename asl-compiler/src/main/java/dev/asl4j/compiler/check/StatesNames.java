package dev.asl4j.compiler.check;

import java.util.Map;
import java.util.Set;

/** The error names whose meaning the specification and AWS do not share. */
final class StatesNames {

    /** AWS has them, the specification has not; so has every name that starts with {@code States.Http.} */
    private static final Set<String> ONLY_AWS = Set.of("States.Runtime", "States.DataLimitExceeded");

    /** What each is in the specification, and on AWS. */
    private static final Map<String, String> DIFFERENT = Map.of(
            "States.NoChoiceMatched",
                    "the specification gives it to a choice that no rule fits, AWS gives States.Runtime, which nothing catches",
            "States.ParameterPathFailure",
                    "the specification gives it to a path that finds nothing, AWS gives States.Runtime, which nothing catches",
            "States.ResultPathMatchFailure",
                    "the specification gives it to a \"ResultPath\" that does not fit, AWS gives States.Runtime, which nothing catches",
            "States.IntrinsicFailure",
                    "the specification gives it to every failing intrinsic function, AWS may give States.Runtime, which nothing catches",
            "States.BranchFailed",
                    "the specification gives it to a Parallel state with a failed branch, AWS gives the error of that branch",
            "States.HeartbeatTimeout",
                    "on AWS a missed heartbeat is States.Timeout in the history, and both names match it");

    private static final Map<String, String> WILDCARDS = Map.of(
            "States.ALL", "in the specification it matches every error, on AWS every error but States.Runtime",
            "States.TaskFailed",
                    "in the specification it is an error like others, on AWS it matches every error but States.Timeout");

    private StatesNames() {}

    static boolean isOnlyOfAws(String name) {
        return ONLY_AWS.contains(name) || name.startsWith("States.Http.");
    }

    /** What the two make of it; empty: the same. */
    static String difference(String name) {
        return DIFFERENT.getOrDefault(name, "");
    }

    /** What the two match with it; empty: the same. */
    static String wildcard(String name) {
        return WILDCARDS.getOrDefault(name, "");
    }
}
