package dev.asl4j.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.admin.StoreOptions.Connection;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredMapRun;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code asl4j-admin executions map-runs}. */
@Command(
        name = "map-runs",
        header = "Lists the Map Runs of an execution.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        parameterListHeading = "%n",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  asl4j-admin executions map-runs order order-42",
            "  asl4j-admin executions list --map-run arn:aws:states:... --status FAILED"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class MapRunsCommand implements Callable<Integer> {
    private final StoreOptions options;

    @Mixin
    private Target target;

    MapRunsCommand(StoreOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        try (Connection connection = options.open()) {
            StoredExecution found = target.find(connection.store());
            List<StoredMapRun> runs = connection.store().mapRuns(found.key());
            if (options.isJson()) {
                options.terminal().data().print(Views.text(json(runs)));
            } else if (runs.isEmpty()) {
                options.terminal().err().println("No Map Runs.");
            } else {
                Table table = Table.of("ARN", "STATUS", "STARTED", "ENDED");
                runs.forEach(run -> table.row(run.arn(), run.status(), run.start(), run.stop()));
                table.print(options.terminal().text());
            }
        }
        return ExitCode.DONE;
    }

    /** {@code ListMapRuns}, with the status of each. */
    private static ObjectNode json(List<StoredMapRun> runs) {
        ObjectNode json = Views.object();
        ArrayNode items = json.putArray("mapRuns");
        for (StoredMapRun run : runs) {
            ObjectNode item = items.addObject();
            item.put("mapRunArn", run.arn());
            item.put("status", run.status().name());
            Views.put(item, "startDate", run.start());
            Views.put(item, "stopDate", run.stop());
        }
        return json;
    }
}
