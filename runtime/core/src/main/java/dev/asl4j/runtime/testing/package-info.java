/**
 * For tests of workflows: time that passes only when nothing else can happen. In: a start instant and a seed. Out: an
 * environment for {@code Workflow.run} and {@code Engine}. Needs no test framework.
 */
@NullMarked
package dev.asl4j.runtime.testing;

import org.jspecify.annotations.NullMarked;
