package dev.asl4j.compiler.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

// Size: one case per kind of value that can be cut; they share the bounds and the naming of the parts.

/**
 * Keeps expressions small enough for javac, whose stack is as deep as the source is nested, and for the virtual machine,
 * which has room for 64 KB in a method and compiles none of more than 8,000 bytes. What is too deep or too large moves into
 * part methods. Weights are estimates of bytes of code.
 */
final class Splitter implements Value.Visitor<Splitter.Sized<Value>> {
    /** Levels of nesting in one expression; each link of a chain of calls is one. */
    static final int DEEPEST = 100;

    /** Bytes of one expression. */
    static final int LARGEST = 3_000;

    /** Members of an object, terms of a condition in one expression. */
    static final int LONGEST = 50;

    /** What is smaller is not worth a method of its own. */
    private static final int WORTH_A_METHOD = 100;

    private final Supplier<String> names;
    private final List<PartMethod> parts = new ArrayList<>();
    private int weight;

    /** {@code names} gives a new name for a part method each time. */
    Splitter(Supplier<String> names) {
        this.names = names;
    }

    /** An expression with its size and the variables it uses. */
    record Sized<T>(T expression, int weight, int depth, Set<Variable> variables) {
        Sized<T> within(int moreWeight, int moreDepth) {
            return new Sized<>(expression, weight + moreWeight, depth + moreDepth, variables);
        }

        <S> Sized<S> as(S other) {
            return new Sized<>(other, weight, depth, variables);
        }

        List<Variable> arguments() {
            return List.copyOf(variables);
        }
    }

    /** The value in parts that fit, for an expression around it whose weight is counted as a whole. */
    Sized<Value> fit(Value value) {
        return value.accept(this);
    }

    Sized<Value> split(Value value) {
        Sized<Value> sized = fit(value);
        weight += sized.weight();
        return sized;
    }

    /** The part methods made so far. */
    List<PartMethod> parts() {
        return parts;
    }

    /** Bytes of all that was split here, part methods included. */
    int weight() {
        return weight;
    }

    /** Counts what an expression weighs that was not given to {@link #split}. */
    void weigh(int bytes) {
        weight += bytes;
    }

    String part(Set<Variable> variables, PartMethod.Body body, int bytes) {
        String name = names.get();
        parts.add(new PartMethod(name, List.copyOf(variables), body));
        weight += bytes;
        return name;
    }

    static Set<Variable> union(List<? extends Sized<?>> sized) {
        EnumSet<Variable> all = EnumSet.noneOf(Variable.class);
        sized.forEach(one -> all.addAll(one.variables()));
        return all;
    }

    static int weightOf(List<? extends Sized<?>> sized) {
        return sized.stream().mapToInt(Sized::weight).sum();
    }

    static int depthOf(List<? extends Sized<?>> sized) {
        return sized.stream().mapToInt(Sized::depth).max().orElse(0);
    }

    static <T> List<List<T>> groups(List<T> all, int size) {
        return IntStream.range(0, (all.size() + size - 1) / size)
                .mapToObj(i -> all.subList(i * size, Math.min(all.size(), (i + 1) * size)))
                .toList();
    }

    /** The value itself, or a call of a part method that computes it. */
    private Sized<Value> shallow(Sized<Value> value, int moreDepth) {
        return value.depth() + moreDepth > DEEPEST ? extracted(value) : value;
    }

    /** The value in a part method, whatever its size. */
    Sized<Value> extract(Value value) {
        return extracted(fit(value));
    }

    private Sized<Value> extracted(Sized<Value> value) {
        String name = part(value.variables(), new PartMethod.ValueBody(value.expression()), value.weight());
        return partCall(name, value.variables());
    }

    private static Sized<Value> partCall(String name, Set<Variable> variables) {
        Value call = new Value.PartCall(name, List.copyOf(variables));
        return new Sized<>(call, 4 + 2 * variables.size(), 1, variables);
    }

    /** The values one expression is made of, the largest of them moved away until the rest fits. */
    List<Sized<Value>> fitting(List<Sized<Value>> values, int moreDepth) {
        List<Sized<Value>> fitting = new ArrayList<>();
        values.forEach(value -> fitting.add(shallow(value, moreDepth)));
        int total = weightOf(fitting);
        List<Integer> largestFirst = IntStream.range(0, fitting.size())
                .boxed()
                .sorted(Comparator.comparing(i -> -fitting.get(i).weight()))
                .toList();
        for (int i : largestFirst) {
            Sized<Value> largest = fitting.get(i);
            if (total <= LARGEST || largest.weight() < WORTH_A_METHOD) {
                break;
            }
            fitting.set(i, extracted(largest));
            total -= largest.weight() - fitting.get(i).weight();
        }
        return fitting;
    }

