package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.Edges;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.ParallelState;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.QueryLanguage;
import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.SucceedState;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.UnresolvedState;
import dev.asl4j.compiler.model.WaitState;
import dev.asl4j.compiler.shape.ArrayShape;
import dev.asl4j.compiler.shape.Origin;
import dev.asl4j.compiler.shape.Refusal;
import dev.asl4j.compiler.shape.Shape;
import dev.asl4j.compiler.types.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What becomes of the data in one state, whatever its type; {@link Paths} and {@link Queries} know the query languages. */
final class StateShapes implements State.Visitor<StateShapes.Outcome> {
    private final State state;
    private final ScopeShapes scope;
    private final Env env;
    private final Entry entry;
    private final Findings findings;
    private final Origin origin;

    StateShapes(State state, ScopeShapes scope, Env env, Entry entry, Findings findings) {
        this.state = state;
        this.scope = scope;
        this.env = env;
        this.entry = entry;
        this.findings = env.isNever() ? new Unheard() : findings;
        this.origin =
                Origin.state(state.name(), state.origin().location().start().line());
    }

    /**
     * What comes of a state.
     *
     * @param outgoing on each of its {@link Edges}, in their order
     */
    record Outcome(List<Env> outgoing, Facts facts) {}

    private Language language() {
        Shape context = ContextShape.of(entry.executionInput(), entry.item());
        return state.language() == QueryLanguage.JSONPATH
                ? new Paths(env, context, origin, findings)
                : new Queries(env, context, origin, findings);
    }

    private Outcome outcome(List<Env> outgoing, Shape arguments, @Nullable Shape result, Shape output) {
        return new Outcome(outgoing, new Facts(state, env.data(), arguments, result, output, env.sortedVariables()));
    }

    private Outcome nowhere() {
        List<Env> none = Edges.of(state).stream().map(edge -> Env.NONE).toList();
        return outcome(none, Shape.NEVER, null, Shape.NEVER);
    }

    /** A state that does some work with its arguments, and may fail in it. */
    private Outcome working(DataFlow flow, UnaryOperator<Shape> work) {
        if (env.isNever()) {
            return nowhere();
        }
        Language language = language();
        Shape arguments = language.arguments(flow);
        Shape result = arguments.isNever() ? Shape.NEVER : work.apply(arguments);
        Env done = language.done(flow, result, state.assignments());
        List<Env> outgoing = new ArrayList<>(List.of(done));
        for (Catcher catcher : state.catchers()) {
            outgoing.add(language.caught(catcher));
        }
        return outcome(outgoing, arguments, result, done.data());
    }

    @Override
    public Outcome task(TaskState task) {
        return working(task.dataFlow(), arguments -> {
            // Read before Parameters are applied: so it was recorded, though it is documented otherwise.
            Shape input = language().input(task.dataFlow());
            amounts(input, task.timeout(), task.heartbeat());
            if (task.credentials() != null) {
                language().template(task.credentials(), input);
            }
            Shape accepted = scope.declared().arguments(task.resource());
            Shape given = task.resource() instanceof Resource.LambdaInvoke ? payload(arguments) : arguments;
            Refusal refusal = accepted == null ? null : Refusal.of(given, accepted);
            if (refusal != null) {
                findings.refusedArguments(task, arguments(task), refusal);
            }
            return task.resource().accept(new Results(scope.declared(), origin));
        });
    }

    private static Shape payload(Shape parameters) {
        Shape payload = Shape.NEVER;
        for (var object : parameters.objects()) {
            payload = payload.or(object.field("Payload"));
        }
        return payload.mayBeMissing() ? Shape.ANY : payload;
    }

    private static @Nullable Template arguments(TaskState task) {
        return task.dataFlow()
                .accept(new DataFlow.Visitor<Optional<Template>>() {
                    @Override
                    public Optional<Template> paths(DataFlow.Paths flow) {
                        return Optional.ofNullable(flow.parameters());
                    }

                    @Override
                    public Optional<Template> queries(DataFlow.Queries flow) {
                        return Optional.ofNullable(flow.arguments());
                    }
                })
                .orElse(null);
    }

    private void amounts(Shape arguments, @Nullable Amount... amounts) {
        for (Amount amount : amounts) {
            if (amount != null) {
                language().amount(amount, arguments);
            }
        }
    }

