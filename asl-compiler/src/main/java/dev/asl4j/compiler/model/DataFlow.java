package dev.asl4j.compiler.model;

import dev.asl4j.compiler.expression.Template;
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
        PathSetting outputPath) {}
