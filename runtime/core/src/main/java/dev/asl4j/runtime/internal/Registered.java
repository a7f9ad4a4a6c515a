package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.StateMachine;

/** A state machine of an engine, and the type of its executions. */
public record Registered(StateMachine machine, ExecutionType type) {}
