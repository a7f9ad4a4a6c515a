package dev.asl4j.admin;

import dev.asl4j.admin.StoreOptions.Connection;
import dev.asl4j.runtime.HistoryQuery;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.store.StoredExecution;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code asl4j-admin executions history}. */
@Command(
        name = "history",
        header = "Shows the history of an execution.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        parameterListHeading = "%n",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  asl4j-admin executions history --reverse --limit 5 order order-42",
            "  asl4j-admin executions history --all --output json order order-42 > order-42.json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class HistoryCommand implements Callable<Integer> {
    private final StoreOptions options;

    @Mixin
    private Target target;

    @Option(names = "--reverse", description = "The latest event first.")
    private boolean reverse;

    @Option(names = "--no-data", description = "Shows no inputs and no outputs.")
    private boolean noData;

    @Mixin
    private Paging paging;

    HistoryCommand(StoreOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        try (Connection connection = options.open()) {
            StoredExecution found = target.find(connection.store());
            HistoryQuery query = HistoryQuery.all().reverseOrder(reverse).includeExecutionData(!noData);
            Paging.Source<HistoryEvent> source = (limit, token) -> connection
                    .admin()
                    .history(
                            found.head().machine(),
                            found.head().name(),
                            query.maxResults(limit).nextToken(token));
            if (options.isJson()) {
                paging.printJson(options, "events", source, Views::event);
            } else {
                paging.printTable(options, "No events.", source, HistoryCommand::table);
            }
        } catch (IllegalStateException notRecorded) {
            throw new RefusedException("the history of this execution was not recorded");
        }
        return ExitCode.DONE;
    }

    private static Table table(List<HistoryEvent> events) {
        Table table = Table.of("ID", "AFTER", "TIME", "EVENT", "DETAILS");
        for (HistoryEvent event : events) {
            table.row(
                    event.id(),
                    event.previousEventId(),
                    event.timestamp(),
                    event.type().text(),
                    event.details().isEmpty() ? null : Views.compact(event.details()));
        }
        return table;
    }
}
