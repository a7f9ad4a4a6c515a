package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that a generated class checks data by, for generated code. They become validators when the first object of the class is
 * made, or the first value is converted.
 *
 * @since 0.1.0
 */
public final class DataSchemas {
    private static final String DOCUMENT = "asl:/schemas";

    private final Class<?> owner;
    private final int count;
    private final String document;
    private volatile @Nullable List<SchemaValidator> validators;

    private DataSchemas(Class<?> owner, int count, String document) {
        this.owner = owner;
        this.count = count;
        this.document = document;
    }

    /**
     * The schemas of a class.
     *
     * @param owner whose class loader is asked for the {@link SchemaValidation}
     * @param count how many of the schemas are checked by
     * @param document has them below {@code $defs}, by their numbers from 0 on, and then those they refer to
     */
    public static DataSchemas of(Class<?> owner, int count, String document) {
        return new DataSchemas(owner, count, document);
    }

    /**
     * The same type, of which values cross the border only if they are valid; else the conversion throws IllegalArgumentException, as it does
     * for what is not of the type.
     *
     * @param schema its number
     */
    public <T> DataType<T> check(int schema, DataType<T> type) {
        return type.checked(json -> check(schema, json));
    }

    private void check(int schema, JsonNode json) {
        Optional<SchemaFault> fault = validators().get(schema).fault(json);
        if (fault.isPresent()) {
            throw new IllegalArgumentException(
                    "not valid by its schema: " + fault.get().words());
        }
    }

    /**
     * Makes the validators, if they are not there yet.
     *
     * @throws IllegalStateException if no {@link SchemaValidation} is there
     */
    public void require() {
        validators();
    }

    private List<SchemaValidator> validators() {
        List<SchemaValidator> made = validators;
        if (made == null) {
            synchronized (this) {
                made = validators;
                if (made == null) {
                    made = make();
                    validators = made;
                }
            }
        }
        return made;
    }

    private List<SchemaValidator> make() {
        List<String> roots = IntStream.range(0, count)
                .mapToObj(number -> DOCUMENT + "#/$defs/" + number)
                .toList();
        try {
            return service().validators(Map.of(DOCUMENT, document), roots);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the schemas of " + owner.getName() + " cannot be checked by: " + e.getMessage(), e);
        }
    }

    private SchemaValidation service() {
        return find(owner.getClassLoader())
                .or(() -> find(Thread.currentThread().getContextClassLoader()))
                .orElseThrow(() -> new IllegalStateException(owner.getName()
                        + " checks data by its schemas, and nothing that does so is there:"
                        + " add dev.asl4j:asl4j-validation to the dependencies"));
    }

    private static Optional<SchemaValidation> find(@Nullable ClassLoader loader) {
        return ServiceLoader.load(SchemaValidation.class, loader).findFirst();
    }

    /** Shows no schemas. */
    @Override
    public String toString() {
        return "DataSchemas[" + owner.getName() + "]";
    }
}
