package dev.asl4j.admin;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code asl4j-admin executions}. */
@Command(
        name = "executions",
        header = "Lists, describes, stops and redrives executions.",
        synopsisSubcommandLabel = "COMMAND",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
@SuppressWarnings("NullAway.Init") // picocli sets the specification.
final class ExecutionsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
