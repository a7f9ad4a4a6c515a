package dev.asl4j.admin;

import dev.asl4j.runtime.store.DamagedExecutionException;
import dev.asl4j.runtime.store.StoreException;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code asl4j-admin}. */
@Command(
        name = "asl4j-admin",
        description = {"", "Looks at the executions in a store and manages them, beside the engines that run them.", ""
        },
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%n",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or accepted for when an engine runs",
            "1:refused, or there is no such execution",
            "2:a mistake on the command line",
            "3:the store cannot be reached",
            "4:asl4j-admin itself failed, or what it prints could not be written"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the specification.
public final class Admin implements Runnable {
    @Spec
    private CommandSpec spec;

    private Admin() {}

    /** Runs the program and ends the virtual machine with its exit code. */
    public static void main(String[] arguments) {
        int code;
        try {
            code = run(HostProcess.surroundings(), arguments);
        } catch (Throwable fault) { // out of memory, for example; left alone it would end with 1, as a refusal does
            fault.printStackTrace();
            code = ExitCode.FAILED;
        }
        System.exit(code);
    }

    /** Runs the program and returns its exit code. */
    static int run(Surroundings surroundings, String... arguments) {
        StoreOptions options = new StoreOptions(surroundings);
        Terminal terminal = surroundings.terminal();
        CommandLine program = new CommandLine(new Admin());
        program.addMixin("store", options);
        CommandLine executions = new CommandLine(new ExecutionsCommand());
        executions.addSubcommand(new ListCommand(options));
        executions.addSubcommand(new DescribeCommand(options));
        executions.addSubcommand(new HistoryCommand(options));
        executions.addSubcommand(new StopCommand(options));
        executions.addSubcommand(new RedriveCommand(options));
        executions.addSubcommand(new MapRunsCommand(options));
        executions.addSubcommand(new CensusCommand(options));
        program.addSubcommand(executions);
        program.addSubcommand(new PurgeCommand(options));
        CommandLine completion = new CommandLine(new GenerateCompletion());
        completion.getCommandSpec().usageMessage().hidden(true);
        program.addSubcommand(completion);
        program.setOut(new PrintWriter(new StreamWriter(terminal.text()), true));
        program.setErr(new PrintWriter(new StreamWriter(terminal.err()), true));
        program.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        program.setUsageHelpAutoWidth(true);
        program.setCaseInsensitiveEnumValuesAllowed(true);
        program.setParameterExceptionHandler(Admin::explain);
        program.setExecutionExceptionHandler((fault, command, parsed) -> fail(terminal, fault));
        try {
            int code = program.execute(arguments);
            return terminal.isBroken() ? unwritten(terminal, code) : code;
        } finally {
            terminal.flush();
        }
    }

    /** A list that was cut must not look like a whole one. */
    private static int unwritten(Terminal terminal, int code) {
        terminal.err().println("asl4j-admin: what it prints could not be written");
        return code == ExitCode.DONE ? ExitCode.FAILED : code;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int explain(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + Table.printable(String.valueOf(fault.getMessage())));
        UnmatchedArgumentException.printSuggestions(fault, err);
        err.println("Try \"" + name + " --help\".");
        return ExitCode.USAGE;
    }

    private static int fail(Terminal terminal, Exception fault) {
        @Nullable String message = fault.getMessage();
        String words = "asl4j-admin: " + Table.printable(Objects.requireNonNullElse(message, fault.toString()));
        if (fault instanceof RefusedException || fault instanceof DamagedExecutionException) {
            terminal.err().println(words);
            return ExitCode.REFUSED;
        }
        if (fault instanceof IllegalArgumentException) { // of a filter, a token of a page, an address
            terminal.err().println(words);
            terminal.err().println("Try \"asl4j-admin --help\".");
            return ExitCode.USAGE;
        }
        if (fault instanceof StoreException) {
            terminal.err().println(words + reason(fault));
            return ExitCode.NO_STORE;
        }
        fault.printStackTrace(terminal.err());
        terminal.err().println("asl4j-admin itself failed");
        return ExitCode.FAILED;
    }

    /** What the database, or the way to it, has to say. */
    private static String reason(Throwable fault) {
        @Nullable Throwable cause = fault.getCause();
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause == null || cause.getMessage() == null || cause.getMessage().equals(fault.getMessage())
                ? ""
                : " (" + Table.printable(cause.getMessage()) + ")";
    }
}
