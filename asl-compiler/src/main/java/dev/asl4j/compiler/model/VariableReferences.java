package dev.asl4j.compiler.model;

import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.expression.VariableReads;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which variables the states of a machine read, in whatever field: what {@code DescribeStateMachine} gives as {@code
 * variableReferences}.
 */
public final class VariableReferences {
    private static final Reads READS = new Reads();

    private VariableReferences() {}

    /** Sorted names of variables by the names of the states that read them, at whatever depth; states that read none are left out. */
    public static SortedMap<String, List<String>> of(StateMachine machine) {
        SortedMap<String, List<String>> references = new TreeMap<>();
        add(machine.main(), references);
        return Collections.unmodifiableSortedMap(references);
    }

    // As deep as scopes are nested, which the reader bounds.
    private static void add(Scope scope, Map<String, List<String>> references) {
        for (State state : scope.states()) {
            List<String> names = of(state).sorted().distinct().toList();
            if (!names.isEmpty()) {
                references.put(state.name(), names);
            }
            state.outline().scopes().forEach(inner -> add(inner, references));
        }
    }

    /** Those of one state, without the states inside it; some perhaps more than once. */
    public static Stream<String> of(State state) {
        return Stream.of(
                        state.templates().stream().flatMap(VariableReads::of),
                        assigned(state.assignments()),
                        state.catchers().stream().flatMap(VariableReferences::caught),
                        state.accept(READS))
                .flatMap(names -> names);
    }

    private static Stream<String> assigned(List<Assignment> assignments) {
        return assignments.stream().flatMap(assignment -> VariableReads.of(assignment.value()));
    }

    private static Stream<String> caught(Catcher catcher) {
        return Stream.concat(of(catcher.output()), assigned(catcher.assignments()));
    }

    private static Stream<String> of(@Nullable Template template) {
        return template == null ? Stream.empty() : VariableReads.of(template);
    }

    private static Stream<String> of(@Nullable Amount amount) {
        return amount == null ? Stream.empty() : amount.accept(READS);
    }

    private static Stream<String> of(DataFlow flow) {
        return flow.accept(READS);
    }

    private static Stream<String> condition(ChoiceRule rule) {
        return rule.accept(READS);
    }

