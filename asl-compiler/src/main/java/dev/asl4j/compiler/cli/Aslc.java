package dev.asl4j.compiler.cli;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code aslc}. */
@Command(
        name = "aslc",
        description = {
            "",
            "Checks definitions of state machines in the Amazon States Language, compiles them to Java, draws them,",
            "explains what is known of their data, and writes pages about them.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Each command has its own help, for example: aslc check --help",
            "Arguments can also stand in a file, one a line: aslc check @arguments.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no errors",
            "1:errors in a definition",
            "2:a mistake on the command line",
            "3:aslc itself failed"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the specification.
public final class Aslc implements Runnable {
    @Spec
    private CommandSpec spec;

    private Aslc() {}

    /** Runs the program and ends the virtual machine with its exit code. */
    public static void main(String[] arguments) {
        int code;
        try {
            code = run(Terminal.ofProcess(), FolderChanges::new, arguments);
        } catch (Throwable fault) { // out of memory, for example; left alone it would end with 1, as errors in a
            // definition do
            fault.printStackTrace();
            code = ExitCode.FAILED;
        }
        System.exit(code);
    }

    /** Runs the program and returns its exit code. */
    static int run(Terminal terminal, Changes.Source changes, String... arguments) {
        CommandLine program = new CommandLine(new Aslc());
        program.addSubcommand(new CheckCommand(terminal, changes));
        program.addSubcommand(new GenerateCommand(terminal));
        program.addSubcommand(new GraphCommand(terminal));
        program.addSubcommand(new ExplainCommand(terminal));
        program.addSubcommand(new DocumentCommand(terminal));
        CommandLine completion = new CommandLine(new GenerateCompletion());
        completion.getCommandSpec().usageMessage().hidden(true);
        program.addSubcommand(completion);
        program.setOut(new PrintWriter(new StreamWriter(terminal.text()), true));
        program.setErr(new PrintWriter(new StreamWriter(terminal.err()), true));
        program.setColorScheme(Help.defaultColorScheme(terminal.colours() ? Help.Ansi.ON : Help.Ansi.OFF));
        program.setUsageHelpAutoWidth(true);
        program.setParameterExceptionHandler(Aslc::explain);
        program.setExecutionExceptionHandler((fault, command, parsed) -> fail(terminal, fault));
        try {
            return program.execute(arguments);
        } finally {
            terminal.flush();
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int explain(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + fault.getMessage());
        UnmatchedArgumentException.printSuggestions(fault, err);
        err.println("Try \"" + name + " --help\".");
        return ExitCode.USAGE;
    }

    private static int fail(Terminal terminal, Exception fault) {
        if (fault instanceof IOException) {
            terminal.err().println("aslc: " + Faults.words(fault));
            return ExitCode.USAGE;
        }
        fault.printStackTrace(terminal.err());
        terminal.err().println("aslc itself failed; this is not the fault of a definition");
        return ExitCode.FAILED;
    }
}
