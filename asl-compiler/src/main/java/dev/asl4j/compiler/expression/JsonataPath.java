package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a JSONata path: each takes what its source gives, from left to right. */
public sealed interface JsonataPath extends JsonataNode {

    /** What it starts from: another part of the path, or the beginning of it. */
    JsonataNode source();

    /**
     * What an order goes by.
     *
     * @param descending whether greater values come first
     * @param value evaluated with each value as context
     */
    record Term(boolean descending, JsonataNode value) {}

    /**
     * A step: {@code source.step}.
     *
     * @param source what the step starts from
     * @param step evaluated with each value of the source as context
     * @param span where it stands
     */
    record Map(JsonataNode source, JsonataNode step, Span span) implements JsonataPath {

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.map(this);
        }
    }

    /**
     * A predicate or an index: {@code source[predicate]}.
     *
     * @param source what is filtered
     * @param predicate evaluated with each value of the source as context
     * @param span where it stands
     */
    record Filter(JsonataNode source, JsonataNode predicate, Span span) implements JsonataPath {

        @Override
        public @Nullable String stepName() {
            return source.stepName();
        }

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.filter(this);
        }
    }

    /**
     * Keeps a single value an array: {@code source[]}.
     *
     * @param source what is kept
     * @param span where it stands
     */
    record KeepArray(JsonataNode source, Span span) implements JsonataPath {

        @Override
        public @Nullable String stepName() {
            return source.stepName();
        }

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.keepArray(this);
        }
    }

    /**
     * An order: {@code source^(<a, >b)}.
     *
     * @param source what is put in order
     * @param terms what the order goes by, the first first
     * @param span where it stands
     */
    record Sort(JsonataNode source, List<Term> terms, Span span) implements JsonataPath {

        /** Copies the list. */
        public Sort {
            terms = List.copyOf(terms);
        }

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.sort(this);
        }
    }

    /**
     * Groups: <code>source{key: value}</code>.
     *
     * @param source what is put in groups
     * @param pairs the fields of the object that comes out
     * @param span where it stands
     */
    record Group(JsonataNode source, List<Pair> pairs, Span span) implements JsonataPath {

        /** Copies the list. */
        public Group {
            pairs = List.copyOf(pairs);
        }

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.group(this);
        }
    }

    /**
     * Binds a variable at a step: {@code source@$v}, {@code source#$i}.
     *
     * @param source the step
     * @param kind what is bound
     * @param variable seen by the rest of the path
     * @param span where it stands
     */
    record Binding(JsonataNode source, Kind kind, JsonataLeaf.Variable variable, Span span) implements JsonataPath {

        /** What a binding binds. */
        public enum Kind {
            /** The value: {@code @}. The context stays that of the step before. */
            VALUE,
            /** The position, from 0: {@code #}. */
            POSITION
        }

        @Override
        public @Nullable String stepName() {
            return source.stepName();
        }

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.binding(this);
        }
    }
}
