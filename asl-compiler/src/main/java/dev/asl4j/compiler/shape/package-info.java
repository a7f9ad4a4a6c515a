/**
 * What is known of data before there is any: not only its {@link dev.asl4j.compiler.types.ValueTypes types}, but the fields of objects and the
 * elements of arrays. In go schemas, literals, paths, templates and JSONata expressions; out come {@link
 * dev.asl4j.compiler.shape.Shape shapes}, which form a lattice of bounded size, and the places where a path finds nothing. Every value
 * that there can be has the shape; what is not known is every value. Nothing is reported here.
 */
@NullMarked
package dev.asl4j.compiler.shape;

import org.jspecify.annotations.NullMarked;
