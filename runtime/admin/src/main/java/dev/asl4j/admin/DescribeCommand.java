package dev.asl4j.admin;

import dev.asl4j.admin.StoreOptions.Connection;
import dev.asl4j.runtime.ExecutionDescription;
import dev.asl4j.runtime.IncludedData;
import dev.asl4j.runtime.store.StoredExecution;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code asl4j-admin executions describe}. */
@Command(
        name = "describe",
        header = "Describes an execution: how it stands, where, with what data.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        parameterListHeading = "%n",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  asl4j-admin executions describe order order-42",
            "  asl4j-admin executions describe --output json order order-42 | jq -r .input | jq ."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class DescribeCommand implements Callable<Integer> {
    private final StoreOptions options;

    @Mixin
    private Target target;

    @Option(names = "--no-data", description = "Shows no input and no output.")
    private boolean noData;

    DescribeCommand(StoreOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        try (Connection connection = options.open()) {
            StoredExecution found = target.find(connection.store());
            ExecutionDescription execution = connection
                    .admin()
                    .describe(
                            found.head().machine(),
                            found.head().name(),
                            noData ? IncludedData.METADATA_ONLY : IncludedData.ALL_DATA)
                    .orElseThrow(() -> new RefusedException("the execution has just been purged"));
            if (options.isJson()) {
                options.terminal().data().print(Views.text(Views.description(execution, options)));
            } else {
                print(execution);
            }
        }
        return ExitCode.DONE;
    }

    private void print(ExecutionDescription execution) {
        Table fields = Table.ofFields();
        fields.field("ARN", execution.id());
        fields.field("Workflow", execution.stateMachine());
        fields.field("Name", execution.name());
        fields.field("Status", execution.status());
        fields.field("Parked", execution.parkedReason());
        fields.field("Started", execution.startTime());
        fields.field("Ended", execution.stopTime());
        fields.field("Error", execution.error());
        fields.field("Cause", execution.cause());
        fields.field("Redrive", redrive(execution));
        fields.field("Input", Views.data(execution.input()));
        fields.field("Output", Views.data(execution.output()));
        fields.print(options.terminal().text());
        if (!execution.currentStates().isEmpty()) {
            Table states = Table.of("STATE", "SINCE", noData ? "" : "INPUT");
            for (ExecutionDescription.CurrentState state : execution.currentStates()) {
                states.row(state.name(), state.since(), Views.data(state.input()));
            }
            options.terminal().text().println();
            states.print(options.terminal().text());
        }
    }

    private static String redrive(ExecutionDescription execution) {
        String may = switch (execution.redriveStatus()) {
            case REDRIVABLE -> "can be redriven";
            case REDRIVABLE_BY_MAP_RUN -> "can be redriven by its Map Run";
            case NOT_REDRIVABLE -> String.valueOf(execution.redriveStatusReason());
        };
        return execution.redriveCount() == 0
                ? may
                : may + "; was redriven " + execution.redriveCount() + " times, last at " + execution.redriveDate();
    }
}
