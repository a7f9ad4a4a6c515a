package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.GeneratedFile;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aslc document}. */
@Command(
        name = "document",
        header = "Writes a page in Markdown about each definition, and one that lists them, if none has errors.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        parameterListHeading = "%n",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all pages are written",
            "1:errors; nothing was written",
            "2:a mistake on the command line, or a file that cannot be read or written",
            "3:aslc itself failed"
        },
        footer = {
            "",
            "Examples:",
            "  aslc document order.asl.json > order.md",
            "  aslc document -o docs/workflows statemachines"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class DocumentCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "Files, and folders, which are searched for *.asl.json, *.asl.yaml and *.asl.yml.")
    private List<String> paths;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = {
                "Where the pages go, in the folders of the definitions. Nothing is deleted there.",
                "Without it the page of one definition is printed."
            })
    private @Nullable Path output;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            defaultValue = "",
            description =
                    "The package of the Java classes, in front of the packages that come from folders. Default: none.")
    private String packageName;

    @Mixin
    private CompilerSettings settings;

    DocumentCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Inputs inputs = Inputs.read(DefinitionFiles.of(paths), spec);
        CompilerOptions options = settings.options(packageName);
        if (output == null && inputs.definitions().size() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    inputs.definitions().size() + " definitions; say where their pages go, by -o DIR");
        }
        CompilationResult result = output == null
                ? AslCompiler.document(inputs.definitions().get(0), inputs.schemas(), options)
                : AslCompiler.document(inputs.definitions(), inputs.schemas(), options);
        List<Diagnostic> errors = result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
        terminal.err().print(new TextReport(terminal.colours()).of(errors));
        if (!errors.isEmpty()) {
            return ExitCode.ERRORS;
        }
        if (output == null) {
            result.files().forEach(page -> terminal.data().print(page.content()));
            terminal.data().flush();
        } else {
            write(result.files(), output);
        }
        return ExitCode.CLEAN;
    }

    private void write(List<GeneratedFile> pages, Path folder) throws IOException {
        OutputFolder pagesFolder = new OutputFolder(folder);
        int written = 0;
        for (GeneratedFile page : pages) {
            written += pagesFolder.write(page.path(), page.content()) ? 1 : 0;
        }
        terminal.err().println(Tally.counted(written, "file") + " written, " + (pages.size() - written) + " unchanged");
    }
}
