package dev.asl4j.compiler.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.expression.Step;
import dev.asl4j.compiler.plan.Value;
import dev.asl4j.compiler.plan.Variable;
import dev.asl4j.compiler.plan.VariableSlot;
import java.util.List;

// Size: a method for each kind of value.

/** Spells values as Java expressions. */
final class ValueSpeller implements Value.Visitor<CodeBlock> {
    private static final int LONGEST_LINE = 80;

    private final Statics statics;

    /** Objects around the one being spelled: each indents its members further. */
    private int nesting;

    ValueSpeller(Statics statics) {
        this(statics, 0);
    }

    ValueSpeller(Statics statics, int nesting) {
        this.statics = statics;
        this.nesting = nesting;
    }

    CodeBlock spell(Value value) {
        return value.accept(this);
    }

    /** {@code frame, input}: the arguments of a part method, which are the names of its parameters. */
    static String arguments(List<Variable> variables) {
        return String.join(", ", variables.stream().map(Variable::javaName).toList());
    }

    CodeBlock string(String text) {
        return Literals.string(text, statics);
    }

    @Override
    public CodeBlock local(Value.Local value) {
        return CodeBlock.of("$L", value.variable().javaName());
    }

    @Override
    public CodeBlock rawInput() {
        return CodeBlock.of("frame.input()");
    }

    @Override
    public CodeBlock context(Value.ContextPart part) {
        return switch (part) {
            case WHOLE -> CodeBlock.of("frame.context()");
            case WHOLE_FOR_ITEM -> CodeBlock.of("frame.context(index, item)");
            case EXECUTION_INPUT -> CodeBlock.of("frame.executionInput()");
            case MAP_ITEM_VALUE -> CodeBlock.of("frame.mapItemValue()");
            case MAP_ITEM_INDEX -> CodeBlock.of("frame.mapItemIndex()");
            case ITEM_INDEX -> CodeBlock.of("$T.valueOf(index)", RuntimeTypes.INT_NODE);
        };
    }

    /** {@code frame.variable(0, RATE_SLOT)} */
    @Override
    public CodeBlock assigned(Value.Assigned value) {
        VariableSlot slot = value.slot();
        return slot == null
                ? CodeBlock.of("null")
                : CodeBlock.of("frame.variable($L, $L)", slot.depth(), slot.constant());
    }

    /** {@code assigned(frame.variable(0, ORDER_SLOT), "$order.items", "order")} */
    @Override
    public CodeBlock presentVariable(Value.PresentVariable value) {
        return CodeBlock.of(
                "$L($L, $L, $L)",
                statics.use(RuntimeTypes.PATHS, "assigned"),
                spell(value.variable()),
                string(value.path().text()),
                string(value.name()));
    }

    /** {@code Query.of(frame).withResult(result)} */
    @Override
    public CodeBlock newQuery(Value.QueryPlace place) {
        return switch (place) {
            case STATE -> CodeBlock.of("$T.of(frame)", RuntimeTypes.QUERY);
            case RESULT -> CodeBlock.of("$T.of(frame).withResult(result)", RuntimeTypes.QUERY);
            case CATCHER -> CodeBlock.of("$T.of(frame).withErrorOutput(error)", RuntimeTypes.QUERY);
            case ITEM -> CodeBlock.of("$T.ofItem(frame, index, item)", RuntimeTypes.QUERY);
        };
    }

    /** {@code query.value(CHARGE_AMOUNT, "Arguments/amount")} */
    @Override
    public CodeBlock query(Value.Query value) {
        String method = switch (value.type()) {
            case VALUE -> "value";
            case SECONDS -> "seconds";
            case TIMESTAMP -> "timestamp";
            case TEXT -> "text";
            case ITEMS -> "items";
            case ITEMS_OR_ENTRIES -> "itemsOrEntries";
            case MAX_CONCURRENCY -> "maxConcurrency";
            case COUNT -> "count";
            case PERCENTAGE -> "percentage";
        };
        return CodeBlock.of("query.$L($L, $L)", method, value.expression(), string(value.location()));
    }

    /** {@code Query.items(frame.input())} */
    @Override
    public CodeBlock inputItems(Value.InputItems value) {
        return CodeBlock.of("$T.items($L)", RuntimeTypes.QUERY, spell(value.input()));
    }

    @Override
    public CodeBlock constant(String field) {
        return CodeBlock.of("$L", field);
    }

    @Override
    public CodeBlock formatText(String text) {
        return string(text);
    }

    @Override
    public CodeBlock empty() {
        return CodeBlock.of("$T.EMPTY", RuntimeTypes.JSON);
    }

    /** {@code at(input, CHARGE_ORDER_ID)} */
    @Override
    public CodeBlock memberAt(Value.MemberAt value) {
        return at(spell(value.base()), CodeBlock.of("$L", value.member()));
    }

