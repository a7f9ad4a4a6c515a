package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.Explanation;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Severity;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aslc explain}. */
@Command(
        name = "explain",
        header = "Prints what is known of the data at a state: input, result, output and variables.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        parameterListHeading = "%n",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the state is explained",
            "1:the definition has errors",
            "2:a mistake on the command line, such as a state that does not exist, or a file that cannot be read",
            "3:aslc itself failed"
        },
        footer = {
            "",
            "A question mark stands behind what need not be there, three points stand for what is not known.",
            "",
            "Example:",
            "  aslc explain order.asl.json \"Charge card\""
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "The definition, in YAML if it ends in .yaml or .yml, else in JSON.")
    private String path;

    @Parameters(index = "1", paramLabel = "STATE", description = "The name of the state, at whatever depth.")
    private String state;

    @Mixin
    private CompilerSettings settings;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        DefinitionFile file = DefinitionFiles.one(path, spec);
        Definition definition = file.read();
        Explanation explanation =
                AslCompiler.explain(definition, file.schemasFor(definition), settings.options(""), state);
        List<Diagnostic> errors = explanation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
        if (explanation.text().isEmpty() && errors.isEmpty()) {
            String hint = explanation.hint() == null ? "" : "; " + explanation.hint();
            throw new ParameterException(
                    spec.commandLine(), "the definition has no state " + Quotes.quote(state) + hint);
        }
        explanation.text().ifPresent(terminal.data()::print);
        terminal.data().flush();
        terminal.err().print(new TextReport(terminal.colours()).of(errors));
        return errors.isEmpty() ? ExitCode.CLEAN : ExitCode.ERRORS;
    }
}
