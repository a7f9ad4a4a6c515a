package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.Drawing;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Severity;
import dev.asl4j.compiler.drawing.Notation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aslc graph}. */
@Command(
        name = "graph",
        header = "Draws the states of a definition and the ways between them. Prints the text of the drawing.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        parameterListHeading = "%n",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the definition is drawn",
            "1:it has errors; what could be read of it is drawn",
            "2:a mistake on the command line, or a file that cannot be read",
            "3:aslc itself failed"
        },
        footer = {
            "",
            "Examples:",
            "  aslc graph order.asl.json > order.mmd",
            "  aslc graph --format dot order.asl.json | dot -Tsvg > order.svg"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class GraphCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The definition, in YAML if it ends in .yaml or .yml, else in JSON.")
    private String path;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "mermaid",
            converter = NotationWord.class,
            completionCandidates = NotationWord.class,
            description =
                    "The language of the drawing: ${COMPLETION-CANDIDATES} (of Graphviz). Default: ${DEFAULT-VALUE}.")
    private Notation notation;

    @Mixin
    private CompilerSettings settings;

    GraphCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Drawing drawing = AslCompiler.draw(DefinitionFiles.one(path, spec).read(), settings.options(""), notation);
        drawing.text().ifPresent(terminal.data()::print);
        terminal.data().flush();
        List<Diagnostic> errors = drawing.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
        terminal.err().print(new TextReport(terminal.colours()).of(errors));
        if (!errors.isEmpty()) {
            terminal.err()
                    .println(
                            drawing.text().isPresent()
                                    ? "drawn as far as it could be read"
                                    : "nothing could be read to draw");
        }
        return errors.isEmpty() ? ExitCode.CLEAN : ExitCode.ERRORS;
    }

    static final class NotationWord extends Word<Notation> {
        NotationWord() {
            super(Stream.of(Notation.values()).map(Notation::word));
        }

        @Override
        Optional<Notation> find(String word) {
            return Notation.of(word);
        }
    }
}
