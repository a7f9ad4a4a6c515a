package dev.asl4j.admin;

import dev.asl4j.admin.StoreOptions.Connection;
import dev.asl4j.runtime.ExecutionAdmin;
import dev.asl4j.runtime.ExecutionNotRedrivableException;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredMessage;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code asl4j-admin executions redrive}. */
@Command(
        name = "redrive",
        header = "Has an execution that did not succeed go on from where it failed.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        parameterListHeading = "%n",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example:", "  asl4j-admin executions redrive order order-42"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class RedriveCommand implements Callable<Integer> {
    private final StoreOptions options;

    @Mixin
    private Target target;

    @Option(
            names = "--client-token",
            paramLabel = "TOKEN",
            description =
                    "Redrives it once, however often the same token is given. 1 to 64 characters of ASCII without blanks.")
    private @Nullable String clientToken;

    @Mixin
    private Waiting waiting;

    RedriveCommand(StoreOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Connection connection = options.open()) {
            StoredExecution found = target.find(connection.store());
            Ordered ordered = new Ordered(connection, found, StoredMessage.Kind.REDRIVE);
            if (!ordered.isWaiting()) { // once is enough
                redrive(connection.admin(), found.head().machine(), found.head().name());
            }
            ordered.await(waiting, "goes on");
        } catch (ExecutionNotRedrivableException no) {
            throw new RefusedException(no.reason());
        }
        return ExitCode.DONE;
    }

    private void redrive(ExecutionAdmin admin, String workflow, String name) {
        if (clientToken == null) {
            admin.redrive(workflow, name);
        } else {
            admin.redrive(workflow, name, clientToken);
        }
    }
}
