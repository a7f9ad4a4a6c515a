package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.plan.Condition;
import dev.asl4j.compiler.plan.StatePlan;
import dev.asl4j.compiler.plan.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spells what the generators of all kinds of state have in common, and knows the file's imports. */
final class Speller {
    private final Statics statics = new Statics();

    /** For the imports, once everything is spelled. */
    Statics statics() {
        return statics;
    }

    CodeBlock value(Value value) {
        return new ValueSpeller(statics).spell(value);
    }

    /** A value inside of something that is indented already. */
    CodeBlock nested(Value value) {
        return new ValueSpeller(statics, 1).spell(value);
    }

    CodeBlock condition(Condition condition) {
        return new ConditionSpeller(statics, new ValueSpeller(statics)).spell(condition);
    }

    CodeBlock string(String text) {
        return Literals.string(text, statics);
    }

    CodeBlock stringOrNull(@Nullable String text) {
        return text == null ? CodeBlock.of("null") : string(text);
    }

    /** {@code JsonNode input = frame.input();} for each local. */
    CodeBlock lets(List<StatePlan.Let> lets) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (StatePlan.Let let : lets) {
            code.addStatement(
                    "$T $L = $L", RuntimeTypes.JSON_NODE, let.variable().javaName(), value(let.value()));
        }
        return code.build();
    }

    /** {@code 30}, or what reads it. */
    CodeBlock amount(StatePlan.Amount amount) {
        Value value = amount.value();
        return value == null ? CodeBlock.of("$L", amount.constant()) : value(value);
    }

    /** {@code frame.next(SHIP, result)} or {@code frame.succeed(result)}, without the semicolon. */
    CodeBlock exit(StatePlan.Exit exit) {
        return exit.next() == null
                ? CodeBlock.of("frame.succeed($L)", value(exit.output()))
                : CodeBlock.of("frame.next($L, $L)", exit.next(), value(exit.output()));
    }
}
