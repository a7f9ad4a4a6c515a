/**
 * The error names of the States Language and the one exception by which a state says that it cannot be executed.
 *
 * <p>Nothing comes in; names and failures go out. Lowest floor: it knows no other package of the runtime.
 */
@NullMarked
package dev.asl4j.runtime.error;

import org.jspecify.annotations.NullMarked;
