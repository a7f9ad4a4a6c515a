package dev.asl4j.maven;

import dev.asl4j.compiler.datatype.TypeOptions;
import dev.asl4j.compiler.datatype.TypeOptions.Numbers;
import dev.asl4j.compiler.datatype.TypeOptions.UnknownProperties;
import java.util.Locale;
import org.apache.maven.plugin.MojoFailureException;

/** The parameters that say how schemas become types. */
record TypesReader(String numbers, String unknownProperties, boolean schemaValidation) {

    TypeOptions read() throws MojoFailureException {
        Numbers fractions = switch (word(numbers)) {
            case "double" -> Numbers.DOUBLE;
            case "decimal" -> Numbers.DECIMAL;
            default -> throw new MojoFailureException("numbers '" + numbers + "' is neither 'double' nor 'decimal'");
        };
        UnknownProperties others = switch (word(unknownProperties)) {
            case "keep" -> UnknownProperties.KEEP;
            case "refuse" -> UnknownProperties.REFUSE;
            default ->
                throw new MojoFailureException(
                        "unknownProperties '" + unknownProperties + "' is neither 'keep' nor 'refuse'");
        };
        return new TypeOptions(fractions, others, schemaValidation);
    }

    private static String word(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
