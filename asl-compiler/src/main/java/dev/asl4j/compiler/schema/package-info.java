/**
 * JSON Schema, 2020-12 and draft-07.
 *
 * <p>In: positioned trees of JSON, and the files that these may refer to. Out: {@link dev.asl4j.compiler.schema.Schema schemas} as sealed
 * records, in which each keyword is either understood or kept as a check for a validator, and a diagnostic for whatever is no schema.
 */
@NullMarked
package dev.asl4j.compiler.schema;

import org.jspecify.annotations.NullMarked;
