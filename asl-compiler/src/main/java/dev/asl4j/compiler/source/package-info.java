/**
 * Places in source text. In go the name and the text of a file, out come lines, columns and spans of it. Every other part of the
 * compiler stands on these types; they know nothing of JSON or of the language.
 */
@NullMarked
package dev.asl4j.compiler.source;

import org.jspecify.annotations.NullMarked;
