/**
 * What a workflow and its tasks take and give, by the file with types beside the definition.
 *
 * <p>In: the bytes of that file. Out: a {@link dev.asl4j.compiler.contract.Contract} of schemas and names of Java classes, and a diagnostic for
 * whatever in it means nothing.
 */
@NullMarked
package dev.asl4j.compiler.contract;

import org.jspecify.annotations.NullMarked;
