package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Hears of the states that executions enter and leave, in the order in which each execution does so. Called on the thread that
 * drives the execution, so it should be quick; what it throws is logged and changes nothing. Nothing is built for it but what it is
 * handed.
 *
 * @since 0.1.0
 */
public interface ExecutionListener {
    /**
     * A state was entered.
     *
     * @param execution name of the execution
     * @param state name of the state, in whatever scope
     * @param input the state's raw input; cannot be changed
     */
    default void stateEntered(String execution, String state, JsonNode input) {}

    /**
     * A state was left, by a transition or as the last one of its scope. Not called for a Fail state nor for one whose error nobody
     * caught.
     *
     * @param output the state's output; cannot be changed
     */
    default void stateExited(String execution, String state, JsonNode output) {}
}
