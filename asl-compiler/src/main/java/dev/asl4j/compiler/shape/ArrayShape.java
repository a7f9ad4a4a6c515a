package dev.asl4j.compiler.shape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an array.
 *
 * @param first the elements at its start, each with a shape of its own
 * @param rest all other elements; null: they can be anything; {@link Shape#NEVER}: there are none
 * @param least how many elements there are at least
 */
public record ArrayShape(List<Shape> first, @Nullable Shape rest, int least) {
    /** Any array. */
    public static final ArrayShape ANY = new ArrayShape(List.of(), null, 0);

    /** Longer arrays are as good as arrays of any length. */
    private static final int LONGEST = 16;

    /** What is too long is cut: the elements behind are among the others. */
    public ArrayShape {
        if (first.size() > LONGEST) {
            rest = rest == null ? null : union(first.subList(LONGEST, first.size()), rest);
            first = first.subList(0, LONGEST);
        }
        first = List.copyOf(first);
        least = Math.min(least, LONGEST);
    }

    /** An array of any length whose elements are alike. */
    public static ArrayShape of(Shape element) {
        return new ArrayShape(List.of(), element, 0);
    }

    /** An array of just these elements. */
    public static ArrayShape exactly(List<Shape> elements) {
        return new ArrayShape(elements, Shape.NEVER, elements.size());
    }

    /** Any of its elements; never if it has none. */
    public Shape element() {
        return rest == null ? Shape.ANY : union(first, rest);
    }

    /** The element of that index, from 0; missing where there may be none. */
    public Shape at(int index) {
        Shape known = index < first.size() ? first.get(index) : rest == null ? Shape.ANY : rest;
        return known.isNever() ? Shape.MISSING : index < least ? known : known.orMissing();
    }

    /** Whether its length is known. */
    public boolean isExact() {
        return rest != null && rest.isNever() && least == first.size();
    }

    ArrayShape or(ArrayShape other) {
        int common = Math.min(first.size(), other.first.size());
        List<Shape> both = new ArrayList<>();
        for (int i = 0; i < common; i++) {
            both.add(first.get(i).or(other.first.get(i)));
        }
        Shape others = rest == null || other.rest == null
                ? null
                : union(
                        other.first.subList(common, other.first.size()),
                        union(first.subList(common, first.size()), rest.or(other.rest)));
        return new ArrayShape(both, others, Math.min(least, other.least));
    }

    private static Shape union(List<Shape> shapes, Shape last) {
        Shape all = last;
        for (Shape shape : shapes) {
            all = shape.or(all);
        }
        return all;
    }
}
