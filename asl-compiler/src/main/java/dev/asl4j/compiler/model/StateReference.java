package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;

/**
 * The name of a state where a definition points to it: {@code Next}, {@code Default}, {@code StartAt}.
 *
 * @param name as written; that a state of this name exists in the scope is a matter of {@code compiler.check}
 * @param origin the string that holds the name
 */
public record StateReference(String name, Subject origin) {}
