package dev.asl4j.compiler;

import java.util.List;
import java.util.Random;

/** Random JSONPaths over the names of {@link RandomJson}, of every kind of step. */
final class RandomPaths {
    private static final List<String> OPERATORS = List.of(
            "==", "!=", "<", "<=", ">", ">=", "===", "!==", "in", "nin", "subsetof", "anyof", "noneof", "contains");

    private static final List<String> SCALARS =
            List.of("1", "0", "2.5", "'x'", "'y'", "true", "false", "null", "-1", "''");

    private final Random random;

    RandomPaths(Random random) {
        this.random = random;
    }

    String path() {
        StringBuilder path = new StringBuilder("$");
        for (int steps = 1 + random.nextInt(4); steps > 0; steps--) {
            path.append(step(2));
        }
        return path.toString();
    }

    private String step(int depth) {
        return switch (random.nextInt(depth > 0 ? 14 : 11)) {
            case 0, 1, 2, 3 -> "." + name();
            case 4 -> "['" + name() + "']";
            case 5 -> "[" + (random.nextInt(5) - 2) + "]";
            case 6 -> random.nextBoolean() ? "[*]" : ".*";
            case 7 -> ".." + name();
            case 8 -> slice();
            case 9 -> "[" + random.nextInt(3) + "," + random.nextInt(3) + "]";
            case 10 -> "['" + name() + "','" + name() + "']";
            default -> "[?(" + condition(depth - 1) + ")]";
        };
    }

    private String name() {
        return RandomJson.NAMES.get(random.nextInt(RandomJson.NAMES.size()));
    }

    private String slice() {
        return switch (random.nextInt(3)) {
            case 0 -> "[" + (random.nextInt(5) - 2) + ":]";
            case 1 -> "[:" + (random.nextInt(5) - 2) + "]";
            default -> "[" + (random.nextInt(4) - 1) + ":" + (random.nextInt(5) - 1) + "]";
        };
    }

    private String condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> operand();
            case 1, 2, 3 -> operand() + " " + comparison();
            case 4 -> operand() + " =~ /[x-z]?.*/i";
            case 5 -> condition(depth - 1) + " && " + condition(depth - 1);
            case 6 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
            default -> "!(" + condition(depth - 1) + ")";
        };
    }

    private String comparison() {
        String operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
        boolean list = List.of("in", "nin", "subsetof", "anyof", "noneof").contains(operator);
        String right = list ? "[" + scalar() + ", " + scalar() + "]" : random.nextInt(4) == 0 ? operand() : scalar();
        return operator + " " + right;
    }

    private String scalar() {
        return SCALARS.get(random.nextInt(SCALARS.size()));
    }

    private String operand() {
        StringBuilder path = new StringBuilder(random.nextInt(8) == 0 ? "$" : "@");
        for (int steps = 1 + random.nextInt(2); steps > 0; steps--) {
            path.append(random.nextInt(5) == 0 ? "[0]" : "." + name());
        }
        return path.toString();
    }
}
