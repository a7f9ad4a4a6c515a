package dev.asl4j.compiler.diagnostic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What becomes of rules in one definition.
 *
 * @param file levels that count in the whole definition
 * @param states by the name of a state, levels that count in it and in the states inside it
 */
public record FileRules(Map<Code, Level> file, Map<String, Map<Code, Level>> states) {
    /** Nothing is said otherwise. */
    public static final FileRules NONE = new FileRules(Map.of(), Map.of());

    /** Throws IllegalArgumentException for a rule that cannot be set. */
    public FileRules {
        file = RuleSet.adjustable(file);
        states = states.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(Map.Entry::getKey, state -> RuleSet.adjustable(state.getValue())));
    }

    /** Whether anything is said of a rule, for the file or for a state. */
    boolean name(Code code) {
        return file.containsKey(code) || states.values().stream().anyMatch(levels -> levels.containsKey(code));
    }

    /**
     * What is said of a rule at a place: of the states around it the innermost counts first, then the file.
     *
     * @param pointer the place in the document
     */
    Optional<Level> level(Code code, String pointer) {
        if (!states.isEmpty()) {
            List<String> around = StatesAround.of(pointer);
            for (int i = around.size() - 1; i >= 0; i--) {
                Level level = states.getOrDefault(around.get(i), Map.of()).get(code);
                if (level != null) {
                    return Optional.of(level);
                }
            }
        }
        return Optional.ofNullable(file.get(code));
    }
}
