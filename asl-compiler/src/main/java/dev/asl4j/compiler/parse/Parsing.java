package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.model.QueryLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a whole definition while it is read.
 *
 * @param language the machine's query language, which nested states fall back to as well; null: it could not be read, so that
 *     what the states hold cannot be judged
 */
record Parsing(Diagnostics diagnostics, @Nullable QueryLanguage language) {}