    @Override
    public Outcome pass(PassState pass) {
        if (env.isNever()) {
            return nowhere();
        }
        Language language = language();
        Shape arguments = language.arguments(pass.dataFlow());
        Shape result = pass.result() == null || arguments.isNever()
                ? arguments
                : language.template(new Template.Literal(pass.result()), arguments);
        Env done = language.passed(pass.dataFlow(), result, pass.assignments());
        return outcome(List.of(done), arguments, pass.result() == null ? null : result, done.data());
    }

    @Override
    public Outcome choice(ChoiceState choice) {
        if (env.isNever()) {
            return nowhere();
        }
        Language language = language();
        Shape arguments = language.arguments(choice.dataFlow());
        List<Env> outgoing = language.choose(choice, arguments);
        Shape output = Shape.NEVER;
        for (Env way : outgoing) {
            output = output.or(way.data());
        }
        return outcome(outgoing, arguments, null, output);
    }

    @Override
    public Outcome waiting(WaitState waiting) {
        if (env.isNever()) {
            return nowhere();
        }
        Language language = language();
        Shape arguments = language.arguments(waiting.dataFlow());
        language.duration(waiting.duration(), arguments);
        Env done = language.unchanged(waiting.dataFlow(), arguments, waiting.assignments());
        return outcome(List.of(done), arguments, null, done.data());
    }

    @Override
    public Outcome succeed(SucceedState succeed) {
        if (env.isNever()) {
            return nowhere();
        }
        Language language = language();
        Shape arguments = language.arguments(succeed.dataFlow());
        Env done = language.unchanged(succeed.dataFlow(), arguments, List.of());
        return outcome(List.of(done), arguments, null, done.data());
    }

    @Override
    public Outcome fail(FailState fail) {
        if (!env.isNever()) {
            Language language = language();
            if (fail.error() != null) {
                language.text(fail.error());
            }
            if (fail.cause() != null) {
                language.text(fail.cause());
            }
        }
        return outcome(List.of(), env.data(), null, Shape.NEVER);
    }

    @Override
    public Outcome parallel(ParallelState parallel) {
        return working(parallel.dataFlow(), arguments -> {
            List<Shape> results = new ArrayList<>();
            for (Scope branch : parallel.branches()) {
                Entry start = new Entry(new Env(arguments, env.variables()), entry.executionInput(), entry.item());
                results.add(scope.inside(branch).run(start));
            }
            return results.stream().anyMatch(Shape::isNever)
                    ? Shape.NEVER
                    : Shape.array(ArrayShape.exactly(results)).by(origin);
        });
    }

    @Override
    public Outcome map(MapState map) {
        return working(map.dataFlow(), arguments -> {
            Iterations iterations = new Iterations(map, language(), arguments, env.data(), findings);
            amounts(arguments, map.maxConcurrency());
            Shape item = iterations.item();
            Shape each = item.isNever()
                    ? Shape.NEVER
                    : scope.inside(map.processor()).run(entry(map, item, iterations.value()));
            Shape result = iterations.result(each);
            return result.isNever() ? result : result.by(origin);
        });
    }

    private Entry entry(MapState map, Shape input, Shape value) {
        return map.distribution() == null
                ? new Entry(new Env(input, env.variables()), entry.executionInput(), value)
                : new Entry(new Env(input, env.variables().none()), input, Shape.MISSING);
    }

    /** Nothing is known of what it would do. */
    @Override
    public Outcome unresolved(UnresolvedState unresolved) {
        if (env.isNever()) {
            return nowhere();
        }
        Map<String, Shape> values = new HashMap<>();
        for (Assignment assignment : unresolved.everyAssignment()) {
            values.put(assignment.variable(), Shape.ANYTHING);
        }
        Env anything = new Env(Shape.ANY, env.variables().with(values));
        for (Scope part : unresolved.outline().scopes()) {
            scope.inside(part).run(new Entry(anything, Shape.ANY, Shape.ANYTHING));
        }
        List<Env> outgoing = Edges.of(state).stream().map(edge -> anything).toList();
        return outcome(outgoing, Shape.ANY, Shape.of(ValueType.UNDEFINED), Shape.ANY);
    }
}
