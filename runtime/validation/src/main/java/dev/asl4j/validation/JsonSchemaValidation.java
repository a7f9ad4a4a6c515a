package dev.asl4j.validation;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import com.networknt.schema.resource.InputStreamSource;
import com.networknt.schema.resource.SchemaLoader;
import dev.asl4j.runtime.spi.SchemaValidation;
import dev.asl4j.runtime.spi.SchemaValidator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Validates by <a href="https://github.com/networknt/json-schema-validator">networknt's validator</a>: draft 2020-12 and draft-07, formats
 * asserted, the first fault only.
 *
 * <p>Nothing is fetched: not from the network, nor from files or the class path. Regular expressions have the syntax of ECMA-262 as far
 * as Java has the like, and are matched with a bound on the work, which is for all texts of a value together. Numbers of more than 1,000
 * digits are refused, since computing with them could take any time.
 *
 * @since 0.1.0
 */
public final class JsonSchemaValidation implements SchemaValidation {

    /** For {@link java.util.ServiceLoader}. */
    public JsonSchemaValidation() {}

    @Override
    public List<SchemaValidator> validators(Map<String, String> documents, List<String> roots) {
        SchemaRegistry registry = registry(documents);
        try {
            return roots.stream()
                    .<SchemaValidator>map(root -> new ValidatorOfSchema(schema(registry, root)))
                    .toList();
        } catch (SchemaException e) {
            throw new IllegalArgumentException("the schema cannot be used: " + e.getMessage(), e);
        } catch (StackOverflowError e) {
            // Of the schemas being read nothing is kept.
            throw new IllegalArgumentException("the schema is nested too deeply", e);
        }
    }

    private static Schema schema(SchemaRegistry registry, String root) {
        Schema schema = registry.getSchema(SchemaLocation.of(root));
        schema.initializeValidators();
        return schema;
    }

    private static SchemaRegistry registry(Map<String, String> documents) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .failFast(true)
                .formatAssertionsEnabled(true)
                .locale(Locale.ROOT)
                .losslessNarrowing(true)
                .pathType(PathType.JSON_POINTER)
                .regularExpressionFactory(BoundedPattern::of)
                .build();
        return SchemaRegistry.withDialects(
                List.of(Dialects.getDraft202012(), Dialects.getDraft7()),
                builder -> builder.defaultDialectId(Dialects.getDraft202012().getId())
                        .nodeReader(new SchemaTexts())
                        .schemaRegistryConfig(config)
                        .schemaLoader(new GivenDocuments(Map.copyOf(documents))));
    }

    /** Leaves out what the library's own loader looks at besides: the class path, for schemas of schemas. */
    private static final class GivenDocuments extends SchemaLoader {
        private final Map<String, String> documents;

        GivenDocuments(Map<String, String> documents) {
            super(List.of(), List.of());
            this.documents = documents;
        }

        @Override
        public @Nullable InputStreamSource getSchemaResource(AbsoluteIri uri) {
            String text = documents.get(uri.toString());
            return text == null ? null : () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
