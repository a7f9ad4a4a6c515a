package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.expression.IntrinsicFunction;
import dev.asl4j.compiler.model.Items;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.VariableReferences;
import dev.asl4j.compiler.model.Variables;
import dev.asl4j.compiler.types.Names;
import dev.asl4j.compiler.types.TemplateTypes;
import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;
import java.util.Set;

/** What the specification and AWS both accept and do not run alike, and what the specification leaves to whoever runs it. */
final class PortableMeaningCheck implements Check {

    @Override
    public Set<Code> rules() {
        return Set.of(Code.AWS_ONLY, Code.DIFFERENT_DEFAULT, Code.DIFFERENT_MEANING, Code.LEFT_OPEN);
    }

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (Graph graph : machine.graphs()) {
            for (State state : graph.scope().states()) {
                if (state instanceof TaskState task) {
                    timeout(task, diagnostics);
                } else if (state instanceof MapState map) {
                    items(map, diagnostics);
                }
                context(state, diagnostics);
                outerVariables(state, graph.scope(), machine.variables(), diagnostics);
                ReadsOfState.formats(state)
                        .forEach(
                                found -> diagnostics.report(
                                        Code.AWS_ONLY,
                                        found,
                                        IntrinsicFunction.FORMAT.text()
                                                + " takes no array and no object by the specification; AWS prints them as Java does"));
            }
        }
    }

    private static void timeout(TaskState task, Diagnostics diagnostics) {
        if (task.timeout() == null) {
            diagnostics.report(
                    Code.DIFFERENT_DEFAULT,
                    task.origin(),
                    "the task has no \"TimeoutSeconds\": the specification ends it after 60 seconds, AWS after 99999999");
        }
    }

    private static void items(MapState map, Diagnostics diagnostics) {
        boolean reader = map.distribution() != null && map.distribution().reader() != null;
        if (reader && map.items() instanceof Items.AtPath path && path.path() instanceof PathSetting.Given given) {
            diagnostics.report(
                    Code.DIFFERENT_MEANING,
                    given.origin(),
                    "\"ItemsPath\" beside \"ItemReader\": the specification applies it to what was read, AWS ignores it");
        }
        if (map.items() instanceof Items.Computed computed
                && computed.template()
                        .accept(new TemplateTypes(Names.unknown()))
                        .equals(ValueTypes.of(ValueType.OBJECT))) {
            diagnostics.report(
                    Code.AWS_ONLY,
                    map.origin(),
                    "\"Items\" is an object: the specification takes an array only, AWS makes an item of each field");
        }
    }

    private static void context(State state, Diagnostics diagnostics) {
        if (ReadsOfState.context(state)) {
            diagnostics.report(
                    Code.LEFT_OPEN,
                    state.origin(),
                    "the state reads the context object, of which the specification does not say what is in it");
        }
    }

    private static void outerVariables(State state, Scope scope, Variables variables, Diagnostics diagnostics) {
        VariableReferences.of(state)
                .distinct()
                .filter(name -> variables
                        .resolve(name, scope)
                        .filter(slot -> slot.depth() > 0)
                        .isPresent())
                .sorted()
                .findFirst()
                .ifPresent(name -> diagnostics.report(
                        Code.LEFT_OPEN,
                        state.origin(),
                        "the state reads the variable " + Quotes.quote("$" + name)
                                + " of a scope around it, which the specification leaves to whoever runs it"));
    }
}
