package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.source.Span;
import java.util.List;

/**
 * A call of an intrinsic function.
 *
 * @param function what is called
 * @param arguments as many as the function takes
 * @param text the call as it is written, without blanks around it
 * @param span offsets of that text in the decoded string of the field
 */
public record IntrinsicCall(IntrinsicFunction function, List<Argument> arguments, String text, Span span) {

    /** Copies the arguments. */
    public IntrinsicCall {
        arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
        return text;
    }
}
