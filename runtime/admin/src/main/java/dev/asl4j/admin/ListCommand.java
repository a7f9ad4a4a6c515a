package dev.asl4j.admin;

import dev.asl4j.admin.Moments.MomentConverter;
import dev.asl4j.admin.StoreOptions.Connection;
import dev.asl4j.runtime.ExecutionFilter;
import dev.asl4j.runtime.ExecutionStatus;
import dev.asl4j.runtime.ExecutionSummary;
import dev.asl4j.runtime.Page;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code asl4j-admin executions list}. */
@Command(
        name = "list",
        header = "Lists executions, newest first.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Times are 2026-11-01T08:00:00Z, 2026-11-01 (UTC), or a length before now: 30m, 24h, 7d.",
            "",
            "Examples:",
            "  asl4j-admin executions list --workflow order --status FAILED --since 24h",
            "  asl4j-admin executions list --output json --all | jq -r '.executions[].name'"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class ListCommand implements Callable<Integer> {
    private final StoreOptions options;

    @Option(names = "--workflow", paramLabel = "NAME", description = "Only executions of that workflow.")
    private @Nullable String workflow;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only those that stand so: ${COMPLETION-CANDIDATES}.")
    private @Nullable ExecutionStatus status;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "Only those that were started then or later.")
    private @Nullable Instant since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "Only those that were started earlier.")
    private @Nullable Instant until;

    @Option(names = "--name-prefix", paramLabel = "TEXT", description = "Only those whose name begins so.")
    private @Nullable String namePrefix;

    @Option(names = "--parked", description = "Only those that cannot go on with the definitions the engines have.")
    private boolean parked;

    @Option(
            names = "--map-run",
            paramLabel = "ARN",
            description =
                    "The children of that Map Run, which are in no other list. Together with --status and --redriven only.")
    private @Nullable String mapRun;

    @Option(
            names = "--redriven",
            arity = "1",
            paramLabel = "true|false",
            description = "Of the children of a Map Run those that were redriven, or those that were not.")
    private @Nullable Boolean redriven;

    @Mixin
    private Paging paging;

    ListCommand(StoreOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        ExecutionFilter filter =
                new ExecutionFilter(workflow, status, since, until, namePrefix, parked, mapRun, redriven, 0, null);
        try (Connection connection = options.open()) {
            Paging.Source<ExecutionSummary> source = (limit, token) -> page(connection, filter, limit, token);
            if (options.isJson()) {
                paging.printJson(options, "executions", source, execution -> Views.summary(execution, options));
            } else {
                paging.printTable(options, "No executions.", source, ListCommand::table);
            }
        }
        return ExitCode.DONE;
    }

    private static Page<ExecutionSummary> page(
            Connection connection, ExecutionFilter filter, int limit, @Nullable String token) {
        return connection.admin().list(filter.maxResults(limit).nextToken(token));
    }

    private static Table table(List<ExecutionSummary> executions) {
        Table table = Table.of("WORKFLOW", "NAME", "STATUS", "STARTED", "ENDED", "REDRIVEN", "PARKED");
        for (ExecutionSummary execution : executions) {
            table.row(
                    execution.stateMachine(),
                    execution.name(),
                    execution.status(),
                    execution.startTime(),
                    execution.stopTime(),
                    execution.redriveCount() == 0 ? null : execution.redriveCount(),
                    execution.parkedReason());
        }
        return table;
    }
}
