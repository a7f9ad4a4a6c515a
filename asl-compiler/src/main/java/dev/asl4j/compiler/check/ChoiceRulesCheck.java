package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.logic.ChoiceLogic;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.State;

/** Every rule of a Choice state can be the first that holds, and one of them does, or there is a {@code Default}. */
final class ChoiceRulesCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (State state : machine.states()) {
            if (state instanceof ChoiceState choice) {
                check(choice, diagnostics);
            }
        }
    }

    private static void check(ChoiceState choice, Diagnostics diagnostics) {
        ChoiceLogic.Verdict verdict = ChoiceLogic.of(choice);
        for (ChoiceLogic.Dead dead : verdict.dead()) {
            report(choice, dead, diagnostics);
        }
        if (choice.otherwise() == null && !verdict.exhaustive()) {
            diagnostics.report(
                    Code.NO_DEFAULT,
                    choice.origin(),
                    "if no rule of " + Quotes.quote(choice.name()) + " holds, the execution fails",
                    "add a \"Default\"");
        }
    }

    private static void report(ChoiceState choice, ChoiceLogic.Dead dead, Diagnostics diagnostics) {
        String earlier = "rule " + (dead.earlier() + 1) + " (line "
                + choice.rules().get(dead.earlier()).origin().location().start().line() + ")";
        Code code = switch (dead.reason()) {
            case CONTRADICTS_ITSELF -> Code.CONTRADICTORY_RULE;
            case COMES_TOO_LATE, NOTHING_IS_LEFT -> Code.UNREACHABLE_RULE;
        };
        String words = switch (dead.reason()) {
            case CONTRADICTS_ITSELF -> "the rule never holds: it asks for what cannot all be true at once";
            case COMES_TOO_LATE -> "the rule is never taken: whenever it holds, so does " + earlier;
            case NOTHING_IS_LEFT ->
                "this rule"
                        + (dead.rule() + 1 < choice.rules().size() ? " and those behind it are" : " is")
                        + " never taken: if no rule before it holds, " + earlier + " does";
        };
        String hint = switch (dead.reason()) {
            case CONTRADICTS_ITSELF -> "use \"Or\" if one of them is enough";
            case COMES_TOO_LATE, NOTHING_IS_LEFT -> "remove it, or put it before that rule";
        };
        diagnostics.report(code, choice.rules().get(dead.rule()).origin(), words, hint);
    }
}
