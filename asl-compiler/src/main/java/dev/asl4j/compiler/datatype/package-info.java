/**
 * The Java types of data that schemas describe: what each is, and what it is called.
 *
 * <p>In: {@link dev.asl4j.compiler.schema.Schema schemas} of all definitions of a compilation. Out: one type for each schema that needs one, however
 * many refer to it, and a list of what these types do not hold.
 */
@NullMarked
package dev.asl4j.compiler.datatype;

import org.jspecify.annotations.NullMarked;