    @Override
    public Sized<Value> local(Value.Local value) {
        return leaf(value, 1, value.variable());
    }

    @Override
    public Sized<Value> rawInput() {
        return leaf(new Value.RawInput(), 4, Variable.FRAME);
    }

    @Override
    public Sized<Value> context(Value.ContextPart part) {
        Value value = new Value.Context(part);
        return switch (part) {
            case WHOLE, EXECUTION_INPUT, MAP_ITEM_VALUE, MAP_ITEM_INDEX -> leaf(value, 4, Variable.FRAME);
            case WHOLE_FOR_ITEM -> leaf(value, 6, Variable.FRAME, Variable.INDEX, Variable.ITEM);
            case ITEM_INDEX -> leaf(value, 4, Variable.INDEX);
        };
    }

    @Override
    public Sized<Value> assigned(Value.Assigned value) {
        return value.slot() == null ? leaf(value, 1) : leaf(value, 7, Variable.FRAME);
    }

    @Override
    public Sized<Value> presentVariable(Value.PresentVariable value) {
        Sized<Value> variable = value.variable().accept(this);
        return variable.<Value>as(value).within(8, 1);
    }

    @Override
    public Sized<Value> newQuery(Value.QueryPlace place) {
        Value value = new Value.NewQuery(place);
        return switch (place) {
            case STATE -> leaf(value, 4, Variable.FRAME);
            case RESULT -> leaf(value, 8, Variable.FRAME, Variable.RESULT);
            case CATCHER -> leaf(value, 8, Variable.FRAME, Variable.ERROR_OUTPUT);
            case ITEM -> leaf(value, 6, Variable.FRAME, Variable.INDEX, Variable.ITEM);
        };
    }

    @Override
    public Sized<Value> query(Value.Query value) {
        return leaf(value, 10, Variable.QUERY);
    }

    @Override
    public Sized<Value> inputItems(Value.InputItems value) {
        Sized<Value> input = value.input().accept(this);
        return input.<Value>as(value).within(4, 1);
    }

    @Override
    public Sized<Value> constant(String field) {
        return leaf(new Value.Constant(field), 3);
    }

    @Override
    public Sized<Value> formatText(String text) {
        return leaf(new Value.FormatText(text), 3);
    }

    @Override
    public Sized<Value> empty() {
        return leaf(new Value.Empty(), 3);
    }

    private static Sized<Value> leaf(Value value, int weight, Variable... variables) {
        EnumSet<Variable> used = EnumSet.noneOf(Variable.class);
        used.addAll(List.of(variables));
        return new Sized<>(value, weight, 1, used);
    }

    @Override
    public Sized<Value> memberAt(Value.MemberAt value) {
        Sized<Value> base = shallow(value.base().accept(this), 1);
        return base.<Value>as(new Value.MemberAt(base.expression(), value.member()))
                .within(6, 1);
    }

    @Override
    public Sized<Value> elementAt(Value.ElementAt value) {
        Sized<Value> base = shallow(value.base().accept(this), 1);
        return base.<Value>as(new Value.ElementAt(base.expression(), value.index()))
                .within(6, 1);
    }

    @Override
    public Sized<Value> element(int depth) {
        return leaf(new Value.Element(depth), 1);
    }

    @Override
    public Sized<Value> bareElement(int depth) {
        return leaf(new Value.BareElement(depth), 1);
    }

    /** Selections are not taken apart; everything in their filters starts from the root or the element. */
    @Override
    public Sized<Value> selected(Value.Selected value) {
        Sized<Value> root = shallow(value.root().accept(this), value.size().depth());
        Value selected = new Value.Selected(root.expression(), value.links(), value.form(), value.size());
        Sized<Value> sized =
                root.as(selected).within(8 * value.size().nodes(), value.size().depth());
        sized.variables().add(Variable.FRAME);
        return sized;
    }

    @Override
    public Sized<Value> functionOf(Value.FunctionOf value) {
        List<Sized<Value>> arguments = fitting(
                value.arguments().stream()
                        .map(argument -> argument.accept(this))
                        .toList(),
                1);
        return composed(new Value.FunctionOf(value.function(), expressions(arguments)), arguments);
    }

