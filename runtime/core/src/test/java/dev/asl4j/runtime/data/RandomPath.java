package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Random indefinite paths, each as text for the oracle and as the chain that generated code would call.
 *
 * <p>Leaves out what the library gets wrong: a step behind {@code ..} followed by more, unless it is a name (see
 * {@link SelectionTest}).
 */
final class RandomPath {
    record Path(String text, Function<JsonNode, Selection> selection) {
        Path then(String step, Function<Selection, Selection> next) {
            return new Path(text + step, root -> next.apply(selection.apply(root)));
        }
    }

    private final Random random;
    private final RandomFilter filters;

    RandomPath(Random random) {
        this.random = random;
        this.filters = new RandomFilter(random);
    }

    Path next() {
        Path path = new Path("$", Selection::of);
        int definite = random.nextInt(3);
        for (int i = 0; i < definite; i++) {
            path = definiteStep(path);
        }
        int steps = random.nextInt(3);
        for (int i = 0; i < steps; i++) {
            path = step(path);
        }
        return lastStep(path);
    }

    private Path definiteStep(Path path) {
        if (random.nextInt(4) == 0) {
            int index = random.nextInt(6) - 3;
            return path.then("[" + index + "]", selection -> selection.index(index));
        }
        String name = name();
        return path.then(random.nextBoolean() ? "." + name : "['" + name + "']", selection -> selection.child(name));
    }

    private Path step(Path path) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> definiteStep(path);
            case 2 -> path.then(random.nextBoolean() ? ".*" : "[*]", Selection::wildcard);
            case 3 -> slice(path);
            case 4 -> indexes(path);
            case 5 -> filter(path);
            case 6 -> {
                String first = name();
                String second = name();
                // The library repeats a repeated name only in some places.
                yield first.equals(second)
                        ? definiteStep(path)
                        : path.then("['" + first + "','" + second + "']", s -> s.children(first, second))
                                .then("." + first, s -> s.child(first));
            }
            default -> {
                String name = name();
                yield path.then(".." + name, s -> s.descendants().child(name));
            }
        };
    }

    /** Makes sure that the path is indefinite. */
    private Path lastStep(Path path) {
        String name = name();
        return switch (random.nextInt(9)) {
            case 0 -> path.then("[*]", Selection::wildcard);
            case 1 -> path.then(".." + name, s -> s.descendants().child(name));
            case 2 -> path.then("..*", s -> s.descendants().wildcard());
            case 3 -> {
                int index = random.nextInt(5) - 2;
                yield path.then("..[" + index + "]", s -> s.descendants().index(index));
            }
            case 4 -> {
                RandomFilter.Filter filter = filters.next();
                yield path.then(
                        "..[?(" + filter.text() + ")]", s -> s.descendants().filter(item -> filter.test(item)));
            }
            case 5 -> path.then("[*]", Selection::wildcard).then("['a','b']", s -> s.pick("a", "b"));
            case 6 -> path.then("..['c','d']", s -> s.descendants().pick("c", "d"));
            case 7 -> slice(path);
            default -> filter(path);
        };
    }

    private Path slice(Path path) {
        int from = random.nextInt(7) - 3;
        int to = random.nextInt(7) - 3;
        return switch (random.nextInt(3)) {
            case 0 -> path.then("[" + from + ":]", s -> s.sliceFrom(from));
            case 1 -> path.then("[:" + to + "]", s -> s.sliceTo(to));
            default -> path.then("[" + from + ":" + to + "]", s -> s.slice(from, to));
        };
    }

    private Path indexes(Path path) {
        int first = random.nextInt(5) - 2;
        int second = random.nextInt(5) - 2;
        return path.then("[" + first + "," + second + "]", s -> s.indexes(first, second));
    }

    private Path filter(Path path) {
        RandomFilter.Filter filter = filters.next();
        return path.then("[?(" + filter.text() + ")]", s -> s.filter(item -> filter.test(item)));
    }

    private String name() {
        List<String> names = RandomJson.NAMES;
        return names.get(random.nextInt(names.size()));
    }
}
