package dev.asl4j.benchmarks.suite;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A benchmark of JMH's.
 *
 * @param params what its parameters are
 */
record Bench(Class<?> type, String method, Map<String, String> params) {
    /** With names and values of parameters by turns. */
    static Bench of(Class<?> type, String method, Object... params) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < params.length; i += 2) {
            map.put(params[i].toString(), params[i + 1].toString());
        }
        return new Bench(type, method, map);
    }

    /** For JMH, which takes a regular expression. */
    String pattern() {
        return "^" + Pattern.quote(type.getName() + "." + method) + "$";
    }

    @Override
    public String toString() {
        return params.entrySet().stream()
                .map(param -> param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining(", ", type.getSimpleName() + "." + method + "(", ")"));
    }
}
