package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.plan.Condition;
import dev.asl4j.compiler.plan.StatePlan;
import dev.asl4j.compiler.plan.Value;
import dev.asl4j.compiler.plan.Variable;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spells what the generators of all kinds of state have in common, and knows the file's imports. */
final class Speller {
    private static final Pattern PACKAGE = Pattern.compile("dev\\.asl4j\\.runtime\\.([a-z]+\\.)*");

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

    /** A text of several lines as a literal for each of them. */
    CodeBlock lines(String text) {
        return Literals.lines(text, statics);
    }

    CodeBlock stringOrNull(@Nullable String text) {
        return text == null ? CodeBlock.of("null") : string(text);
    }

    /** {@code JsonNode input = frame.input();} for each local. */
    CodeBlock lets(List<StatePlan.Let> lets) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (StatePlan.Let let : lets) {
            code.addStatement(
                    "$T $L = $L",
                    PartGenerator.type(let.variable()),
                    let.variable().javaName(),
                    value(let.value()));
        }
        return code.build();
    }

    /** How wide code is in a file that imports the runtime's classes. */
    static int width(CodeBlock code) {
        return PACKAGE.matcher(code.toString()).replaceAll("").length();
    }

    /** {@code 30}, or what reads it. */
    CodeBlock amount(StatePlan.Amount amount) {
        Value value = amount.value();
        return value == null ? CodeBlock.of("$L", amount.literal()) : value(value);
    }

    /** {@code frame.next(SHIP, result)} or {@code frame.succeed(result)}, without the semicolon, and without assignments. */
    CodeBlock exit(StatePlan.Exit exit) {
        CodeBlock output = output(exit.move());
        return exit.next() == null
                ? CodeBlock.of("frame.succeed($L)", output)
                : CodeBlock.of("frame.next($L, $L)", exit.next(), output);
    }

    /** The output of a move whose assignments were spelled: its local, or what computes it. */
    CodeBlock output(StatePlan.Move move) {
        Variable local = move.local();
        return local == null ? value(move.output()) : CodeBlock.of("$L", local.javaName());
    }

    /**
     * What is assigned; nothing, if a move assigns nothing:
     *
     * <pre>{@code
     * JsonNode newTotal = found(at(result, STATE_TOTAL), "$.total", "total.$", result);
     * JsonNode output = put(frame.input(), result, "$.charge", STATE_CHARGE);
     * frame.assign(TOTAL_SLOT, newTotal);
     * }</pre>
     */
    CodeBlock assignments(StatePlan.Move move) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (StatePlan.Assign assign : move.assigns()) {
            if (assign.local() != null) {
                code.addStatement("$T $L = $L", RuntimeTypes.JSON_NODE, assign.local(), value(assign.value()));
            }
        }
        if (move.assigned() != null) {
            code.add(let(Variable.ASSIGNED, move.assigned()));
        }
        if (move.local() != null) {
            code.add(let(move.local(), move.output()));
        }
        for (StatePlan.Assign assign : move.assigns()) {
            CodeBlock value = assign.local() == null ? value(assign.value()) : CodeBlock.of("$L", assign.local());
            code.addStatement("frame.assign($L, $L)", assign.slot(), value);
        }
        for (Value.PartCall part : move.parts()) {
            code.addStatement("$L", value(part));
        }
        return code.build();
    }

    private CodeBlock let(Variable variable, Value value) {
        return lets(List.of(new StatePlan.Let(variable, value)));
    }
}
