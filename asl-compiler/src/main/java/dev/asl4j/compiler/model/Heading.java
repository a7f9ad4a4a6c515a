package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What every state has.
 *
 * @param name 1 to 80 characters of any kind
 * @param language the query language of the state's own fields
 * @param origin the state's name in the definition: the key in {@code States}
 */
public record Heading(String name, @Nullable String comment, QueryLanguage language, Subject origin) {}
