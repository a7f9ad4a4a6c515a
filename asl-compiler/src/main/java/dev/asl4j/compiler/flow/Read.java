package dev.asl4j.compiler.flow;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.model.QueryLanguage;

/**
 * A place where a state cannot do without the value of a variable, and where no guard tells that it has one.
 *
 * @param name the name of the variable
 * @param place the variable in the text
 * @param language of the state: decides what happens if there is no value
 * @param certain whether it is read whenever the state is entered; else only if some condition holds, which may go together with one of
 *     an earlier Choice state
 */
public record Read(String name, Subject place, QueryLanguage language, boolean certain) {}
