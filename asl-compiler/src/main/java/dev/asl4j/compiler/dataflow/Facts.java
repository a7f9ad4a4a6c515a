package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.shape.Shape;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known at a state.
 *
 * @param input the raw input; never: nothing comes here
 * @param arguments the effective input: what the work of the state is given
 * @param result of its work; null: it has none
 * @param output where it goes on or ends without an error
 * @param variables those that have a value on some way here, by name
 */
public record Facts(
        State state,
        Shape input,
        Shape arguments,
        @Nullable Shape result,
        Shape output,
        Map<String, Shape> variables) {}
