package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.shape.Shape;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of variables by name, at one place of a machine; never changed. The variables of a machine have numbers, by which their shapes
 * stand in an array: ways come together thousands of times, each with hundreds of variables.
 */
final class VariableShapes extends AbstractMap<String, Shape> {
    /** None, of no machine in particular. */
    static final VariableShapes NONE = new VariableShapes(Map.of(), new Shape[0]);

    private final Map<String, Integer> numbers; // of the machine, and more while it is gone through
    private final @Nullable Shape[] shapes; // none beyond its end

    /** None, of a machine that has none so far. */
    VariableShapes() {
        this(new HashMap<>(), new Shape[0]);
    }

    private VariableShapes(Map<String, Integer> numbers, @Nullable Shape[] shapes) {
        this.numbers = numbers;
        this.shapes = shapes;
    }

    /** None, of the same machine. */
    VariableShapes none() {
        return new VariableShapes(numbers, new Shape[0]);
    }

    /** These, and others in the place of those of their names. */
    VariableShapes with(Map<String, Shape> others) {
        if (numbers == NONE.numbers) { // which all threads have
            return new VariableShapes().with(others);
        }
        others.keySet().forEach(name -> numbers.putIfAbsent(name, numbers.size()));
        @Nullable Shape[] all = Arrays.copyOf(shapes, others.isEmpty() ? shapes.length : numbers.size());
        others.forEach((name, shape) -> all[number(name)] = shape);
        return new VariableShapes(numbers, all);
    }

    /** What is known where one way and another come together: what one of them does not have may be missing. */
    @SuppressWarnings("ReferenceEquality") // shapes are equal whoever made them, and that is to be known as well
    VariableShapes or(VariableShapes other) {
        if (numbers != other.numbers) { // these stand by other numbers
            return shapes.length > 0 ? or(none().with(other)) : other.shapes.length > 0 ? other.or(this) : this;
        }
        @Nullable Shape[] both = Arrays.copyOf(shapes, Math.max(shapes.length, other.shapes.length));
        boolean changes = false;
        for (int i = 0; i < both.length; i++) {
            @Nullable Shape here = both[i];
            @Nullable Shape there = other.at(i);
            both[i] = here == null ? orMissing(there) : there == null ? here.orMissing() : here.or(there);
            changes |= both[i] != here;
        }
        return changes ? new VariableShapes(numbers, both) : this;
    }

    private static @Nullable Shape orMissing(@Nullable Shape shape) {
        return shape == null ? null : shape.orMissing();
    }

    /** The same variables, of which nothing is known. */
    VariableShapes unknown() {
        @Nullable Shape[] unknown = shapes.clone();
        Arrays.setAll(unknown, i -> unknown[i] == null ? null : Shape.ANYTHING);
        return new VariableShapes(numbers, unknown);
    }

    /** In the order of the alphabet. */
    SortedMap<String, Shape> sorted() {
        SortedMap<String, Shape> sorted = new TreeMap<>();
        numbers.forEach((name, number) -> {
            Shape shape = at(number);
            if (shape != null) {
                sorted.put(name, shape);
            }
        });
        return sorted;
    }

    private @Nullable Shape at(int number) {
        return number < shapes.length ? shapes[number] : null;
    }

    private int number(String name) {
        return Objects.requireNonNull(numbers.get(name));
    }

    @Override
    public @Nullable Shape get(@Nullable Object name) {
        Integer number = numbers.get(name);
        return number == null ? null : at(number);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Entry<String, Shape>> entrySet() {
        return sorted().entrySet();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof VariableShapes variables) || variables.numbers != numbers) {
            return super.equals(other);
        }
        for (int i = Math.max(shapes.length, variables.shapes.length) - 1; i >= 0; i--) {
            if (!Objects.equals(at(i), variables.at(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
