package dev.asl4j.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import dev.asl4j.runtime.spi.SchemaFault;
import dev.asl4j.runtime.spi.SchemaValidator;
import java.util.List;
import java.util.Optional;

/** Validates by one schema. */
final class ValidatorOfSchema implements SchemaValidator {
    private final Schema schema;

    ValidatorOfSchema(Schema schema) {
        this.schema = schema;
    }

    @Override
    public Optional<SchemaFault> fault(JsonNode value) {
        BoundedPattern.begin();
        try {
            List<Error> errors = schema.validate(NumberForms.of(value));
            return errors.stream().findFirst().map(ValidatorOfSchema::fault);
        } catch (ArithmeticException e) {
            return Optional.of(new SchemaFault("", "type", "has a number that is " + e.getMessage()));
        } catch (BoundedPattern.TooMuchWork e) {
            return Optional.of(new SchemaFault("", "pattern", String.valueOf(e.getMessage())));
        } catch (StackOverflowError e) {
            // The library recurses over the value; nothing of it is kept.
            return Optional.of(new SchemaFault("", "$ref", "nested too deeply to be checked"));
        } finally {
            BoundedPattern.end();
        }
    }

    private static SchemaFault fault(Error error) {
        return new SchemaFault(error.getInstanceLocation().toString(), error.getKeyword(), error.getMessage());
    }
}
