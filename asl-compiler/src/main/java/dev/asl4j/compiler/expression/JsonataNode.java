package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a JSONata expression (version 2.0.6), as it is written: parentheses are blocks, a path is a chain of steps to the left.
 * Each node knows where it stands, as offsets in the text of the expression.
 */
public sealed interface JsonataNode
        permits JsonataLeaf,
                JsonataPath,
                JsonataNode.Negation,
                JsonataNode.Binary,
                JsonataNode.ArrayOf,
                JsonataNode.Range,
                JsonataNode.ObjectOf,
                JsonataNode.Conditional,
                JsonataNode.Block,
                JsonataNode.Assignment,
                JsonataNode.Call,
                JsonataNode.Lambda,
                JsonataNode.Transform {

    /** Offsets in the text of the expression. */
    Span span();

    /** Calls the method for this kind of node. */
    <R> R accept(JsonataVisitor<R> visitor);

    /** The name of the field that this selects as a step of a path; null if it is not one name. */
    default @Nullable String stepName() {
        return null;
    }

    /** The name of the variable that this is; null if it is something else. */
    default @Nullable String variableName() {
        return null;
    }

    /**
     * A field of an object, or of the object that groups give.
     *
     * @param key its name
     * @param value its value
     */
    record Pair(JsonataNode key, JsonataNode value) {}

    /**
     * The negative of a number that is computed.
     *
     * @param operand the number
     * @param span where it stands
     */
    record Negation(JsonataNode operand, Span span) implements JsonataNode {

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.negation(this);
        }
    }

    /**
     * Two operands of an operator.
     *
     * @param operator the operator
     * @param left its left side
     * @param right its right side
     * @param span where it stands
     */
    record Binary(JsonataOperator operator, JsonataNode left, JsonataNode right, Span span) implements JsonataNode {

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /**
     * An array.
     *
     * @param elements its elements, {@link Range} among them
     * @param span where it stands
     */
    record ArrayOf(List<JsonataNode> elements, Span span) implements JsonataNode {

        /** Copies the list. */
        public ArrayOf {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.array(this);
        }
    }

    /**
     * The integers from one to another: {@code [from..to]}. Stands in an array only.
     *
     * @param from the first
     * @param to the last
     * @param span where it stands
     */
    record Range(JsonataNode from, JsonataNode to, Span span) implements JsonataNode {

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.range(this);
        }
    }

    /**
     * An object.
     *
     * @param pairs its fields
     * @param span where it stands
     */
    record ObjectOf(List<Pair> pairs, Span span) implements JsonataNode {

        /** Copies the list. */
        public ObjectOf {
            pairs = List.copyOf(pairs);
        }

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.object(this);
        }
    }

    /**
     * A choice: {@code condition ? then : otherwise}.
     *
     * @param condition what it depends on
     * @param then its value if that holds
     * @param otherwise its value if not; null for undefined
     * @param span where it stands
     */
    record Conditional(
            JsonataNode condition,
            JsonataNode then,
            @Nullable JsonataNode otherwise,
            Span span) implements JsonataNode {

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.conditional(this);
        }
    }

    /**
     * Expressions in parentheses; the value is that of the last one.
     *
     * @param expressions evaluated one after the other
     * @param span where it stands
     */
    record Block(List<JsonataNode> expressions, Span span) implements JsonataNode {

        /** Copies the list. */
        public Block {
            expressions = List.copyOf(expressions);
        }

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.block(this);
        }
    }

    /**
     * Binds a variable in its block: {@code $v := value}.
     *
     * @param variable the variable
     * @param value what is bound, which is the value of the whole too
     * @param span where it stands
     */
    record Assignment(JsonataLeaf.Variable variable, JsonataNode value, Span span) implements JsonataNode {

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.assignment(this);
        }
    }

    /**
     * A call, or a partial application if a {@link JsonataLeaf.Hole} is among the arguments.
     *
     * @param function what is called
     * @param arguments the arguments
     * @param span where it stands
     */
    record Call(JsonataNode function, List<JsonataNode> arguments, Span span) implements JsonataNode {

        /** Copies the list. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /**
     * A function: <code>function($a, $b)&lt;nn:n&gt;{ body }</code>.
     *
     * @param parameters its parameters
     * @param signature the types with their angle brackets, without blanks; null for none
     * @param body its value
     * @param span where it stands
     */
    record Lambda(
            List<JsonataLeaf.Variable> parameters, @Nullable String signature, JsonataNode body, Span span)
            implements JsonataNode {

        /** Copies the list. */
        public Lambda {
            parameters = List.copyOf(parameters);
        }

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.lambda(this);
        }
    }

    /**
     * A function that changes parts of an object: {@code |pattern|update,delete|}.
     *
     * @param pattern selects the parts
     * @param update the fields to set
     * @param delete the names of the fields to take away; null for none
     * @param span where it stands
     */
    record Transform(
            JsonataNode pattern,
            JsonataNode update,
            @Nullable JsonataNode delete,
            Span span) implements JsonataNode {

        @Override
        public <R> R accept(JsonataVisitor<R> visitor) {
            return visitor.transform(this);
        }
    }
}
