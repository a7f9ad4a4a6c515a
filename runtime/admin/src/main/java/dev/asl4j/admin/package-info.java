/**
 * The operator's command line. In go arguments; out come executions of a store as tables or JSON, and what is to happen to one of them,
 * which the engines of the store then do. Nothing here runs an execution.
 */
@NullMarked
package dev.asl4j.admin;

import org.jspecify.annotations.NullMarked;
