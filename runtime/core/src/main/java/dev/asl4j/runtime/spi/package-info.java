/**
 * The protocol between generated code and the driver. Generated code extends {@link dev.asl4j.runtime.spi.Scope} and
 * fills a {@link dev.asl4j.runtime.spi.StateTable}; the driver hands it a {@link dev.asl4j.runtime.spi.Frame} at a
 * state, and gets back one verb: move on, or do an effect. {@link dev.asl4j.runtime.spi.Environment} is the one seam
 * for time, ids and randomness.
 */
@NullMarked
package dev.asl4j.runtime.spi;

import org.jspecify.annotations.NullMarked;
