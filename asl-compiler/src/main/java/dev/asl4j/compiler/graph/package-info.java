/**
 * Directed graphs over the numbers from 0, and the few algorithms that the checks need of them. In: who leads to whom. Out: what can be
 * reached, which nodes lie on cycles, the shortest and the longest way. Nothing here recurs or takes longer than the size of the graph
 * (times a logarithm, for the shortest way), because whoever writes a definition chooses the graph.
 */
@NullMarked
package dev.asl4j.compiler.graph;

import org.jspecify.annotations.NullMarked;
