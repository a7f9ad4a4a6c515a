package dev.asl4j.it.fuzz;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fuzzing is too slow to come upon. */
final class LargeDefinitionsTest {
    private static final Map<String, Supplier<String>> DEFINITIONS = LargeDefinitions.all();

    static Set<String> names() {
        return DEFINITIONS.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void large(String name) {
        String text = DEFINITIONS.get(name).get();
        Oracle.judge(name.startsWith("YAML") ? "Large.asl.yaml" : "Large.asl.json", Seeds.utf8(text));
    }
}
