package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.JsonataParser;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.expression.TemplateQueries;
import dev.asl4j.compiler.expression.VariableRead;
import dev.asl4j.compiler.model.Evaluations;
import dev.asl4j.compiler.model.QueryLanguage;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.VariableReferences;
import dev.asl4j.compiler.model.Variables;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Warns of a variable that is read and that no state in reach assigns, once for each state, and of a call of a function that does not
 * exist. AWS takes such a definition, and an execution fails where it comes to it. A guard does not help: what it asks for is never there.
 */
final class VariableReadCheck implements Check, Evaluations.Visitor<JsonataExpression> {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        // A state that could not be read may be the one that assigns.
        if (!machine.isRead()) {
            return;
        }
        Evaluations<JsonataExpression> queries = new Evaluations<>(this);
        for (Graph graph : machine.graphs()) {
            Predicate<String> assigned =
                    name -> machine.variables().resolve(name, graph.scope()).isPresent();
            for (State state : graph.scope().states()) {
                if (state.language() == QueryLanguage.JSONATA) {
                    queries.of(state)
                            .forEach(query -> JsonataParser.reportUnknownFunctions(query, assigned, diagnostics));
                }
                Set<String> reported = new HashSet<>();
                VariableReferences.reads(state)
                        .filter(read -> !assigned.test(read.name()) && reported.add(read.name()))
                        .forEach(read -> report(read, graph, machine, diagnostics));
            }
        }
    }

    private static void report(VariableRead read, Graph graph, Machine machine, Diagnostics diagnostics) {
        diagnostics.report(
                Code.UNASSIGNED_VARIABLE,
                read.place(),
                "the variable " + Quotes.quote("$" + read.name()) + " is read, but no state in reach assigns it",
                hint(read.name(), graph.scope(), machine));
    }

    private static @Nullable String hint(String name, Scope scope, Machine machine) {
        Variables variables = machine.variables();
        Scope outermost = scope;
        for (Optional<Scope> outer = variables.outer(scope); outer.isPresent(); outer = variables.outer(outermost)) {
            outermost = outer.get();
        }
        Set<String> inReach = new TreeSet<>();
        for (Optional<Scope> at = Optional.of(scope); at.isPresent(); at = variables.outer(at.get())) {
            inReach.addAll(variables.names(at.get()));
        }
        List<String> near = Suggestions.nearest(name, inReach);
        if (!near.isEmpty()) {
            return "did you mean "
                    + Suggestions.oneOf(near.stream()
                            .map(other -> Quotes.quote("$" + other))
                            .toList())
                    + "?";
        }
        if (outermost.kind() == Scope.Kind.DISTRIBUTED_ITEM_PROCESSOR) {
            return "the executions of a distributed Map state do not see the variables of their parent";
        }
        for (Graph other : machine.graphs()) {
            if (other.owner() != null && variables.names(other.scope()).contains(name)) {
                return "what is assigned inside of " + Quotes.quote(other.owner()) + " is gone when that scope ends";
            }
        }
        return null;
    }

    @Override
    public Stream<JsonataExpression> template(Template template) {
        return TemplateQueries.of(template).stream();
    }

    @Override
    public Stream<JsonataExpression> path(Path path, Subject source) {
        return Stream.empty();
    }

    @Override
    public Stream<JsonataExpression> call(IntrinsicCall call, Subject source) {
        return Stream.empty();
    }

    @Override
    public Stream<JsonataExpression> query(JsonataExpression expression) {
        return Stream.of(expression);
    }
}
