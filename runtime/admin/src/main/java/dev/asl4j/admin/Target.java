package dev.asl4j.admin;

import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoredExecution;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which execution a command is about: its ARN, or the workflow's name and its own. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class Target {
    private static final int MACHINE_PART = 6;
    private static final int NAME_PART = 7;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            arity = "1..2",
            paramLabel = "ARN | WORKFLOW NAME",
            hideParamSyntax = true,
            description =
                    "The execution: its ARN, or the name of its workflow and its own. Of an ARN account and region do not matter.")
    private List<String> words;

    /** The execution. */
    StoredExecution find(ExecutionStore store) {
        return store.find(workflow(), name())
                .orElseThrow(() -> new RefusedException("there is no execution named " + name() + " of " + workflow()));
    }

    String workflow() {
        return words.size() == 2 ? words.get(0) : part(MACHINE_PART);
    }

    String name() {
        return words.size() == 2 ? words.get(1) : part(NAME_PART);
    }

    /** Of {@code arn:aws:states:us-east-1:000000000000:execution:order:42}, or of {@code ...:express:order:42:<uuid>}. */
    private String part(int number) {
        @Nullable String[] parts = words.get(0).split(":", -1);
        if (parts.length <= NAME_PART || !"arn".equals(parts[0]) || !"states".equals(parts[2])) {
            throw new ParameterException(
                    spec.commandLine(), "neither the ARN of an execution nor workflow and name: " + words.get(0));
        }
        return String.valueOf(parts[number]);
    }
}
