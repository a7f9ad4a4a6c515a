/**
 * What can be said of values before there is data. In go the trees of JSONata expressions, intrinsic functions, paths and templates,
 * with what is known of the names they read; out come sets of {@link dev.asl4j.compiler.types.ValueTypes types}, of which the type of
 * every value that an evaluation can give is one, and the places that can only fail. Where nothing is certain, the set is that of all
 * types. What is to be known of the fields of objects and the elements of arrays has its place in
 * {@link dev.asl4j.compiler.types.ValueTypes}.
 */
@NullMarked
package dev.asl4j.compiler.types;

import org.jspecify.annotations.NullMarked;
