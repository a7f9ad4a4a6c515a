package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.shape.Reads;
import dev.asl4j.compiler.shape.Refusal;
import dev.asl4j.compiler.shape.Shape;
import org.jspecify.annotations.Nullable;

/** Is told what is wrong. */
interface Findings extends Reads {

    /** A result cannot be written at a path, whatever the data. */
    void unwritable(Path path, Subject source, Shape raw);

    /** No value of the arguments is taken by the task. */
    void refusedArguments(TaskState state, @Nullable Template arguments, Refusal refusal);

    /** No value of the output is taken by the contract. */
    void refusedOutput(State state, Refusal refusal);

    /** The items of a Map state are none. */
    void noItems(MapState state, Subject place, Shape items);

    /** The value of a path in a comparison. */
    void compared(ChoiceRule.Comparison comparison, Path path, Subject place, Shape value);
}
