package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonType;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.ParallelState;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * A payload template is an object in the specification; AWS takes any JSON.
 *
 * @see <a href="https://states-language.net/spec.html#payload-template">Payload Template</a>
 */
final class TemplateRootCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (State state : machine.states()) {
            if (flow(state) instanceof DataFlow.Paths paths) {
                check("Parameters", paths.parameters(), state, diagnostics);
                check("ResultSelector", paths.resultSelector(), state, diagnostics);
                if (state instanceof MapState map) {
                    check("ItemSelector", map.itemSelector(), state, diagnostics);
                }
            }
        }
    }

    /** Of those states that have templates. */
    private static @Nullable DataFlow flow(State state) {
        return state instanceof TaskState task
                ? task.dataFlow()
                : state instanceof PassState pass
                        ? pass.dataFlow()
                        : state instanceof ParallelState parallel
                                ? parallel.dataFlow()
                                : state instanceof MapState map ? map.dataFlow() : null;
    }

    private static void check(String field, @Nullable Template template, State state, Diagnostics diagnostics) {
        if (template instanceof Template.ArrayTemplate) {
            report(field, JsonType.ARRAY, state.origin(), diagnostics);
        } else if (template instanceof Template.Literal literal
                && literal.value().type() != JsonType.OBJECT) {
            report(field, literal.value().type(), literal.value(), diagnostics);
        }
    }

    private static void report(String field, JsonType type, Subject place, Diagnostics diagnostics) {
        diagnostics.report(
                Code.TEMPLATE_NOT_OBJECT,
                place,
                Quotes.quote(field) + " must be an object by the specification, but is " + type.words()
                        + "; only AWS takes any JSON value");
    }
}
