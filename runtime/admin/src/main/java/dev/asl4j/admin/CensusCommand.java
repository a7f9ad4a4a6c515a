package dev.asl4j.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.admin.StoreOptions.Connection;
import dev.asl4j.runtime.store.ExecutionStore.Census;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code asl4j-admin executions census}. */
@Command(
        name = "census",
        header = "Counts the open executions of a workflow by definition and by the states they stand at.",
        description = {
            "",
            "For upgrades: an execution goes on in a new version if the states where it stands exist there. FINGERPRINT tells"
                    + " definitions apart; it is the constant of that name in the generated class."
        },
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        parameterListHeading = "%n",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class CensusCommand implements Callable<Integer> {
    private final StoreOptions options;

    @Parameters(paramLabel = "WORKFLOW", description = "Name of the workflow.")
    private String workflow;

    CensusCommand(StoreOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        try (Connection connection = options.open()) {
            List<Census> rows = connection.store().census(workflow);
            if (options.isJson()) {
                options.terminal().data().print(Views.text(json(rows)));
            } else if (rows.isEmpty()) {
                options.terminal().err().println("No open executions.");
            } else {
                table(rows).print(options.terminal().text());
            }
        }
        return ExitCode.DONE;
    }

    private static ObjectNode json(List<Census> rows) {
        ObjectNode json = Views.object();
        ArrayNode groups = json.putArray("groups");
        for (Census row : rows) {
            ObjectNode group = groups.addObject();
            group.put("executions", row.executions());
            group.put("fingerprint", row.fingerprint());
            group.put("pinned", row.pinned());
            ArrayNode places = group.putArray("places");
            row.places()
                    .forEach(place ->
                            places.addObject().put("place", place.place()).put("type", place.type()));
        }
        return json;
    }

    private static Table table(List<Census> rows) {
        Table table = Table.of("EXECUTIONS", "FINGERPRINT", "PINNED", "AT");
        for (Census row : rows) {
            List<String> places = row.places().stream()
                    .map(place -> place.place() + " (" + place.type() + ")")
                    .toList();
            table.row(row.executions(), row.fingerprint(), row.pinned() ? "pinned" : null, String.join(", ", places));
        }
        return table;
    }
}
