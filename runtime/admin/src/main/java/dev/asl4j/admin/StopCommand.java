package dev.asl4j.admin;

import dev.asl4j.admin.StoreOptions.Connection;
import dev.asl4j.runtime.store.ExecutionStore.Receipt;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredMessage;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code asl4j-admin executions stop}. */
@Command(
        name = "stop",
        header = "Ends an execution as ABORTED.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        parameterListHeading = "%n",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example:", "  asl4j-admin executions stop --error Operator --cause 'wrong price' order order-42"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class StopCommand implements Callable<Integer> {
    private final StoreOptions options;

    @Mixin
    private Target target;

    @Option(names = "--error", paramLabel = "NAME", description = "Error for the description of the execution.")
    private @Nullable String error;

    @Option(names = "--cause", paramLabel = "TEXT", description = "Cause for the description of the execution.")
    private @Nullable String cause;

    @Mixin
    private Waiting waiting;

    StopCommand(StoreOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Connection connection = options.open()) {
            StoredExecution found = target.find(connection.store());
            Receipt receipt = connection
                    .store()
                    .send(found.key(), StoredMessage.Kind.STOP, new StoredMessage.Body(null, null, error, cause));
            switch (receipt) {
                case ACCEPTED -> new Ordered(connection, found, StoredMessage.Kind.STOP).await(waiting, "was stopped");
                case ENDED ->
                    throw new RefusedException("the execution has ended before: it is "
                            + connection
                                    .store()
                                    .get(found.key())
                                    .orElse(found)
                                    .progress()
                                    .status());
                case UNKNOWN, ANSWERED, RUNNING -> throw new RefusedException("the execution has just been purged");
            }
        }
        return ExitCode.DONE;
    }
}
