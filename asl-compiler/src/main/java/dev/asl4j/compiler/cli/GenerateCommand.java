package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.GeneratedFile;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aslc generate}. */
@Command(
        name = "generate",
        header = "Writes a Java class for each definition, if none has errors.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        parameterListHeading = "%n",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all classes are written",
            "1:errors; nothing was written",
            "2:a mistake on the command line, or a file that cannot be read or written",
            "3:aslc itself failed"
        },
        footer = {"", "Example:", "  aslc generate -o src/generated/java --package com.acme.workflows statemachines"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class GenerateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = {
                "Files, and folders, which are searched for *.asl.json, *.asl.yaml and *.asl.yml.",
                "The folders below a folder given become packages; a file given becomes a class in --package."
            })
    private List<String> paths;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "Where the classes go, in folders by their packages. Nothing is deleted there.")
    private Path output;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The package in front of the packages that come from folders. Default: none.")
    private String packageName;

    @Mixin
    private CompilerSettings settings;

    @Option(names = "--fail-on-warnings", description = "Writes nothing also if there are only warnings.")
    private boolean failOnWarnings;

    GenerateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        DefinitionFiles found = DefinitionFiles.of(paths);
        Inputs inputs = Inputs.read(found, spec);
        CompilationResult result =
                AslCompiler.compile(inputs.definitions(), inputs.schemas(), settings.options(packageName));
        int code = report(result.diagnostics(), found.files());
        if (code == ExitCode.CLEAN) {
            write(result.files());
        }
        return code;
    }

    /** On standard error, as compilers do: what was asked for are files. */
    private int report(List<Diagnostic> diagnostics, List<DefinitionFile> files) {
        terminal.err().print(new TextReport(terminal.colours()).of(diagnostics));
        Set<String> told = new HashSet<>();
        diagnostics.forEach(diagnostic -> told.add(diagnostic.file()));
        int withAny = 0;
        for (DefinitionFile file : files) {
            withAny += told.stream().anyMatch(file::hasPath) ? 1 : 0;
        }
        Tally all = Tally.of(diagnostics);
        Tally tally = new Tally(files.size(), withAny, all.errors(), all.warnings(), all.notes());
        if (!diagnostics.isEmpty()) {
            terminal.err().println(tally.summary());
        }
        return tally.exitCode(failOnWarnings);
    }

    private void write(List<GeneratedFile> files) throws IOException {
        OutputFolder folder = new OutputFolder(output);
        int written = 0;
        for (GeneratedFile file : files) {
            written += folder.write(file.path(), file.content()) ? 1 : 0;
        }
        terminal.err().println(Tally.counted(written, "file") + " written, " + (files.size() - written) + " unchanged");
    }
}
