package dev.asl4j.compiler.types;

import dev.asl4j.compiler.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A part of an expression that fails whenever it is evaluated.
 *
 * @param span where it stands, in the text of the expression
 * @param message what it needs and what it has
 * @param hint the way out; null: none is known
 */
public record Fault(Span span, String message, @Nullable String hint) {}
