package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.JsonataFunctions;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.expression.VariableRead;
import dev.asl4j.compiler.expression.VariableReads;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which variables the states of a machine read, in whatever field: what {@code DescribeStateMachine} gives as {@code
 * variableReferences}.
 */
public final class VariableReferences implements Evaluations.Visitor<VariableRead> {
    private static final Evaluations<VariableRead> READS = new Evaluations<>(new VariableReferences());

    private VariableReferences() {}

    /** Sorted names of variables by the names of the states that read them, at whatever depth; states that read none are left out. */
    public static SortedMap<String, List<String>> of(StateMachine machine) {
        SortedMap<String, List<String>> references = new TreeMap<>();
        add(machine.main(), Variables.of(machine), references);
        return Collections.unmodifiableSortedMap(references);
    }

    // As deep as scopes are nested, which the reader bounds.
    private static void add(Scope scope, Variables variables, Map<String, List<String>> references) {
        for (State state : scope.states()) {
            List<String> names = of(state)
                    .filter(name -> !JsonataFunctions.exist(name)
                            || variables.resolve(name, scope).isPresent())
                    .sorted()
                    .distinct()
                    .toList();
            if (!names.isEmpty()) {
                references.put(state.name(), names);
            }
            state.outline().scopes().forEach(inner -> add(inner, variables, references));
        }
    }

    /**
     * Those of one state, without the states inside it; some perhaps more than once. Of a JSONata state, names of functions too: a
     * variable of that name hides the function.
     */
    public static Stream<String> of(State state) {
        return everyRead(state).map(VariableRead::name);
    }

    /** The same with their places. */
    public static Stream<VariableRead> everyRead(State state) {
        return READS.of(state);
    }

    /** The reads of one state, without those of the states inside it, without calls and without functions that exist. */
    public static Stream<VariableRead> reads(State state) {
        return READS.of(state)
                .filter(read -> !read.called())
                .filter(read -> state.language() == QueryLanguage.JSONPATH || !JsonataFunctions.exist(read.name()));
    }

    @Override
    public Stream<VariableRead> template(Template template) {
        return VariableReads.of(template);
    }

    @Override
    public Stream<VariableRead> path(Path path, Subject source) {
        return VariableReads.of(path, source);
    }

    @Override
    public Stream<VariableRead> call(IntrinsicCall call, Subject source) {
        return VariableReads.of(call, source);
    }

    @Override
    public Stream<VariableRead> query(JsonataExpression expression) {
        return VariableReads.of(expression);
    }
}
