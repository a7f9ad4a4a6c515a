/**
 * State machines as drawings. In goes a {@link dev.asl4j.compiler.model.StateMachine}, also one with errors; out comes text for Mermaid or
 * Graphviz, by way of a {@link dev.asl4j.compiler.drawing.Chart}. Whatever the names of states hold, it is shown and never changes the
 * drawing.
 */
@NullMarked
package dev.asl4j.compiler.drawing;

import org.jspecify.annotations.NullMarked;
