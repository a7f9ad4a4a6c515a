package dev.asl4j.admin;

import dev.asl4j.admin.Moments.MomentConverter;
import dev.asl4j.admin.StoreOptions.Connection;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code asl4j-admin purge}. */
@Command(
        name = "purge",
        header = "Removes executions that ended long ago, with their history.",
        description = {
            "",
            "Engines do so by themselves, for executions that ended 90 days ago unless they are told otherwise."
        },
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example:", "  asl4j-admin purge --ended-before 30d --yes"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class PurgeCommand implements Callable<Integer> {
    private static final int BATCH = 1_000;

    private final StoreOptions options;

    @Option(
            names = "--ended-before",
            paramLabel = "TIME",
            required = true,
            converter = MomentConverter.class,
            description =
                    "Those that ended earlier: 2026-11-01T08:00:00Z, 2026-11-01 (UTC), or a length before now: 30d.")
    private Instant endedBefore;

    @Option(names = "--yes", description = "Really removes them. There is no way back.")
    private boolean yes;

    PurgeCommand(StoreOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        if (!yes) {
            throw new RefusedException(
                    "this removes all executions that ended before " + endedBefore + "; say --yes if that is meant");
        }
        try (Connection connection = options.open()) {
            long removed = 0;
            int batch;
            do {
                batch = connection.store().purge(endedBefore, BATCH);
                removed += batch;
            } while (batch > 0);
            if (options.isJson()) {
                options.terminal().data().print(Views.text(Views.object().put("removed", removed)));
            } else {
                options.terminal().text().println(removed + " executions removed.");
            }
        }
        return ExitCode.DONE;
    }
}
