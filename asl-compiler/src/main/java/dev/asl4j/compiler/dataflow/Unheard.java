package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.shape.QueryMiss;
import dev.asl4j.compiler.shape.Refusal;
import dev.asl4j.compiler.shape.Selected;
import dev.asl4j.compiler.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** While the shapes are not settled nothing is said: more may come. */
final class Unheard implements Findings {
    @Override
    public void path(Path path, Subject source, Selected selected) {}

    @Override
    public void query(JsonataExpression expression, boolean fails, List<QueryMiss> misses) {}

    @Override
    public void unwritable(Path path, Subject source, Shape raw) {}

    @Override
    public void refusedArguments(TaskState state, @Nullable Template arguments, Refusal refusal) {}

    @Override
    public void refusedOutput(State state, Refusal refusal) {}

    @Override
    public void noItems(MapState state, Subject place, Shape items) {}

    @Override
    public void compared(ChoiceRule.Comparison comparison, Path path, Subject place, Shape value) {}
}
