/**
 * The quickstart: a shop that works its orders off with a compiled state machine. In goes an order as a JSON file, out come a
 * line for each state and the receipt.
 */
@NullMarked
package dev.asl4j.quickstart;

import org.jspecify.annotations.NullMarked;
