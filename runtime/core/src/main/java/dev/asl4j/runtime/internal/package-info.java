/**
 * The driver: the one place that gives the protocol of {@code spi} its meaning. In: a state machine, its input, and
 * messages (start, task done, timer due, stop). Out: turns of frames, then their effects (task calls, timers), then an
 * outcome. Hosts give it threads: the caller's, or an engine's.
 *
 * <p>Not for users; what is public here is so for the packages above.
 */
@NullMarked
package dev.asl4j.runtime.internal;

import org.jspecify.annotations.NullMarked;
