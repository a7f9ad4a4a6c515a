package dev.asl4j.compiler.rules;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.FileRules;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file beside a definition that says what becomes of rules in it:
 *
 * <pre>{@code
 * {
 *   "comment": "for whom it may concern",
 *   "rules": {"unassigned-variable": "error"},
 *   "states": {"Ship": {"no-dollar": "off"}}
 * }
 * }</pre>
 *
 * <p>No field has to be there. A level counts in the whole definition, or in a state and the states inside it; whether it changes anything
 * does not matter.
 */
public final class RulesFile {

    /** Looking for near names takes time, and more of them than this help nobody. */
    private static final int MOST_SUGGESTIONS = 50;

    private final FileRules rules;
    private final List<JsonString> states;

    RulesFile(FileRules rules, List<JsonString> states) {
        this.rules = rules;
        this.states = List.copyOf(states);
    }

    /**
     * Reads the file. What is wrong with it is reported and left out.
     *
     * @param displayPath the path as diagnostics show it
     * @param content its bytes, which have to be UTF-8
     */
    public static RulesFile read(String displayPath, byte[] content, Diagnostics diagnostics) {
        return new RulesReader(diagnostics).read(displayPath, content);
    }

    /** The levels in it. */
    public FileRules rules() {
        return rules;
    }

    /**
     * Reports the states in it that the definition does not have.
     *
     * @param definition the document; if no states can be made out in it, that is another's to report
     */
    public void check(JsonValue definition, Diagnostics diagnostics) {
        Set<String> names = states.isEmpty() ? Set.of() : StateNames.of(definition);
        if (names.isEmpty()) {
            return;
        }
        int reported = 0;
        for (JsonString state : states) {
            String name = state.value();
            if (!names.contains(name)) {
                @Nullable String hint = reported++ < MOST_SUGGESTIONS ? Suggestions.didYouMean(name, names) : null;
                diagnostics.report(
                        Code.UNKNOWN_RULE_STATE, state, "the definition has no state " + Quotes.quote(name), hint);
            }
        }
    }
}
