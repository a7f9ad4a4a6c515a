package dev.asl4j.compiler.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** The names of the states that a place in a definition is in. */
final class StatesAround {

    private StatesAround() {}

    /** From the outermost to the innermost; none at the top of the document. */
    static List<String> of(String pointer) {
        List<String> names = new ArrayList<>();
        String[] tokens = pointer.split("/", -1);
        int at = 1;
        while (at + 1 < tokens.length && tokens[at].equals("States")) {
            names.add(tokens[at + 1].replace("~1", "/").replace("~0", "~"));
            at += 2 + scope(tokens, at + 2);
        }
        return names;
    }

    /** How many tokens lead from a state into one of its scopes; what else is in the state is none. */
    private static int scope(String[] tokens, int at) {
        if (at >= tokens.length) {
            return 0;
        }
        return switch (tokens[at]) {
            case "Branches" -> 2;
            case "ItemProcessor", "Iterator" -> 1;
            default -> tokens.length;
        };
    }
}
