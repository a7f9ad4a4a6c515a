/**
 * What becomes of rules, in the words of a configuration.
 *
 * <p>In: the bytes of a file that stands beside a definition, or a code and a level as a build tool has them. Out: {@link
 * dev.asl4j.compiler.diagnostic.FileRules}, and a diagnostic for each word that means nothing.
 */
@NullMarked
package dev.asl4j.compiler.rules;

import org.jspecify.annotations.NullMarked;
