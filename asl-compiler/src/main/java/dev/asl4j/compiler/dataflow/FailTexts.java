package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.shape.Shape;
import java.util.function.Function;

/** What error and cause of a Fail state read. */
record FailTexts(
        Function<Path, Shape> paths, Function<IntrinsicCall, Shape> calls, Function<JsonataExpression, Shape> queries)
        implements FailText.Visitor<Shape> {
    @Override
    public Shape constant(String text) {
        return Shape.ANY;
    }

    @Override
    public Shape atPath(Path path) {
        return paths.apply(path);
    }

    @Override
    public Shape computed(IntrinsicCall call) {
        return calls.apply(call);
    }

    @Override
    public Shape query(JsonataExpression expression) {
        return queries.apply(expression);
    }
}
