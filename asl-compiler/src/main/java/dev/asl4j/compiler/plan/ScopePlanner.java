package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.ErrorName;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.Retrier;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plans all scopes of a machine, from the top level down. */
final class ScopePlanner {
    /** Error names in Retry and Catch of one state. */
    private static final int MOST_ERROR_NAMES = 1_000;

    private final Names names;
    private final TaskPlanner tasks;
    private final Slots slots;
    private final Diagnostics diagnostics;
    private final List<ScopePlan> scopes = new ArrayList<>();

    ScopePlanner(Names names, TaskPlanner tasks, Slots slots, Diagnostics diagnostics) {
        this.names = names;
        this.tasks = tasks;
        this.slots = slots;
        this.diagnostics = diagnostics;
    }

    /** The top level first, then the others in the order of the definition. */
    List<ScopePlan> plan(Scope main) {
        add(main, new Place(names.newClass("Main"), null, null, 0, ContextRoot.OF_STATE), null);
        return scopes;
    }

    /** Where a scope goes: its names, the state it belongs to, and what its states see of the context object. */
    private record Place(
            String className,
            @Nullable String field,
            @Nullable State owner,
            int branch,
            ContextRoot context) {}

    private void add(Scope scope, Place place, ScopePlan.@Nullable ItemSelector itemSelector) {
        int position = scopes.size();
        List<ScopePlan.VariableName> variables = slots.of(scope);
        List<ScopePlan.StateCode> states = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        for (State state : scope.states()) {
            StateScribe scribe = scribe(state, place.context(), scope);
            states.add(state(state, scribe, place.context(), scope));
            scribe.judgeWeight();
            weights.add(scribe.splitter().weight());
        }
        State owner = place.owner();
        ScopePlan plan = new ScopePlan(
                place.className(),
                place.field(),
                owner == null ? null : owner.name(),
                place.branch(),
                names.constant(Objects.requireNonNull(scope.startAt()).name()),
                isPure(scope),
                variables,
                new Slicer(names, place.className()).slices(states, weights),
                itemSelector);
        scopes.add(position, plan);
    }

    private StateScribe scribe(State state, ContextRoot context, Scope scope) {
        return new StateScribe(names, state.name(), state.heading().origin(), context, slots.view(scope), diagnostics);
    }

    private static boolean isPure(Scope scope) {
        return scope.states().stream()
                .noneMatch(state -> Traits.of(state).blocking()
                        || !state.outline().scopes().stream().allMatch(ScopePlanner::isPure));
    }

    private ScopePlan.StateCode state(State state, StateScribe scribe, ContextRoot context, Scope scope) {
        Traits traits = Traits.of(state);
        List<Scope> inner = state.outline().scopes();
        List<Place> places = places(state, inner, context);
        List<String> fields = places.stream()
                .map(place -> Objects.requireNonNull(place.field()))
                .toList();
        StatePlan plan = state.accept(new StatePlanner(names, tasks, scribe, fields));
        List<ScopePlan.RetrierPlan> retriers =
                traits.retriers().stream().map(this::retrier).toList();
        List<ScopePlan.CatcherPlan> catchers = traits.catchers().stream()
                .map(catcher -> catcher(catcher, state.name(), scribe))
                .toList();
        weighErrors(traits, scribe);
        Template selector = traits.itemSelector();
        for (int i = 0; i < inner.size(); i++) {
            add(inner.get(i), places.get(i), selector == null ? null : itemSelector(state, selector, scope));
        }
        return new ScopePlan.StateCode(
                plan, retriers, catchers, scribe.constants(), scribe.splitter().parts());
    }

    private List<Place> places(State state, List<Scope> inner, ContextRoot context) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < inner.size(); i++) {
            boolean isBranch = inner.get(i).kind() == Scope.Kind.BRANCH;
            String wish = JavaNames.nested(state.name(), isBranch ? "Parallel" : "Map")
                    + (isBranch ? "Branch" + (i + 1) : "");
            String className = names.newClass(wish);
            String field = names.newField(JavaNames.field(className));
            places.add(
                    isBranch
                            ? new Place(className, field, state, i + 1, context)
                            : new Place(className, field, state, 0, inside(inner.get(i))));
        }
        return places;
    }

    /** A child execution has no item in its context object. */
    private static ContextRoot inside(Scope processor) {
        return processor.kind() == Scope.Kind.DISTRIBUTED_ITEM_PROCESSOR
                ? ContextRoot.OF_STATE
                : ContextRoot.OF_ITERATION;
    }

    private void weighErrors(Traits traits, StateScribe scribe) {
        int errorNames = traits.retriers().stream()
                        .mapToInt(retrier -> 4 + retrier.errorEquals().size())
                        .sum()
                + traits.catchers().stream()
                        .mapToInt(catcher -> 4 + catcher.errorEquals().size())
                        .sum();
        scribe.judge(errorNames, MOST_ERROR_NAMES, "error names");
        scribe.splitter().weigh(80 + 8 * errorNames);
    }

    private ScopePlan.RetrierPlan retrier(Retrier retrier) {
        return new ScopePlan.RetrierPlan(errorConstants(retrier.errorEquals()), retrier);
    }

    private ScopePlan.CatcherPlan catcher(Catcher catcher, String state, StateScribe scribe) {
        BodyPlanner body = new BodyPlanner(scribe, PathSetting.absent(), Value.QueryPlace.CATCHER);
        Value error = new Value.Local(Variable.ERROR_OUTPUT);
        Template template = catcher.output();
        Value output = template == null
                ? body.placed(error, Variable.ERROR_OUTPUT, catcher.resultPath())
                : body.on(Variable.INPUT).template(template, "Output");
        StatePlan.Move move = new MovePlanner(scribe, body).plan(catcher.assignments(), error, output);
        boolean plain = template == null && move.isPlain();
        return new ScopePlan.CatcherPlan(
                errorConstants(catcher.errorEquals()),
                names.constant(catcher.next().name()),
                plain ? null : names.newMethod(names.method(state) + "Caught"),
                body.lets(),
                move);
    }

    private List<String> errorConstants(List<ErrorName> errors) {
        return errors.stream().map(error -> names.error(error.name())).toList();
    }

    private ScopePlan.ItemSelector itemSelector(State map, Template selector, Scope scope) {
        StateScribe scribe = scribe(map, ContextRoot.OF_ITEM, scope);
        ValuePlanner values = new ValuePlanner(scribe, new Value.Local(Variable.INPUT));
        Splitter.Sized<Value> value = scribe.splitter().split(values.template(selector, "Item"));
        scribe.judgeWeight();
        List<StatePlan.Let> lets = new ArrayList<>();
        if (value.variables().contains(Variable.CONTEXT)) {
            lets.add(new StatePlan.Let(Variable.CONTEXT, new Value.Context(Value.ContextPart.WHOLE_FOR_ITEM)));
        }
        if (value.variables().contains(Variable.QUERY)) {
            lets.add(new StatePlan.Let(Variable.QUERY, new Value.NewQuery(Value.QueryPlace.ITEM)));
        }
        return new ScopePlan.ItemSelector(
                lets, value.expression(), scribe.constants(), scribe.splitter().parts());
    }
}
