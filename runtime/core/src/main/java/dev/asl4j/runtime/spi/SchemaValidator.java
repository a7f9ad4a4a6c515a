package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Holds data against one schema. Threads may share it, and it keeps nothing of the data.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SchemaValidator {

    /**
     * What is wrong with a value; empty: it is valid. Of several faults it is any one, so that the rest need not be looked at.
     *
     * @param value any Jackson tree; it is not changed
     */
    Optional<SchemaFault> fault(JsonNode value);
}
