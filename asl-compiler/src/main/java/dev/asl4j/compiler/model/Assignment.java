package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Template;

/**
 * A field of {@code Assign}. All of one {@code Assign} are computed before the first is carried out.
 *
 * @param variable the variable's name, without {@code $} and {@code .$}
 * @param value what it gets
 * @param origin the field
 */
public record Assignment(String variable, Template value, Subject origin) {}