    /** {@code at(input, 0)} */
    @Override
    public CodeBlock elementAt(Value.ElementAt value) {
        return at(spell(value.base()), CodeBlock.of("$L", value.index()));
    }

    private CodeBlock at(CodeBlock base, CodeBlock step) {
        return CodeBlock.of("$L($L, $L)", statics.use(RuntimeTypes.PATHS, "at"), base, step);
    }

    /** {@code "name"} or {@code 0}. */
    private CodeBlock stepArgument(Step step) {
        if (step instanceof Step.Index index) {
            return CodeBlock.of("$L", index.index());
        }
        return string(((Step.Name) step).name());
    }

    @Override
    public CodeBlock element(int depth) {
        return CodeBlock.of("$L", elementName(depth));
    }

    static String elementName(int depth) {
        return depth == 1 ? "element" : "element" + depth;
    }

    /** {@code Filters.current(element)} */
    @Override
    public CodeBlock bareElement(int depth) {
        return CodeBlock.of("$T.current($L)", RuntimeTypes.FILTERS, elementName(depth));
    }

    /** {@code Selection.of(input).child("items").wildcard().toArray()} */
    @Override
    public CodeBlock selected(Value.Selected value) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.of($L)", RuntimeTypes.SELECTION, spell(value.root()));
        LinkSpeller links = new LinkSpeller(this, new ConditionSpeller(statics, this));
        value.links().forEach(link -> code.add(link.accept(links)));
        return code.add(
                        switch (value.form()) {
                            case ARRAY -> ".toArray()";
                            case VALUE -> ".toValue()";
                            case SELECTION -> "";
                        })
                .build();
    }

    /** {@code PathFunctions.length(at(input, STATE_LIST))} */
    @Override
    public CodeBlock functionOf(Value.FunctionOf value) {
        return CodeBlock.of(
                "$T.$L($L)", RuntimeTypes.PATH_FUNCTIONS, value.function().text(), spelled(value.arguments()));
    }

    /** Separated by commas; in lines of their own where one line would be too long to read. */
    CodeBlock spelled(List<Value> values) {
        CodeBlock line = values.stream().map(this::spell).collect(CodeBlock.joining(", "));
        if (values.size() < 2 || line.toString().length() <= LONGEST_LINE) {
            return line;
        }
        CodeBlock lines = values.stream().map(this::spell).collect(CodeBlock.joining(",\n"));
        return CodeBlock.of(nesting > 0 ? "$>$>\n$L$<$<" : "\n$L", lines);
    }

    /** {@code found(at(input, STATE_X), "$.x", "k.$", input)}, and what other places have in its stead. */
    @Override
    public CodeBlock required(Value.Required value) {
        CodeBlock read = spell(value.value());
        CodeBlock path = string(value.path().text());
        return switch (value.place()) {
            case TEMPLATE ->
                CodeBlock.of(
                        "$L($L, $L, $L, $L)",
                        statics.use(RuntimeTypes.PATHS, "found"),
                        read,
                        path,
                        string(value.field()),
                        spell(value.document()));
            case CHOICE -> CodeBlock.of("$L($L, $L)", statics.use(RuntimeTypes.PATHS, "variable"), read, path);
            case DATA_FLOW -> resolved(value, read, path);
            case TIMEOUT_PATH ->
                CodeBlock.of(
                        "$T.taskSeconds($L, $L, $L)",
                        RuntimeTypes.FIELD_PATHS,
                        string(value.field()),
                        resolved(value, read, path),
                        path);
            case ITEMS_PATH -> field("items", read, path);
            case SECONDS_PATH -> field("waitSeconds", read, path);
            case TIMESTAMP_PATH -> field("waitTimestamp", read, path);
            case MAX_CONCURRENCY_PATH -> field("maxConcurrency", read, path);
            case DISTRIBUTED_ITEMS_PATH -> field("distributedItems", read, path);
            case PERCENTAGE_PATH -> field("percentage", read, path);
            case COUNT_PATH ->
                CodeBlock.of("$T.count($L, $L, $L)", RuntimeTypes.FIELD_PATHS, string(value.field()), read, path);
        };
    }

    /** {@code resolved(at(at(input, STATE_A), STATE_B), "$.a.b", input, "a", "b")} */
    private CodeBlock resolved(Value.Required value, CodeBlock read, CodeBlock path) {
        return CodeBlock.of(
                "$L($L, $L, $L$L)",
                statics.use(RuntimeTypes.PATHS, "resolved"),
                read,
                path,
                spell(value.document()),
                stepArguments(value.steps()));
    }

    private CodeBlock stepArguments(List<Step> steps) {
        CodeBlock.Builder arguments = CodeBlock.builder();
        steps.stream().filter(Step::single).forEach(step -> arguments.add(", $L", stepArgument(step)));
        return arguments.build();
    }

    private static CodeBlock field(String method, CodeBlock read, CodeBlock path) {
        return CodeBlock.of("$T.$L($L, $L)", RuntimeTypes.FIELD_PATHS, method, read, path);
    }

    /**
     * <pre>{@code
     * CHARGE_PARAMETERS_SHAPE.object(
     *     found(at(input, STATE_ID), "$.id", "orderId.$", input),
     *     CHARGE_CURRENCY)
     * }</pre>
     */
    @Override
    public CodeBlock object(Value.ObjectOf value) {
        CodeBlock.Builder code = CodeBlock.builder().add("$L.object(", value.shape());
        code.add(nesting > 0 ? "$>$>" : "");
        nesting++;
        String separator = value.members().size() > 1 ? "\n" : "";
        for (Value.Member member : value.members()) {
            code.add("$L$L", separator, spell(member.value()));
            separator = ",\n";
        }
        nesting--;
        return code.add(")").add(nesting > 0 ? "$<$<" : "").build();
    }

    /** {@code objectPart2(input, objectPart(input, SHAPE.builder())).build()} */
    @Override
    public CodeBlock objectInParts(Value.ObjectInParts value) {
        CodeBlock object = CodeBlock.of("$L.builder()", value.shape());
        return CodeBlock.of("$L.build()", chained(value.parts(), object));
    }

    /** Each part method gets the builder first and returns it. */
    static CodeBlock chained(List<Value.PartCall> parts, CodeBlock object) {
        CodeBlock code = object;
        for (Value.PartCall part : parts) {
            String more = part.arguments().isEmpty() ? "" : ", " + arguments(part.arguments());
            code = CodeBlock.of("$L($L$L)", part.method(), code, more);
        }
        return code;
    }

    /** {@code array(SHAPE.object(...), FIXED)} */
    @Override
    public CodeBlock array(Value.ArrayOf value) {
        nesting++;
        CodeBlock elements = spelled(value.elements());
        nesting--;
        return CodeBlock.of("$L($L)", statics.use(RuntimeTypes.JSON, "array"), elements);
    }

    /** {@code Intrinsics.format("{}-{}", a, b)} */
    @Override
    public CodeBlock call(Value.Call value) {
        nesting++;
        CodeBlock arguments = spelled(value.arguments());
        nesting--;
        ClassName type = RuntimeTypes.INTRINSICS;
        return switch (value.function()) {
            case FORMAT -> CodeBlock.of("$T.format($L)", type, arguments);
            case STRING_TO_JSON -> CodeBlock.of("$T.stringToJson($L)", type, arguments);
            case JSON_TO_STRING -> CodeBlock.of("$T.jsonToString($L)", type, arguments);
            case ARRAY_OF -> CodeBlock.of("$T.array($L)", type, arguments);
            case ARRAY_PARTITION -> CodeBlock.of("$T.arrayPartition($L)", type, arguments);
            case ARRAY_CONTAINS -> CodeBlock.of("$T.arrayContains($L)", type, arguments);
            case ARRAY_RANGE -> CodeBlock.of("$T.arrayRange($L)", type, arguments);
            case ARRAY_GET_ITEM -> CodeBlock.of("$T.arrayGetItem($L)", type, arguments);
            case ARRAY_LENGTH -> CodeBlock.of("$T.arrayLength($L)", type, arguments);
            case ARRAY_UNIQUE -> CodeBlock.of("$T.arrayUnique($L)", type, arguments);
            case BASE64_ENCODE -> CodeBlock.of("$T.base64Encode($L)", type, arguments);
            case BASE64_DECODE -> CodeBlock.of("$T.base64Decode($L)", type, arguments);
            case HASH -> CodeBlock.of("$T.hash($L)", type, arguments);
            case JSON_MERGE -> CodeBlock.of("$T.jsonMerge($L)", type, arguments);
            case MATH_RANDOM ->
                value.arguments().size() == 2
                        ? CodeBlock.of("$T.mathRandom(frame.random(), $L)", type, arguments)
                        : CodeBlock.of("$T.mathRandom($L)", type, arguments);
            case MATH_ADD -> CodeBlock.of("$T.mathAdd($L)", type, arguments);
            case STRING_SPLIT -> CodeBlock.of("$T.stringSplit($L)", type, arguments);
            case UUID -> CodeBlock.of("$T.uuid(frame.newId())", type);
        };
    }

    /** {@code put(frame.input(), result, "$.a.b", "a", "b")} */
    @Override
    public CodeBlock put(Value.Put value) {
        CodeBlock steps =
                value.member() == null ? stepArguments(value.path().steps()) : CodeBlock.of(", $L", value.member());
        return CodeBlock.of(
                "$L($L, $L, $L$L)",
                statics.use(RuntimeTypes.PATHS, "put"),
                spell(value.document()),
                spell(value.value()),
                string(value.path().text()),
                steps);
    }

    @Override
    public CodeBlock part(Value.PartCall value) {
        return CodeBlock.of("$L($L)", value.method(), arguments(value.arguments()));
    }
}
