package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.model.State;
import java.util.List;
import java.util.stream.Collectors;

/** Names of states in messages: the first few of many. */
final class StateNames {
    private static final int SHOWN = 4;

    private StateNames() {}

    /** {@code "A", "B" and 7 more}. */
    static String list(List<State> states) {
        List<String> names = states.stream()
                .limit(states.size() == SHOWN + 1 ? SHOWN + 1 : SHOWN)
                .map(state -> Quotes.quote(state.name()))
                .toList();
        int more = states.size() - names.size();
        if (more > 0) {
            return String.join(", ", names) + " and " + more + " more";
        }
        int last = names.size() - 1;
        return last == 0
                ? names.get(0)
                : names.stream().limit(last).collect(Collectors.joining(", ")) + " and " + names.get(last);
    }

    /** {@code state "A" leads} or {@code the states "A" and "B" lead}. */
    static String subject(List<State> states, String one, String many) {
        return states.size() == 1 ? "state " + list(states) + " " + one : "the states " + list(states) + " " + many;
    }
}
