/**
 * What is held against what: executions in the store against an undisturbed run, histories against their own rules, and the side log of the
 * handlers against the histories. In go records, out come findings in words; none is good.
 */
@NullMarked
package dev.asl4j.crash.check;

import org.jspecify.annotations.NullMarked;
