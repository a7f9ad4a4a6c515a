package dev.asl4j.runtime.spi;

import java.util.List;
import java.util.Map;

/**
 * Makes validators of JSON Schemas. It is a service of {@link java.util.ServiceLoader}, which {@code dev.asl4j:asl4j-validation} offers:
 * the runtime itself has none, and needs one only for classes that were generated to check data by its schemas.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-validation">JSON Schema validation, 2020-12</a>
 * @since 0.1.0
 */
public interface SchemaValidation {

    /**
     * Validators of schemas. References lead to the given documents and nowhere else: nothing is fetched, whatever a schema says. Of
     * {@code format} the formats of the draft are asserted.
     *
     * @param documents JSON texts by their absolute URIs; of draft 2020-12, or of draft-07 where {@code $schema} says so
     * @param roots the schemas: each the URI of a document, and behind a number sign the JSON Pointer of a schema in it
     * @return one for each root, in their order
     * @throws IllegalArgumentException if a document is no schema, or a reference leads nowhere
     */
    List<SchemaValidator> validators(Map<String, String> documents, List<String> roots);
}
