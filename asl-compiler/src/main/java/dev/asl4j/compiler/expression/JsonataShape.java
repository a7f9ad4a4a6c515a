package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a part of an expression is once JSONata has joined steps to paths, as far as its rules ask. Parents are found by JSONata's own
 * method: each {@code %} is sought in the steps before it, and from there outwards.
 */
final class JsonataShape {

    enum Kind {
        /** Steps. */
        PATH,
        /** A name or a wildcard: a step that has a parent. */
        FIELD,
        /** A string, which as a step is a name. */
        TEXT,
        /** A number, true, false or null. */
        LITERAL,
        /** The parent. */
        PARENT,
        /** Expressions in parentheses. */
        BLOCK,
        /** An order, which is a step. */
        SORT,
        /** Anything else. */
        OTHER
    }

    /** A parent that is sought, so many levels above. */
    private static final class Sought {
        private int level = 1;
    }

    private Kind kind;
    private final Span span;
    private final String literal;
    private final List<JsonataShape> steps = new ArrayList<>();
    private final List<Sought> sought = new ArrayList<>();
    private boolean seeking;
    private boolean filtered;
    private boolean grouped;
    private boolean focused;
    private @Nullable JsonataShape last;
    private final Sought parent = new Sought();

    JsonataShape(Kind kind, Span span) {
        this(kind, span, "");
    }

    JsonataShape(Kind kind, Span span, String literal) {
        this.kind = kind;
        this.span = span;
        this.literal = literal;
    }

    static JsonataShape path(JsonataShape step) {
        JsonataShape path = new JsonataShape(Kind.PATH, step.span);
        path.steps.add(step);
        return path;
    }

    Kind kind() {
        return kind;
    }

    Span span() {
        return span;
    }

    String literal() {
        return literal;
    }

    List<JsonataShape> steps() {
        return steps;
    }

    boolean filtered() {
        return filtered;
    }

    boolean grouped() {
        return grouped;
    }

    void group() {
        grouped = true;
    }

    void focus() {
        focused = true;
    }

    /** For a block: its last expression so far. */
    void last(JsonataShape expression) {
        last = expression;
    }

    void textIsField() {
        if (kind == Kind.TEXT) {
            kind = Kind.FIELD;
        }
    }

    /** This if it is a path, else a path of this one step. */
    JsonataShape asPath() {
        return kind == Kind.PATH ? this : path(this);
    }

    /** The same as what a step follows: a parent at the start is sought. */
    JsonataShape asStart() {
        JsonataShape path = asPath();
        if (kind == Kind.PARENT) {
            path.seek(List.of(parent));
        }
        return path;
    }

    /** The last step of a path, else this. */
    JsonataShape lastStep() {
        return kind == Kind.PATH ? steps.get(steps.size() - 1) : this;
    }

    void append(JsonataShape rest) {
        if (rest.kind == Kind.PATH) {
            steps.addAll(rest.steps);
        } else {
            steps.add(rest);
        }
    }

    boolean seeksParent() {
        return kind == Kind.PARENT || seeking;
    }

    private void seek(List<Sought> parents) {
        seeking = true;
        sought.addAll(parents);
    }

    /** Seeks what a part of this seeks. */
    void seekWith(JsonataShape part) {
        if (part.seeksParent()) {
            seek(part.all());
        }
    }

    private List<Sought> all() {
        List<Sought> all = new ArrayList<>(sought);
        if (kind == Kind.PARENT) {
            all.add(parent);
        }
        return all;
    }

    void filterBy(JsonataShape predicate) {
        filtered = true;
        if (!predicate.seeking) {
            return;
        }
        for (Sought parent : predicate.sought) {
            if (parent.level == 1) {
                findIn(this, parent);
            } else {
                parent.level--;
            }
        }
        seekWith(predicate);
    }

    /** Seeks what the last step seeks in the steps before it; what is not found there, this seeks. */
    void resolveParents() {
        for (Sought parent : steps.get(steps.size() - 1).all()) {
            int index = steps.size() - 2;
            while (parent.level > 0) {
                if (index < 0) {
                    seek(List.of(parent));
                    break;
                }
                JsonataShape step = steps.get(index--);
                // steps that bind one after the other have the same context
                while (index >= 0 && step.focused && steps.get(index).focused) {
                    step = steps.get(index--);
                }
                findIn(step, parent);
            }
        }
    }

    private static void findIn(JsonataShape shape, Sought parent) {
        switch (shape.kind) {
            case FIELD -> parent.level--;
            case PARENT -> parent.level++;
            case BLOCK -> {
                if (shape.last != null) {
                    findIn(shape.last, parent);
                }
            }
            case PATH -> {
                int index = shape.steps.size() - 1;
                findIn(shape.steps.get(index--), parent);
                while (parent.level > 0 && index >= 0) {
                    findIn(shape.steps.get(index--), parent);
                }
            }
            case TEXT, LITERAL, SORT, OTHER -> throw JsonataFaults.noParent(shape.span);
        }
    }
}
