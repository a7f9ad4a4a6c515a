package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.ChoiceOperand;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.QueryLanguage;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.TaskState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Warns of text that is written in the other query language than that of its state: nobody evaluates it. */
final class OtherLanguageCheck implements Check {
    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (State state : machine.states()) {
            if (state.language() == QueryLanguage.JSONATA) {
                inJsonata(state, diagnostics);
            } else {
                inPaths(state, diagnostics);
            }
        }
        for (ChoiceRule.Comparison comparison : Comparisons.of(machine)) {
            if (comparison.operand() instanceof ChoiceOperand.Text text) {
                expression(text.value(), comparison.operandOrigin(), diagnostics);
            }
        }
    }

    private static void inJsonata(State state, Diagnostics diagnostics) {
        LiteralTexts texts = new LiteralTexts(text -> path(text.value(), text, diagnostics));
        templates(state).forEach(template -> template.accept(texts));
        fail(state, (text, origin) -> path(text, origin, diagnostics));
    }

    private static void inPaths(State state, Diagnostics diagnostics) {
        LiteralTexts texts = new LiteralTexts(text -> expression(text.value(), text, diagnostics));
        templates(state).forEach(template -> template.accept(texts));
        if (state instanceof PassState pass && pass.result() != null) {
            pass.result().accept(texts);
        }
        fail(state, (text, origin) -> expression(text, origin, diagnostics));
    }

    private static List<Template> templates(State state) {
        List<Template> templates = new ArrayList<>(state.templates());
        state.everyAssignment().forEach(assignment -> templates.add(assignment.value()));
        for (Catcher catcher : state.catchers()) {
            if (catcher.output() != null) {
                templates.add(catcher.output());
            }
        }
        if (state instanceof TaskState task && task.credentials() != null) {
            templates.add(task.credentials());
        }
        return templates;
    }

    /** What is told of a text and its place. */
    private interface Found {
        void text(String text, Subject origin);
    }

    private static void fail(State state, Found found) {
        if (state instanceof FailState fail) {
            constant(fail.error(), found);
            constant(fail.cause(), found);
        }
    }

    private static void constant(@Nullable FailText text, Found found) {
        if (text instanceof FailText.Constant constant) {
            found.text(constant.text(), constant.origin());
        }
    }

    private static void path(String text, Subject origin, Diagnostics diagnostics) {
        if (PathLikeTexts.looksLikePath(text)) {
            boolean call = text.startsWith("States.");
            diagnostics.report(
                    Code.JSONPATH_IN_JSONATA,
                    origin,
                    Quotes.quote(text) + " is JSONPath and taken as text: the query language of the state is JSONata",
                    call
                            ? "write it between {% and %}, with the functions of JSONata"
                            : text.startsWith("$$")
                                    ? "write \"{% $states.context... %}\""
                                    : "write \"{% $states.input... %}\", or $states.result for the result");
        }
    }

    private static void expression(String text, Subject origin, Diagnostics diagnostics) {
        if (text.startsWith("{%") && text.endsWith("%}") && text.length() >= 4) {
            diagnostics.report(
                    Code.JSONATA_IN_JSONPATH,
                    origin,
                    Quotes.quote(text) + " is JSONata and taken as text: the query language of the state is JSONPath",
                    "set \"QueryLanguage\": \"JSONata\" for the state or the machine");
        }
    }
}
