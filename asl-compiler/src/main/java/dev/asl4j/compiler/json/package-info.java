/**
 * JSON with a place for every value and key, also where it was written in YAML. In goes the text of a file, out comes a
 * {@link dev.asl4j.compiler.json.JsonValue} tree, or diagnostics that say what is wrong with the text and where.
 */
@NullMarked
package dev.asl4j.compiler.json;

import org.jspecify.annotations.NullMarked;
