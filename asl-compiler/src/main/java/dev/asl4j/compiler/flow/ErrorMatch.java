package dev.asl4j.compiler.flow;

import dev.asl4j.compiler.model.ErrorName;
import java.util.Collection;
import java.util.Set;

/** Which errors a name in {@code ErrorEquals} takes. */
public final class ErrorMatch {

    /** What no retrier and no catcher takes on AWS: it fails the execution, or is reported as what does. */
    private static final Set<String> UNCATCHABLE = Set.of(
            ErrorName.RUNTIME,
            ErrorName.NO_CHOICE_MATCHED,
            ErrorName.PARAMETER_PATH_FAILURE,
            ErrorName.RESULT_PATH_MATCH_FAILURE);

    private ErrorMatch() {}

    /** Whether AWS never hands such an error to a retrier or catcher. */
    public static boolean isUncatchable(String error) {
        return UNCATCHABLE.contains(error);
    }

    /** Whether the name surely takes the error. */
    public static boolean takes(String name, String error) {
        if (isUncatchable(error)) {
            return false;
        }
        if (name.equals(error) || name.equals(ErrorName.ALL)) {
            return true;
        }
        boolean timeout = error.equals(ErrorName.TIMEOUT) || error.equals(ErrorName.HEARTBEAT_TIMEOUT);
        return timeout
                ? name.equals(ErrorName.TIMEOUT) && error.equals(ErrorName.HEARTBEAT_TIMEOUT)
                : name.equals(ErrorName.TASK_FAILED);
    }

    /** What is left of errors once those are gone that the names take. */
    public static ErrorSet without(ErrorSet errors, Collection<String> names) {
        boolean wild = names.contains(ErrorName.ALL) || names.contains(ErrorName.TASK_FAILED);
        ErrorSet left = ErrorSet.of(errors.names().stream()
                .filter(error -> names.stream().noneMatch(name -> takes(name, error)))
                .toList());
        return errors.others() && !wild ? left.andOthers() : left;
    }
}
