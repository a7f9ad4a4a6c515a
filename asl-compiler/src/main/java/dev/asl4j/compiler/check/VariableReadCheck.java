package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.JsonataParser;
import dev.asl4j.compiler.expression.JsonataReference;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.expression.TemplateQueries;
import dev.asl4j.compiler.model.Evaluations;
import dev.asl4j.compiler.model.QueryLanguage;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.VariableReferences;
import dev.asl4j.compiler.model.Variables;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Warns of a variable that is read and that no state in reach assigns, and of a call of a function that does not exist. AWS takes such
 * a definition, and an execution fails where it comes to it.
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
            String hint = hint(graph.scope(), machine.variables());
            Predicate<String> assigned =
                    name -> machine.variables().resolve(name, graph.scope()).isPresent();
            for (State state : graph.scope().states()) {
                if (state.language() == QueryLanguage.JSONATA) {
                    queries.of(state).forEach(query -> check(query, assigned, hint, diagnostics));
                } else {
                    VariableReferences.of(state)
                            .distinct()
                            .filter(assigned.negate())
                            .forEach(name -> report(name, state.origin(), hint, diagnostics));
                }
            }
        }
    }

    private static void check(
            JsonataExpression query, Predicate<String> assigned, @Nullable String hint, Diagnostics diagnostics) {
        JsonataParser.reportUnknownFunctions(query, assigned, diagnostics);
        Set<String> variables = query.variables(assigned);
        for (JsonataReference reference : query.references()) {
            String name = reference.name();
            if (!reference.called() && variables.contains(name) && !assigned.test(name)) {
                report(name, query.part(reference.span()), hint, diagnostics);
            }
        }
    }

    private static void report(String name, Subject place, @Nullable String hint, Diagnostics diagnostics) {
        diagnostics.report(
                Code.UNASSIGNED_VARIABLE,
                place,
                "the variable " + Quotes.quote("$" + name) + " is read, but no state in reach assigns it",
                hint);
    }

    private static @Nullable String hint(Scope scope, Variables variables) {
        Scope outermost = scope;
        for (Optional<Scope> outer = variables.outer(scope); outer.isPresent(); outer = variables.outer(outermost)) {
            outermost = outer.get();
        }
        return outermost.kind() == Scope.Kind.DISTRIBUTED_ITEM_PROCESSOR
                ? "the executions of a distributed Map state do not see the variables of their parent"
                : null;
    }

    @Override
    public Stream<JsonataExpression> template(Template template) {
        return TemplateQueries.of(template).stream();
    }

    @Override
    public Stream<JsonataExpression> path(Path path) {
        return Stream.empty();
    }

    @Override
    public Stream<JsonataExpression> call(IntrinsicCall call) {
        return Stream.empty();
    }

    @Override
    public Stream<JsonataExpression> query(JsonataExpression expression) {
        return Stream.of(expression);
    }
}
