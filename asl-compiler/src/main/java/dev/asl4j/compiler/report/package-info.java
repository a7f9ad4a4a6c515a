/**
 * Diagnostics for other programs. In go {@link dev.asl4j.compiler.diagnostic.Diagnostic}s, out comes text: JSON lines, SARIF 2.1.0, or
 * workflow commands of GitHub Actions. The same diagnostics give the same text.
 */
@NullMarked
package dev.asl4j.compiler.report;

import org.jspecify.annotations.NullMarked;
