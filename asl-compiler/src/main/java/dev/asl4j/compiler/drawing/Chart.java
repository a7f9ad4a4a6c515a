package dev.asl4j.compiler.drawing;

import java.util.List;

/**
 * A state machine as boxes and arrows. Ids are made here and harmless in every notation; titles, names and labels are the user's words.
 *
 * @param main the top level
 * @param arrows all arrows, in the order of the definition
 */
record Chart(Group main, List<Arrow> arrows) {
    Chart {
        arrows = List.copyOf(arrows);
    }

    /**
     * A scope.
     *
     * @param nodes its start, its states, and its end if there is a way to it
     * @param groups the scopes of its states
     */
    record Group(String id, String title, List<Node> nodes, List<Group> groups) {
        Group {
            nodes = List.copyOf(nodes);
            groups = List.copyOf(groups);
        }
    }

    /**
     * A box.
     *
     * @param name the name of the state; empty for the start and the end
     * @param type what stands below the name
     */
    record Node(String id, Shape shape, String name, String type) {}

    /** How a box looks. */
    enum Shape {
        START,
        END,
        TASK,
        PASS,
        CHOICE,
        WAIT,
        SUCCEED,
        FAIL,
        PARALLEL,
        MAP,
        /** A state that could not be read, or does not exist. */
        UNKNOWN
    }

    /**
     * A way from one box to another.
     *
     * @param label why it is taken; empty where that goes without saying
     */
    record Arrow(String from, String to, Line line, String label) {}

    /** How an arrow looks. */
    enum Line {
        /** To the next state. */
        NEXT,
        /** To the state that handles an error. */
        CATCH,
        /** From a state into its scopes. */
        INSIDE
    }
}
