/**
 * What users call: workflows, the engine, executions and their descriptions.
 */
@NullMarked
package dev.asl4j.runtime;

import org.jspecify.annotations.NullMarked;
