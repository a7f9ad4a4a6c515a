/**
 * Checks data by JSON Schemas. In go the schemas that a generated class has, and values at the borders of workflows and tasks; out comes the
 * first fault of each. It is the {@link dev.asl4j.runtime.spi.SchemaValidation} that the runtime finds when it is on the class path.
 */
@NullMarked
package dev.asl4j.validation;

import org.jspecify.annotations.NullMarked;
