package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.ExecutionStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** SQLite keeps the contract. */
final class SqliteStoreTest extends ExecutionStoreContract {
    @TempDir
    private Path folder;

    @Override
    protected ExecutionStore open() {
        return JdbcExecutionStore.open("jdbc:sqlite:" + folder.resolve("executions.db"));
    }
}
