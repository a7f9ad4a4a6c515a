package dev.asl4j.admin;

import dev.asl4j.jdbc.JdbcExecutionStore;
import dev.asl4j.jdbc.JdbcOptions;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the program meets in a real process. */
final class HostProcess {
    private static final String SQLITE = "jdbc:sqlite:";

    private HostProcess() {}

    static Surroundings surroundings() {
        return new Surroundings(
                Terminal.ofProcess(), System::getenv, HostProcess::ask, HostProcess::open, HostProcess::pause, null);
    }

    static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    private static char @Nullable [] ask(String question) {
        return Optional.ofNullable(System.console())
                .map(console -> console.readPassword("%s", question))
                .orElse(null);
    }

    /** As it is: a mistake in the name of a file must not make one, and tables are made by the engines. */
    static ExecutionStore open(String url, @Nullable String user, @Nullable String password) {
        if (url.startsWith(SQLITE)) {
            String file =
                    url.substring(SQLITE.length()).replaceFirst("^file:", "").replaceFirst("\\?.*", "");
            if (!Files.exists(Path.of(file))) {
                throw new StoreException("there is no file " + file, null);
            }
        }
        JdbcOptions options =
                JdbcOptions.DEFAULTS.withSchemaApplied(false).withUser(user).withPassword(password);
        try {
            return JdbcExecutionStore.open(url, options);
        } catch (IllegalStateException otherTables) {
            throw new StoreException(
                    Objects.requireNonNullElse(otherTables.getMessage(), "the tables are of another version"),
                    otherTables);
        }
    }
}
