package dev.asl4j.compiler;

import dev.asl4j.compiler.model.Distribution;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The type that a state machine is created with. It is not written in the definition, and decides what AWS refuses in it.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">Choosing workflow type</a>
 */
public enum MachineType {
    /** Runs up to a year; everything in the language is possible. */
    STANDARD(Distribution.ExecutionType.STANDARD),
    /** Runs up to five minutes; neither waits for jobs, tokens and activities nor is distributed. */
    EXPRESS(Distribution.ExecutionType.EXPRESS);

    private final Distribution.ExecutionType executions;

    MachineType(Distribution.ExecutionType executions) {
        this.executions = executions;
    }

    /** The type of that name, in capital or small letters; empty: there is none. */
    public static Optional<MachineType> of(String name) {
        return Stream.of(values())
                .filter(type -> type.name().equals(name.toUpperCase(Locale.ROOT)))
                .findAny();
    }

    /** {@code Standard} or {@code Express}, as AWS's documentation writes it. */
    String words() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** How executions of such a machine run. */
    Distribution.ExecutionType executions() {
        return executions;
    }
}
