package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.cli.ReportFormat.FormatWord;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aslc check}. */
@Command(
        name = "check",
        header = "Checks definitions and reports every mistake where it is.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        parameterListHeading = "%n",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no errors; warnings count as errors with --fail-on-warnings",
            "1:errors",
            "2:a mistake on the command line, or a file that cannot be read",
            "3:aslc itself failed"
        },
        footer = {
            "",
            "A file order.rules.json beside order.asl.json sets levels of rules for it or for its states:",
            "  {\"rules\": {\"no-dollar\": \"off\"}, \"states\": {\"Ship\": {\"no-path\": \"error\"}}}",
            "A file order.types.json beside it says what its data looks like, by schemas in it and in the folder schemas:",
            "  {\"input\": {\"$ref\": \"order.json\"}, \"tasks\": {\"charge\": {\"errors\": [\"CardDeclined\"]}}}",
            "",
            "Examples:",
            "  aslc check statemachines",
            "  aslc check --type EXPRESS --rule no-dollar=off order.asl.json",
            "  aslc check --format sarif . > aslc.sarif"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Changes.Source changes;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = {
                "Files, in YAML if they end in .yaml or .yml, else in JSON; and folders, which are searched for"
                        + " *.asl.json, *.asl.yaml and *.asl.yml (not in node_modules, nor in folders that start with a dot)."
            })
    private List<String> paths;

    @Mixin
    private CompilerSettings settings;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = FormatWord.class,
            completionCandidates = FormatWord.class,
            description = {
                "How to report: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
                "json is one object on each line; sarif is SARIF 2.1.0; github shows everything at its line in GitHub Actions."
            })
    private ReportFormat format;

    @Option(names = "--fail-on-warnings", description = "Ends with 1 also if there are only warnings.")
    private boolean failOnWarnings;

    @Option(names = "--watch", description = "Goes on and checks whatever changes, until it is interrupted.")
    private boolean watch;

    CheckCommand(Terminal terminal, Changes.Source changes) {
        this.terminal = terminal;
        this.changes = changes;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Checker checker = new Checker(settings.options(""));
        if (watch && !format.isLines()) {
            throw new ParameterException(
                    spec.commandLine(), "--watch never ends a report in the format " + format.word());
        }
        DefinitionFiles found = DefinitionFiles.of(paths);
        if (!found.faults().isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("\n", found.faults()));
        }
        CheckRun run = new CheckRun(terminal, format, checker);
        if (watch) {
            return new Watch(terminal, run, paths).run(found, changes, failOnWarnings);
        }
        run.start();
        Tally tally = run.check(found.files());
        run.end();
        terminal.err().println(tally.summary());
        return run.exitCode(tally.exitCode(failOnWarnings));
    }
}