    @Override
    public Sized<Value> required(Value.Required value) {
        Sized<Value> document = value.document().accept(this);
        Sized<Value> read = shallow(value.value().accept(this), 1);
        Value required = new Value.Required(
                read.expression(), value.place(), value.path(), value.steps(), value.field(), document.expression());
        List<Sized<Value>> spelled = value.place().namesDocument() ? List.of(read, document) : List.of(read);
        return new Sized<>(required, read.weight() + 12, read.depth() + 1, union(spelled));
    }

    @Override
    public Sized<Value> object(Value.ObjectOf value) {
        List<Value.Member> members = value.members();
        List<Sized<Value>> values =
                members.stream().map(member -> member.value().accept(this)).toList();
        if (!areOneExpression(members)) {
            return inParts(value.shape(), members, values);
        }
        List<Sized<Value>> fitting = fitting(values, 1);
        return composed(new Value.ObjectOf(value.shape(), named(members, fitting)), fitting);
    }

    /** Whether an object of these members is one call with a value for each of them. */
    static boolean areOneExpression(List<Value.Member> members) {
        return members.size() <= LONGEST
                && members.stream().map(Value.Member::name).distinct().count() == members.size();
    }

    private static List<Value.Member> named(List<Value.Member> members, List<Sized<Value>> values) {
        return IntStream.range(0, members.size())
                .mapToObj(i ->
                        new Value.Member(members.get(i).name(), values.get(i).expression()))
                .toList();
    }

    /** Part methods set {@value #LONGEST} members each, part methods of those call as many, and so on. */
    private Sized<Value> inParts(String shape, List<Value.Member> members, List<Sized<Value>> values) {
        List<Value.PartCall> calls = new ArrayList<>();
        for (List<Integer> group :
                groups(IntStream.range(0, members.size()).boxed().toList(), LONGEST)) {
            List<Sized<Value>> fitting = fitting(group.stream().map(values::get).toList(), LONGEST + 2);
            List<Value.Member> named = named(group.stream().map(members::get).toList(), fitting);
            Set<Variable> used = union(fitting);
            String name = part(used, new PartMethod.MembersBody(named), weightOf(fitting) + 6 * named.size());
            calls.add(new Value.PartCall(name, List.copyOf(used)));
        }
        Set<Variable> used = union(values);
        while (calls.size() > LONGEST) {
            List<Value.PartCall> outer = new ArrayList<>();
            for (List<Value.PartCall> group : groups(calls, LONGEST)) {
                String name = part(used, new PartMethod.PartsBody(group), 8 * group.size());
                outer.add(new Value.PartCall(name, List.copyOf(used)));
            }
            calls = outer;
        }
        return new Sized<>(new Value.ObjectInParts(shape, calls), 8 * calls.size(), calls.size() + 2, used);
    }

    @Override
    public Sized<Value> objectInParts(Value.ObjectInParts value) {
        EnumSet<Variable> used = EnumSet.noneOf(Variable.class);
        value.parts().forEach(part -> used.addAll(part.arguments()));
        return new Sized<>(value, 8 * value.parts().size(), value.parts().size() + 2, used);
    }

    @Override
    public Sized<Value> array(Value.ArrayOf value) {
        List<Sized<Value>> elements = fitting(
                value.elements().stream().map(element -> element.accept(this)).toList(), 1);
        return composed(new Value.ArrayOf(expressions(elements)), elements);
    }

    @Override
    public Sized<Value> call(Value.Call value) {
        List<Sized<Value>> arguments = fitting(
                value.arguments().stream()
                        .map(argument -> argument.accept(this))
                        .toList(),
                1);
        Sized<Value> call = composed(new Value.Call(value.function(), expressions(arguments)), arguments);
        call.variables().add(Variable.FRAME);
        return call;
    }

    @Override
    public Sized<Value> put(Value.Put value) {
        Sized<Value> document = value.document().accept(this);
        Sized<Value> placed = shallow(value.value().accept(this), 1);
        Value put = new Value.Put(document.expression(), placed.expression(), value.path(), value.member());
        int steps = value.path().steps().size();
        return new Sized<>(put, placed.weight() + 12 + 8 * steps, placed.depth() + 1, union(List.of(document, placed)));
    }

    @Override
    public Sized<Value> part(Value.PartCall value) {
        EnumSet<Variable> used = EnumSet.noneOf(Variable.class);
        used.addAll(value.arguments());
        return new Sized<>(value, 4 + 2 * used.size(), 1, used);
    }

    private static List<Value> expressions(List<Sized<Value>> values) {
        return values.stream().map(Sized::expression).toList();
    }

    private static Sized<Value> composed(Value value, List<Sized<Value>> parts) {
        return new Sized<>(value, weightOf(parts) + 8 * parts.size() + 6, depthOf(parts) + 1, union(parts));
    }
}
