package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.ChoiceOperand;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ComparisonOperator;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.QueryLanguage;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.TaskState;
import org.jspecify.annotations.Nullable;

/** Warns of text that looks like a path or an intrinsic function where it is not evaluated, as AWS does. */
final class LiteralPathCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (State state : machine.states()) {
            if (state.language() == QueryLanguage.JSONATA) {
                continue; // everything outside of the delimiters is meant as text
            }
            state.templates().forEach(template -> template(template, diagnostics));
            state.everyAssignment()
                    .forEach(assignment -> field(assignment.variable(), assignment.value(), diagnostics));
            if (state instanceof TaskState task && task.credentials() != null) {
                template(task.credentials(), diagnostics);
            }
            if (state instanceof PassState pass) {
                result(pass, diagnostics);
            }
            if (state instanceof FailState fail) {
                fail("Error", fail.error(), diagnostics);
                fail("Cause", fail.cause(), diagnostics);
            }
        }
        Comparisons.of(machine).forEach(comparison -> comparison(comparison, diagnostics));
    }

    private static void template(Template template, Diagnostics diagnostics) {
        field(null, template, diagnostics);
    }

    private static void field(@Nullable String name, Template value, Diagnostics diagnostics) {
        PathLikeTexts texts = new PathLikeTexts((field, text) -> diagnostics.report(
                Code.NO_DOLLAR,
                text,
                Quotes.quote(text.value()) + " is taken as text here",
                "to have it evaluated, name the field " + Quotes.quote(field + ".$")));
        value.accept(new TemplateTexts(texts.inField(name)));
    }

    private static void result(PassState pass, Diagnostics diagnostics) {
        if (pass.result() != null) {
            pass.result()
                    .accept(new PathLikeTexts((field, text) -> diagnostics.report(
                            Code.STATIC_RESULT,
                            text,
                            Quotes.quote(text.value()) + " is taken as text: nothing in \"Result\" is evaluated",
                            "to have it evaluated, use \"Parameters\"")));
        }
    }

    private static void fail(String field, @Nullable FailText text, Diagnostics diagnostics) {
        if (text instanceof FailText.Constant constant) {
            text(field, constant.text(), constant.origin(), diagnostics);
        }
    }

    private static void comparison(ChoiceRule.Comparison comparison, Diagnostics diagnostics) {
        if (comparison.operand() instanceof ChoiceOperand.Text text
                && comparison.operator() != ComparisonOperator.STRING_MATCHES) {
            text(comparison.operator().field(), text.value(), comparison.operandOrigin(), diagnostics);
        }
    }

    private static void text(String field, String text, Subject origin, Diagnostics diagnostics) {
        if (PathLikeTexts.looksLikePath(text)) {
            diagnostics.report(
                    Code.NO_PATH,
                    origin,
                    Quotes.quote(text) + " is taken as text here",
                    "to have it evaluated, use " + Quotes.quote(field + "Path"));
        }
    }
}
