package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of {@code Catch}.
 *
 * @param errorEquals at least one name
 * @param next the state that handles the error
 * @param resultPath where in the raw input the error output goes
 */
public record Catcher(
        List<ErrorName> errorEquals,
        StateReference next,
        PathSetting resultPath,
        @Nullable String comment,
        Subject origin) {

    public Catcher {
        errorEquals = List.copyOf(errorEquals);
    }
}
