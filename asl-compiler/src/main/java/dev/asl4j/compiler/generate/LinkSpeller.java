package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.expression.Step;
import dev.asl4j.compiler.plan.Value;
import java.util.List;

/** Spells the links of a selection: {@code .child("items").filter(element -> ...).child("sku")}. */
final class LinkSpeller implements Value.LinkVisitor<CodeBlock> {
    private final ValueSpeller values;
    private final ConditionSpeller conditions;

    LinkSpeller(ValueSpeller values, ConditionSpeller conditions) {
        this.values = values;
        this.conditions = conditions;
    }

    @Override
    public CodeBlock plain(Value.PlainLink link) {
        return link.step().accept(new Steps(link.last()));
    }

    /** {@code .filter(element -> Filters.lessThan(at(element, STATE_PRICE), TEN))} */
    @Override
    public CodeBlock filter(Value.FilterLink link) {
        return CodeBlock.of(
                ".filter($L -> $>$>$L$<$<)",
                ValueSpeller.elementName(link.depth()),
                conditions.spell(link.condition()));
    }

    /** {@code .map(PathFunctions::length)} or {@code .map(value -> PathFunctions.append(value, FIVE))} */
    @Override
    public CodeBlock function(Value.FunctionLink link) {
        String name = link.function().text();
        return link.arguments().isEmpty()
                ? CodeBlock.of(".map($T::$L)", RuntimeTypes.PATH_FUNCTIONS, name)
                : CodeBlock.of(
                        ".map(value -> $T.$L(value, $L))",
                        RuntimeTypes.PATH_FUNCTIONS,
                        name,
                        values.spelled(link.arguments()));
    }

    private final class Steps implements Step.Visitor<CodeBlock> {
        private final boolean last;

        Steps(boolean last) {
            this.last = last;
        }

        @Override
        public CodeBlock name(Step.Name step) {
            return CodeBlock.of(".child($L)", values.string(step.name()));
        }

        @Override
        public CodeBlock names(Step.Names step) {
            CodeBlock names = step.names().stream().map(values::string).collect(CodeBlock.joining(", "));
            return CodeBlock.of(last ? ".pick($L)" : ".children($L)", names);
        }

        @Override
        public CodeBlock index(Step.Index step) {
            return CodeBlock.of(".index($L)", step.index());
        }

        @Override
        public CodeBlock indexes(Step.Indexes step) {
            return CodeBlock.of(".indexes($L)", joined(step.indexes()));
        }

        private String joined(List<Integer> numbers) {
            return String.join(", ", numbers.stream().map(String::valueOf).toList());
        }

        @Override
        public CodeBlock slice(Step.Slice step) {
            if (step.from() == null) {
                return CodeBlock.of(".sliceTo($L)", step.to());
            }
            return step.to() == null
                    ? CodeBlock.of(".sliceFrom($L)", step.from())
                    : CodeBlock.of(".slice($L, $L)", step.from(), step.to());
        }

        @Override
        public CodeBlock wildcard(Step.Wildcard step) {
            return CodeBlock.of(".wildcard()");
        }

        @Override
        public CodeBlock descendants(Step.Descendants step) {
            return CodeBlock.of(".descendants()");
        }

        @Override
        public CodeBlock filter(Step.Filter step) {
            throw new IllegalStateException("a filter is a link of its own");
        }

        @Override
        public CodeBlock function(Step.Function step) {
            throw new IllegalStateException("a function is a link of its own");
        }

        @Override
        public CodeBlock script(Step.Script step) {
            throw new IllegalStateException("scripts are refused by the checks: " + step.script());
        }
    }
}
