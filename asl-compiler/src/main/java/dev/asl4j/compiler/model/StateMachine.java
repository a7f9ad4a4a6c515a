package dev.asl4j.compiler.model;

import org.jspecify.annotations.Nullable;

/**
 * A whole definition.
 *
 * @param name the state machine's name, from the name of its file: {@code order-fulfilment}
 * @param queryLanguage of states that name none
 * @param timeoutSeconds {@code TimeoutSeconds} of the execution; 0: no limit of its own
 * @param main the top-level states
 */
public record StateMachine(
        String name, QueryLanguage queryLanguage, @Nullable String comment, long timeoutSeconds, Scope main) {}
