package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.plan.Condition;
import dev.asl4j.compiler.plan.StatePlan;
import java.util.List;

/** A Choice state moves on by its first rule that holds. */
final class ChoiceGenerator {
    private ChoiceGenerator() {}

    /**
     * <pre>{@code
     * if (booleanEquals(variable(at(input, STATE_VALID), "$.valid"), true)) {
     *   frame.next(SHIP, input);
     *   return;
     * }
     * frame.next(REJECT, input);
     * }</pre>
     *
     * <p>with {@code throw Choices.noRuleHolds();} in place of the last line if there is no {@code Default}. Rules that are too many for one method are tried by others:
     *
     * <pre>{@code
     * if (routePart(frame, input)) {
     *   return;
     * }
     * }</pre>
     */
    static CodeBlock body(StatePlan.Choice state, Speller speller) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Condition.PartCall part : state.parts()) {
            code.beginControlFlow("if ($L)", speller.condition(part))
                    .addStatement("return")
                    .endControlFlow();
        }
        code.add(rules(state.rules(), "return", speller));
        if (state.otherwise() == null) {
            code.addStatement("throw $T.noRuleHolds()", RuntimeTypes.CHOICES);
        } else {
            code.add(move(state.otherwise(), state.move(), speller));
        }
        return code.build();
    }

    /**
     * <pre>{@code
     * // The rule's Comment
     * if (...) {
     *   frame.next(SHIP, input);
     *   return;
     * }
     * }</pre>
     */
    static CodeBlock rules(List<StatePlan.Rule> rules, String leave, Speller speller) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (StatePlan.Rule rule : rules) {
            String comment = rule.comment();
            if (comment != null && !comment.isBlank()) {
                code.add("// $L\n", Comments.line(comment));
            }
            code.beginControlFlow("if ($>$>$L$<$<)", speller.condition(rule.condition()))
                    .add(move(rule.next(), rule.move(), speller))
                    .addStatement(leave)
                    .endControlFlow();
        }
        return code.build();
    }

    private static CodeBlock move(String next, StatePlan.Move move, Speller speller) {
        return CodeBlock.builder()
                .add(speller.assignments(move))
                .addStatement("frame.next($L, $L)", next, speller.output(move))
                .build();
    }
}
