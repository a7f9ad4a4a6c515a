package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a path. Each knows where it stands, as offsets in the string the path is (part of). */
public sealed interface Step {

    /** Offsets in the decoded string, from the dot or bracket on. */
    Span span();

    /** Whether the step selects exactly one node whatever the data is, so that it may stand in a reference path. */
    default boolean single() {
        return false;
    }

    /**
     * Whether json-path takes the step as selecting one value rather than an array of matches.
     *
     * @param last whether the step is the last of its path
     */
    default boolean definite(boolean last) {
        return single();
    }

    /** Calls the method for this kind of step. */
    <R> R accept(Visitor<R> visitor);

    /** {@code .name} or {@code ['name']}: a member of an object. */
    record Name(String name, Span span) implements Step {

        @Override
        public boolean single() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.name(this);
        }
    }

    /** {@code ['a','b']}: several members; as the last step an object of those there are, before another step each in turn. */
    record Names(List<String> names, Span span) implements Step {

        /** Copies the names. */
        public Names {
            names = List.copyOf(names);
        }

        @Override
        public boolean definite(boolean last) {
            return last;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.names(this);
        }
    }

    /** {@code [n]}: an element of an array; negative numbers count from the end. */
    record Index(int index, Span span) implements Step {

        @Override
        public boolean single() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.index(this);
        }
    }

    /** {@code [1,2]}: several elements. */
    record Indexes(List<Integer> indexes, Span span) implements Step {

        /** Copies the indexes. */
        public Indexes {
            indexes = List.copyOf(indexes);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.indexes(this);
        }
    }

    /** {@code [from:to]}: the elements from the first index to before the second; at least one of them is there. */
    record Slice(@Nullable Integer from, @Nullable Integer to, Span span) implements Step {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.slice(this);
        }
    }

    /** {@code .*} or {@code [*]}: all members or elements. */
    record Wildcard(Span span) implements Step {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.wildcard(this);
        }
    }

    /** {@code ..}: the node and all nodes below it; always followed by another step, which is applied to each. */
    record Descendants(Span span) implements Step {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.descendants(this);
        }
    }

    /** {@code [?(...)]}: the elements for which the expression is true. */
    record Filter(FilterExpression expression, Span span) implements Step {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.filter(this);
        }
    }

    /** {@code .name(...)}: a function of what the path before it selects; always the last step. */
    record Function(PathFunction function, List<Operand> arguments, Span span) implements Step {

        /** Copies the arguments. */
        public Function {
            arguments = List.copyOf(arguments);
        }

        @Override
        public boolean definite(boolean last) {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.function(this);
        }
    }

    /** {@code [(...)]}: a script that computes an index. Definitions in use have it; what it does on AWS is not known. */
    record Script(String script, Span span) implements Step {

        @Override
        public boolean definite(boolean last) {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.script(this);
        }
    }

    /**
     * One method for each kind of step.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {

        /** {@code .name}. */
        R name(Name step);

        /** {@code ['a','b']}. */
        R names(Names step);

        /** {@code [n]}. */
        R index(Index step);

        /** {@code [1,2]}. */
        R indexes(Indexes step);

        /** {@code [from:to]}. */
        R slice(Slice step);

        /** {@code [*]}. */
        R wildcard(Wildcard step);

        /** {@code ..}. */
        R descendants(Descendants step);

        /** {@code [?(...)]}. */
        R filter(Filter step);

        /** {@code .name(...)}. */
        R function(Function step);

        /** {@code [(...)]}. */
        R script(Script step);
    }
}
