package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of {@code Catch}.
 *
 * @param errorEquals at least one name
 * @param next the state that handles the error
 * @param resultPath JSONPath: where in the raw input the error output goes; absent in JSONata
 * @param output JSONata: {@code Output}; null: the error output as it is
 * @param assignments {@code Assign}
 */
public record Catcher(
        List<ErrorName> errorEquals,
        StateReference next,
        PathSetting resultPath,
        @Nullable Template output,
        List<Assignment> assignments,
        @Nullable String comment,
        Subject origin) {

    public Catcher {
        errorEquals = List.copyOf(errorEquals);
        assignments = List.copyOf(assignments);
    }
}
