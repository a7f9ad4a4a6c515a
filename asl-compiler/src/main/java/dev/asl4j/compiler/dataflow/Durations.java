package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.model.WaitDuration;
import dev.asl4j.compiler.shape.Shape;
import java.util.function.Function;

/** What the duration of a Wait state reads. */
record Durations(Function<Path, Shape> paths, Function<JsonataExpression, Shape> queries)
        implements WaitDuration.Visitor<Shape> {
    @Override
    public Shape seconds(long seconds) {
        return Shape.ANY;
    }

    @Override
    public Shape secondsPath(Path path) {
        return paths.apply(path);
    }

    @Override
    public Shape timestamp(String text) {
        return Shape.ANY;
    }

    @Override
    public Shape timestampPath(Path path) {
        return paths.apply(path);
    }

    @Override
    public Shape secondsQuery(JsonataExpression expression) {
        return queries.apply(expression);
    }

    @Override
    public Shape timestampQuery(JsonataExpression expression) {
        return queries.apply(expression);
    }
}
