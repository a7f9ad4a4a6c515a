/**
 * Workflows as pages for people. In goes what the compiler knows of {@link dev.asl4j.compiler.document.Workflow workflows} without errors: the
 * model, the plan, the contract with its schemas and Java types, and the shapes of the data. Out come pages in Markdown (GitHub's, with
 * tables), a page for each and one that lists them. The same workflows give the same text. Whatever a definition or a schema says is shown and
 * never becomes markup.
 */
@NullMarked
package dev.asl4j.compiler.document;

import org.jspecify.annotations.NullMarked;
