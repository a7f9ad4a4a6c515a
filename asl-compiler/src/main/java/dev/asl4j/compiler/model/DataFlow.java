package dev.asl4j.compiler.model;

import dev.asl4j.compiler.expression.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a state does to the data on its way through: InputPath, Parameters, (the work,) ResultSelector, ResultPath,
 * OutputPath. Fields that the type of state does not have are absent.
 */
public record DataFlow(
        PathSetting inputPath,
        @Nullable Template parameters,
        @Nullable Template resultSelector,
        PathSetting resultPath,
        PathSetting outputPath) {

    /** Those of the payload templates that are there. */
    List<Template> templates() {
        return Stream.of(Optional.ofNullable(parameters), Optional.ofNullable(resultSelector))
                .flatMap(Optional::stream)
                .toList();
    }
}
