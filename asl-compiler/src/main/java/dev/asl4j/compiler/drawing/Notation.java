package dev.asl4j.compiler.drawing;

import dev.asl4j.compiler.model.StateMachine;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages that graphs are written in. */
public enum Notation {
    /** A flowchart of Mermaid, which GitHub and many editors show. */
    MERMAID,
    /** The language of Graphviz. */
    DOT;

    /** The text of a graph, with an LF at the end of each line. */
    public String draw(StateMachine machine) {
        Chart chart = ChartMaker.chart(machine);
        return switch (this) {
            case MERMAID -> MermaidText.of(chart);
            case DOT -> DotText.of(chart);
        };
    }

    /** The word for it, for example {@code mermaid}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The notation with this word; empty: there is none. */
    public static Optional<Notation> of(String word) {
        return Stream.of(values())
                .filter(notation -> notation.word().equals(word))
                .findAny();
    }
}
