package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Root;
import dev.asl4j.compiler.expression.Step;
import dev.asl4j.compiler.model.PathSetting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans the body of one method: values in the order in which the method computes them, and the locals that takes. The
 * locals for input and context are there only if something uses them.
 */
final class BodyPlanner {
    private final StateScribe scribe;
    private final PathSetting inputPath;
    private final Value.QueryPlace queryPlace;
    private final List<StatePlan.Let> lets = new ArrayList<>();
    private final Set<Variable> used = EnumSet.noneOf(Variable.class);

    /**
     * A body.
     *
     * @param inputPath how the method gets its effective input, should it need it
     * @param queryPlace what the method's JSONata expressions see, should it have some
     */
    BodyPlanner(StateScribe scribe, PathSetting inputPath, Value.QueryPlace queryPlace) {
        this.scribe = scribe;
        this.inputPath = inputPath;
        this.queryPlace = queryPlace;
    }

    /** For values on a document: a local, so that it is cheap to repeat. */
    ValuePlanner on(Variable document) {
        return new ValuePlanner(scribe, new Value.Local(document));
    }

    /** The effective input as a value of its own: without an InputPath there is no need for a local. */
    Value input() {
        boolean raw = inputPath instanceof PathSetting.Absent && !used.contains(Variable.INPUT);
        return keep(raw ? new Value.RawInput() : new Value.Local(Variable.INPUT));
    }

    /** The raw input, which is the local for the input if that is there and the same. */
    Value rawInput() {
        boolean local = inputPath instanceof PathSetting.Absent && used.contains(Variable.INPUT);
        return local ? new Value.Local(Variable.INPUT) : new Value.RawInput();
    }

    /** The value as this method can compute it. */
    Value keep(Value value) {
        return note(scribe.splitter().split(value));
    }

    /** The value as this method can compute it as a part of another one, which is to be kept. */
    Value fitted(Value value) {
        return note(scribe.splitter().fit(value));
    }

    /** The value as what a method of its own returns. */
    Value extracted(Value value) {
        return note(scribe.splitter().extract(value));
    }

    /** Notes the variables of something that was split. */
    <T> T note(Splitter.Sized<T> sized) {
        used.addAll(sized.variables());
        return sized.expression();
    }

    /** Adds a local. */
    Value let(Variable variable, Value value) {
        lets.add(new StatePlan.Let(variable, keep(value)));
        used.add(variable);
        return new Value.Local(variable);
    }

    /** Whether there is a local of that name, or will be. */
    boolean uses(Variable variable) {
        return used.contains(variable);
    }

    /** Sees to it that there is a local for input, context or query. */
    void use(Variable variable) {
        used.add(variable);
    }

    /** What was used so far. */
    Set<Variable> variables() {
        return used;
    }

    /**
     * {@code ResultPath}: where the value goes in the raw input.
     *
     * @param local for the value, if it is more than a name
     */
    Value placed(Value value, Variable local, PathSetting resultPath) {
        return resultPath.accept(new PathSetting.Visitor<>() {
            @Override
            public Value absent() {
                return value;
            }

            @Override
            public Value nothing() {
                // Computed though it is dropped: it may fail.
                named();
                return rawInput();
            }

            @Override
            public Value path(Path path) {
                return path.steps().isEmpty() ? value : new Value.Put(rawInput(), named(), path, member(path));
            }

            private @Nullable String member(Path path) {
                return path.steps().size() == 1 && path.steps().get(0) instanceof Step.Name name
                        ? scribe.member(name.name())
                        : null;
            }

            private Value named() {
                return canFail(value) ? let(local, value) : value;
            }
        });
    }

    /** {@code OutputPath}: what of the value goes out; to be kept by the caller. */
    Value output(Value value, PathSetting outputPath) {
        return outputPath.accept(new PathSetting.Visitor<>() {
            @Override
            public Value absent() {
                return value;
            }

            @Override
            public Value nothing() {
                if (canFail(value)) {
                    let(Variable.OUTPUT, value);
                }
                return new Value.Empty();
            }

            @Override
            public Value path(Path path) {
                if (isWhole(path)) {
                    return value;
                }
                Variable document = Variable.OUTPUT;
                if (value instanceof Value.Local local) {
                    document = local.variable();
                } else {
                    let(document, value);
                }
                return on(document).required(path, Value.Place.DATA_FLOW, "OutputPath");
            }
        });
    }

    /** Whether the path is {@code $}. */
    static boolean isWhole(Path path) {
        return path.steps().isEmpty() && path.root() instanceof Root.Document;
    }

    /** Whether computing a value can fail the state, so that it is computed though nothing uses it. */
    static boolean canFail(Value value) {
        return !(value instanceof Value.RawInput
                || value instanceof Value.Local
                || value instanceof Value.Constant
                || value instanceof Value.Empty);
    }

    /** All locals, those for context and input first. */
    List<StatePlan.Let> lets() {
        Optional<StatePlan.Let> input = inputLet();
        List<StatePlan.Let> all = new ArrayList<>();
        if (used.contains(Variable.CONTEXT)) {
            all.add(new StatePlan.Let(Variable.CONTEXT, new Value.Context(Value.ContextPart.WHOLE)));
        }
        input.ifPresent(all::add);
        if (used.contains(Variable.QUERY)) {
            all.add(new StatePlan.Let(Variable.QUERY, new Value.NewQuery(queryPlace)));
        }
        all.addAll(lets);
        return all;
    }

    private Optional<StatePlan.Let> inputLet() {
        boolean wanted = used.contains(Variable.INPUT);
        return inputPath
                .accept(new PathSetting.Visitor<Optional<Value>>() {
                    @Override
                    public Optional<Value> absent() {
                        return wanted ? Optional.of(new Value.RawInput()) : Optional.empty();
                    }

                    @Override
                    public Optional<Value> nothing() {
                        return wanted ? Optional.of(new Value.Empty()) : Optional.empty();
                    }

                    @Override
                    public Optional<Value> path(Path path) {
                        // Even where nothing uses the input: a path that leads nowhere fails the state.
                        ValuePlanner raw = new ValuePlanner(scribe, new Value.RawInput());
                        return Optional.of(keep(raw.required(path, Value.Place.DATA_FLOW, "InputPath")));
                    }
                })
                .map(value -> new StatePlan.Let(Variable.INPUT, value));
    }
}