    /** The fields of each type of state that are neither templates nor assignments. */
    private static final class Reads
            implements State.Visitor<Stream<String>>,
                    DataFlow.Visitor<Stream<String>>,
                    PathSetting.Visitor<Stream<String>>,
                    Amount.Visitor<Stream<String>>,
                    WaitDuration.Visitor<Stream<String>>,
                    FailText.Visitor<Stream<String>>,
                    Items.Visitor<Stream<String>>,
                    ChoiceRule.Visitor<Stream<String>>,
                    ChoiceOperand.Visitor<Stream<String>> {

        @Override
        public Stream<String> task(TaskState state) {
            return join(Stream.of(
                    of(state.dataFlow()), of(state.timeout()), of(state.heartbeat()), of(state.credentials())));
        }

        @Override
        public Stream<String> pass(PassState state) {
            return of(state.dataFlow());
        }

        @Override
        public Stream<String> choice(ChoiceState state) {
            return join(Stream.of(
                    of(state.dataFlow()),
                    state.rules().stream()
                            .flatMap(
                                    rule -> Stream.concat(condition(rule.condition()), assigned(rule.assignments())))));
        }

        @Override
        public Stream<String> waiting(WaitState state) {
            return join(Stream.of(of(state.dataFlow()), state.duration().accept(this)));
        }

        @Override
        public Stream<String> succeed(SucceedState state) {
            return of(state.dataFlow());
        }

        @Override
        public Stream<String> fail(FailState state) {
            return Stream.of(Optional.ofNullable(state.error()), Optional.ofNullable(state.cause()))
                    .flatMap(Optional::stream)
                    .flatMap(text -> text.accept(this));
        }

        @Override
        public Stream<String> parallel(ParallelState state) {
            return of(state.dataFlow());
        }

        @Override
        public Stream<String> map(MapState state) {
            return join(Stream.of(
                    of(state.dataFlow()),
                    state.items().accept(this),
                    of(state.maxConcurrency()),
                    state.distribution() == null ? Stream.empty() : distribution(state.distribution())));
        }

        @Override
        public Stream<String> paths(DataFlow.Paths flow) {
            return join(
                    Stream.of(flow.inputPath().accept(this), flow.outputPath().accept(this)));
        }

        @Override
        public Stream<String> queries(DataFlow.Queries flow) {
            return Stream.empty();
        }

        @Override
        public Stream<String> absent() {
            return Stream.empty();
        }

        @Override
        public Stream<String> nothing() {
            return Stream.empty();
        }

        @Override
        public Stream<String> path(Path path) {
            return VariableReads.of(path);
        }

        @Override
        public Stream<String> constant(long value) {
            return Stream.empty();
        }

        @Override
        public Stream<String> fraction(double value) {
            return Stream.empty();
        }

        @Override
        public Stream<String> atPath(Path path) {
            return VariableReads.of(path);
        }

        @Override
        public Stream<String> query(JsonataExpression expression) {
            return VariableReads.of(expression);
        }

        @Override
        public Stream<String> seconds(long seconds) {
            return Stream.empty();
        }

        @Override
        public Stream<String> secondsPath(Path path) {
            return VariableReads.of(path);
        }

        @Override
        public Stream<String> timestamp(String text) {
            return Stream.empty();
        }

        @Override
        public Stream<String> timestampPath(Path path) {
            return VariableReads.of(path);
        }

        @Override
        public Stream<String> secondsQuery(JsonataExpression expression) {
            return VariableReads.of(expression);
        }

        @Override
        public Stream<String> timestampQuery(JsonataExpression expression) {
            return VariableReads.of(expression);
        }

        @Override
        public Stream<String> constant(String text) {
            return Stream.empty();
        }

        @Override
        public Stream<String> computed(IntrinsicCall call) {
            return VariableReads.of(call);
        }

        @Override
        public Stream<String> atPath(PathSetting path) {
            return path.accept(this);
        }

        @Override
        public Stream<String> computed(Template template) {
            return Stream.empty();
        }

        @Override
        public Stream<String> input() {
            return Stream.empty();
        }

        @Override
        public Stream<String> and(List<ChoiceRule> rules) {
            return rules.stream().flatMap(VariableReferences::condition);
        }

        @Override
        public Stream<String> or(List<ChoiceRule> rules) {
            return rules.stream().flatMap(VariableReferences::condition);
        }

        @Override
        public Stream<String> not(ChoiceRule rule) {
            return condition(rule);
        }

        @Override
        public Stream<String> comparison(ChoiceRule.Comparison comparison) {
            return Stream.concat(
                    VariableReads.of(comparison.variable()),
                    comparison.operand().accept(this));
        }

        @Override
        public Stream<String> constant(boolean value) {
            return Stream.empty();
        }

        @Override
        public Stream<String> text(String value) {
            return Stream.empty();
        }

        @Override
        public Stream<String> number(String literal) {
            return Stream.empty();
        }

        @Override
        public Stream<String> flag(boolean value) {
            return Stream.empty();
        }

        private static Stream<String> distribution(Distribution distribution) {
            ItemReader reader = distribution.reader();
            ItemBatcher batcher = distribution.batcher();
            return join(Stream.of(
                    of(distribution.toleratedFailureCount()),
                    of(distribution.toleratedFailurePercentage()),
                    reader == null ? Stream.empty() : of(reader.maxItems()),
                    batcher == null
                            ? Stream.empty()
                            : Stream.concat(of(batcher.maxItems()), of(batcher.maxInputBytes()))));
        }

        private static Stream<String> join(Stream<Stream<String>> parts) {
            return parts.flatMap(names -> names);
        }
    }
}
