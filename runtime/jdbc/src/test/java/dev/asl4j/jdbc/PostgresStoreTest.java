package dev.asl4j.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.ExecutionStoreContract;
import java.sql.SQLException;
import java.util.Optional;

/** PostgreSQL keeps the contract. */
final class PostgresStoreTest extends ExecutionStoreContract {
    @Override
    protected ExecutionStore open() throws SQLException {
        Optional<PostgresServer> server = PostgresServer.shared();
        assumeTrue(server.isPresent(), "There is no PostgreSQL on this machine.");
        return JdbcExecutionStore.open(server.get().newSchema());
    }
}
