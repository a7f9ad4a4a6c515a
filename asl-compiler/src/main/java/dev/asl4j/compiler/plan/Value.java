package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.IntrinsicFunction;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.PathFunction;
import dev.asl4j.compiler.expression.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

// Size: one record per kind of value, each with the method that dispatches a visitor.

/** A JSON value that generated code computes, with every name chosen: an expression that only has to be spelled. */
public sealed interface Value {

    <R> R accept(Visitor<R> visitor);

    /** A parameter or a local. */
    record Local(Variable variable) implements Value {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.local(this);
        }
    }

    /** The raw input of the frame's state. */
    record RawInput() implements Value {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rawInput();
        }
    }

    /** A part of the context object. */
    record Context(ContextPart part) implements Value {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.context(part);
        }
    }

    /**
     * A variable of the state machine, null if nothing was assigned yet.
     *
     * @param slot null: no state in reach ever assigns it
     */
    record Assigned(@Nullable VariableSlot slot) implements Value {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assigned(this);
        }
    }

    /** A variable that has to have been assigned, else the state fails; of a path that is not in a template. */
    record PresentVariable(Assigned variable, Path path, String name) implements Value {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.presentVariable(this);
        }
    }

    /** What evaluates JSONata expressions; only ever the value of {@link Variable#QUERY}. */
    record NewQuery(QueryPlace place) implements Value {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.newQuery(place);
        }
    }

    /** Where JSONata expressions stand, which decides what of {@code $states} they see. */
    enum QueryPlace {
        STATE,
        /** Where there is a result: Output and Assign of a Task, Parallel or Map state. */
        RESULT,
        CATCHER,
        /** The selector of a Map's items. */
        ITEM
    }

    /**
     * What a JSONata expression gives.
     *
     * @param type what it has to give, which decides the Java type
     * @param expression the static field of the expression
     * @param location where it stands, as AWS names it in messages
     */
    record Query(QueryType type, String expression, String location) implements Value {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.query(this);
        }
    }

    /** What a JSONata expression has to give. */
    enum QueryType {
        /** Any JSON. */
        VALUE,
        /** Of a Wait state or a limit of time. */
        SECONDS,
        TIMESTAMP,
        TEXT,
        ITEMS,
        /** Items of a distributed Map, where an object will do as well. */
        ITEMS_OR_ENTRIES,
        MAX_CONCURRENCY,
        COUNT,
        PERCENTAGE
    }

    /** The raw input as what a Map state iterates over: the state fails if it is no array. */
    record InputItems(Value input) implements Value {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inputItems(this);
        }
    }

    /** A literal, kept in a static field of the class. */
    record Constant(String field) implements Value {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(field);
        }
    }

    /** A template of States.Format as a Java string, with the escapes of an intrinsic function's literal. */
    record FormatText(String text) implements Value {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.formatText(text);
        }
    }

    /** The empty object. */
    record Empty() implements Value {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.empty();
        }
    }

    /** One member of another value, null if it is not there; {@code member} is the constant with the name. */
    record MemberAt(Value base, String member) implements Value {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.memberAt(this);
        }
    }

    /** One element of another value, counted from the end if the index is negative; null if it is not there. */
    record ElementAt(Value base, int index) implements Value {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.elementAt(this);
        }
    }

    /** The element that a filter is asked about; {@code depth} counts the filters around, from 1. */
    record Element(int depth) implements Value {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.element(depth);
        }
    }

    /** The element itself as an operand of a filter: {@code @} without a step. */
    record BareElement(int depth) implements Value {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bareElement(depth);
        }
    }

    /**
     * What steps select that are more than names and indexes.
     *
     * @param form what becomes of the selected values
     * @param size of the whole path
     */
    record Selected(Value root, List<Link> links, Form form, PathSize size) implements Value {
        public Selected {
            links = List.copyOf(links);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.selected(this);
        }
    }

    /** What becomes of selected values. */
    enum Form {
        /** Always an array. */
        ARRAY,
        /** An array, or the value of a definite path; null if the path leads nowhere. */
        VALUE,
        /** They stay a selection, which is asked whether there is something. */
        SELECTION
    }

    /** One link in the chain of a selection. */
    sealed interface Link {
        <R> R accept(LinkVisitor<R> visitor);
    }

    /** A step without anything to plan in it; {@code last}: the last of its path. */
    record PlainLink(Step step, boolean last) implements Link {
        @Override
        public <R> R accept(LinkVisitor<R> visitor) {
            return visitor.plain(this);
        }
    }

    /** A filter; {@code depth} counts it and the filters around. */
    record FilterLink(Condition condition, int depth) implements Link {
        @Override
        public <R> R accept(LinkVisitor<R> visitor) {
            return visitor.filter(this);
        }
    }

    /** A path function on each selected value. */
    record FunctionLink(PathFunction function, List<Value> arguments) implements Link {
        public FunctionLink {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(LinkVisitor<R> visitor) {
            return visitor.function(this);
        }
    }

    /** A path function of values, null if one of them is. */
    record FunctionOf(PathFunction function, List<Value> arguments) implements Value {
        public FunctionOf {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.functionOf(this);
        }
    }

    /**
     * A value that has to be there, else the state fails as AWS does at this place.
     *
     * @param value null if it is not there
     * @param place what kind of place, which decides the message
     * @param path the path it was read by
     * @param steps its steps from the document on
     * @param field the field that has the path
     * @param document what the steps were applied to
     */
    record Required(Value value, Place place, Path path, List<Step> steps, String field, Value document)
            implements Value {
        public Required {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.required(this);
        }
    }

    /**
     * An object of computed members.
     *
     * @param shape the constant that remembers their names
     * @param members at least one
     */
    record ObjectOf(String shape, List<Member> members) implements Value {
        public ObjectOf {
            members = List.copyOf(members);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.object(this);
        }
    }

    /** A member of an object. */
    record Member(String name, Value value) {}

    /**
     * An object whose members are set by part methods, one after the other, as they are too many for one expression.
     *
     * @param shape the constant that remembers their names
     */
    record ObjectInParts(String shape, List<PartCall> parts) implements Value {
        public ObjectInParts {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.objectInParts(this);
        }
    }

    /** An array of computed elements. */
    record ArrayOf(List<Value> elements) implements Value {
        public ArrayOf {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.array(this);
        }
    }

    /** What an intrinsic function returns. */
    record Call(IntrinsicFunction function, List<Value> arguments) implements Value {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /**
     * A document with a value placed into it: {@code ResultPath}.
     *
     * @param member the constant with the name, if that is all the path has
     */
    record Put(
            Value document,
            Value value,
            Path path,
            @Nullable String member) implements Value {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.put(this);
        }
    }

    /** What a part method returns, which computes a part of a large expression. */
    record PartCall(String method, List<Variable> arguments) implements Value {
        public PartCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.part(this);
        }
    }

    /** The parts of the context object that the runtime gives on its own. */
    enum ContextPart {
        /** All of it. */
        WHOLE,
        /** All of it, as the selector of a Map's items sees it. */
        WHOLE_FOR_ITEM,
        /** {@code $$.Execution.Input}. */
        EXECUTION_INPUT,
        /** {@code $$.Map.Item.Value}, null outside of iterations. */
        MAP_ITEM_VALUE,
        /** {@code $$.Map.Item.Index}, null outside of iterations. */
        MAP_ITEM_INDEX,
        /** {@code $$.Map.Item.Index}, as the selector of a Map's items sees it. */
        ITEM_INDEX
    }

    /** Where a path stands; AWS has a message for each. */
    enum Place {
        /** {@code InputPath}, {@code OutputPath}. */
        DATA_FLOW,
        /** Payload templates, arguments of intrinsic functions, {@code ErrorPath}, {@code CausePath}. */
        TEMPLATE,
        /** {@code Variable} and the {@code Path} operands of Choice rules. */
        CHOICE,
        ITEMS_PATH,
        SECONDS_PATH,
        TIMESTAMP_PATH,
        TIMEOUT_PATH,
        MAX_CONCURRENCY_PATH,
        /** Of a distributed Map, where an object will do as well. */
        DISTRIBUTED_ITEMS_PATH,
        COUNT_PATH,
        PERCENTAGE_PATH;

        /** Whether the message for a path that leads nowhere shows what it was applied to. */
        boolean namesDocument() {
            return this == TEMPLATE || namesEveryStep();
        }

        /** Whether the message for a path that leads nowhere names each of its steps. */
        boolean namesEveryStep() {
            return this == DATA_FLOW || this == TIMEOUT_PATH;
        }

        /** Whether any JSON will do: what is there never fails. */
        boolean takesAny() {
            return switch (this) {
                case DATA_FLOW, TEMPLATE, CHOICE -> true;
                case ITEMS_PATH,
                        SECONDS_PATH,
                        TIMESTAMP_PATH,
                        TIMEOUT_PATH,
                        MAX_CONCURRENCY_PATH,
                        DISTRIBUTED_ITEMS_PATH,
                        COUNT_PATH,
                        PERCENTAGE_PATH -> false;
            };
        }
    }

    interface Visitor<R> {
        R local(Local value);

        R rawInput();

        R context(ContextPart part);

        R assigned(Assigned value);

        R presentVariable(PresentVariable value);

        R newQuery(QueryPlace place);

        R query(Query value);

        R inputItems(InputItems value);

        R constant(String field);

        R formatText(String text);

        R empty();

        R memberAt(MemberAt value);

        R elementAt(ElementAt value);

        R element(int depth);

        R bareElement(int depth);

        R selected(Selected value);

        R functionOf(FunctionOf value);

        R required(Required value);

        R object(ObjectOf value);

        R objectInParts(ObjectInParts value);

        R array(ArrayOf value);

        R call(Call value);

        R put(Put value);

        R part(PartCall value);
    }

    interface LinkVisitor<R> {
        R plain(PlainLink link);

        R filter(FilterLink link);

        R function(FunctionLink link);
    }
}
