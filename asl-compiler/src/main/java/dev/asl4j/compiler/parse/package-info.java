/**
 * From the JSON tree of a definition to the model of it.
 *
 * <p>In: a {@link dev.asl4j.compiler.json.JsonValue}. Out: a {@link dev.asl4j.compiler.model.StateMachine}, and
 * diagnostics for every field that is missing, unknown, of the wrong type or out of range. A user's
 * mistake is reported once and never throws; what could be read besides is returned.
 */
@NullMarked
package dev.asl4j.compiler.parse;

import org.jspecify.annotations.NullMarked;
