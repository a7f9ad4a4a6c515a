package dev.asl4j.compiler.expression;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the reserved variable {@code $states} holds in JSONata (AWS, "Reserved variable: $states"). */
public enum StatesMember {
    /** The input of the state, as it came in. */
    INPUT("input", "in every expression"),
    /** The context object. */
    CONTEXT("context", "in every expression"),
    /** The result of the work of a Task, Parallel or Map state. */
    RESULT("result", "in Output and Assign of a Task, Parallel or Map state"),
    /** The error that a catcher caught. */
    ERROR_OUTPUT("errorOutput", "in Output and Assign of a catcher");

    /** The members that every expression may read. */
    public static final Set<StatesMember> EVERYWHERE = Collections.unmodifiableSet(EnumSet.of(INPUT, CONTEXT));

    private final String text;
    private final String place;

    StatesMember(String text, String place) {
        this.text = text;
        this.place = place;
    }

    /** As an expression writes it: {@code errorOutput}. */
    public String text() {
        return text;
    }

    /** Where it can be read, in words. */
    String place() {
        return place;
    }

    static @Nullable StatesMember of(String text) {
        for (StatesMember member : values()) {
            if (member.text.equals(text)) {
                return member;
            }
        }
        return null;
    }

    static List<String> texts() {
        return Stream.of(values()).map(StatesMember::text).toList();
    }
}
