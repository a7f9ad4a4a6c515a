package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Template;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

// Size: a method for each kind of each part of the model; a kind that is added breaks it at compile time.

/**
 * Visits everything that a state evaluates, in whatever field: templates, paths, intrinsic calls, JSONata expressions.
 *
 * @param <T> what is collected
 */
public final class Evaluations<T> {
    private final Visitor<T> visitor;

    /** Collects what the visitor gives. */
    public Evaluations(Visitor<T> visitor) {
        this.visitor = visitor;
    }

    /**
     * One method for each kind of what is evaluated.
     *
     * @param <T> what is collected
     */
    public interface Visitor<T> {

        /** A template; its parts are for the visitor to look through. */
        Stream<T> template(Template template);

        /**
         * A path that is the value of a field.
         *
         * @param source the string it was parsed from
         */
        Stream<T> path(Path path, Subject source);

        /**
         * A call that is the value of a field.
         *
         * @param source the string it was parsed from
         */
        Stream<T> call(IntrinsicCall call, Subject source);

        /** An expression that is the value of a field. */
        Stream<T> query(JsonataExpression expression);
    }

    /** Those of one state, without the states inside it; some perhaps more than once. */
    public Stream<T> of(State state) {
        Stream<T> handled = state.catchers().stream().flatMap(this::caught);
        return Stream.concat(Stream.concat(own(state), handled), rules(state));
    }

    /** Those of the state's own fields: without those of its catchers and choice rules. */
    public Stream<T> own(State state) {
        return Stream.of(
                        state.templates().stream().flatMap(visitor::template),
                        assigned(state.assignments()),
                        state.accept(new Reads(state.origin())))
                .flatMap(names -> names);
    }

    /** Those of a choice rule once it holds: of its {@code Output} and {@code Assign}. */
    public Stream<T> taken(ChoiceState.Rule rule) {
        return Stream.concat(of(rule.output()), assigned(rule.assignments()));
    }

    private Stream<T> rules(State state) {
        return state instanceof ChoiceState choice
                ? choice.rules().stream().flatMap(rule -> Stream.concat(condition(rule.condition()), taken(rule)))
                : Stream.empty();
    }

    private Stream<T> assigned(List<Assignment> assignments) {
        return assignments.stream().flatMap(assignment -> visitor.template(assignment.value()));
    }

    /** Those of a catcher. */
    public Stream<T> caught(Catcher catcher) {
        return Stream.concat(of(catcher.output()), assigned(catcher.assignments()));
    }

    private Stream<T> of(@Nullable Template template) {
        return template == null ? Stream.empty() : visitor.template(template);
    }

    private Stream<T> of(@Nullable Amount amount) {
        return amount == null ? Stream.empty() : amount.accept(new Reads(amount.origin()));
    }

    private Stream<T> of(PathSetting setting) {
        return setting.accept(new Reads(setting.origin()));
    }

    /** Those of a condition. */
    public Stream<T> condition(ChoiceRule rule) {
        return rule.accept(new Reads(rule.origin()));
    }

    /** The fields of each type of state that are neither templates nor assignments. */
    private final class Reads
            implements State.Visitor<Stream<T>>,
                    DataFlow.Visitor<Stream<T>>,
                    PathSetting.Visitor<Stream<T>>,
                    Amount.Visitor<Stream<T>>,
                    WaitDuration.Visitor<Stream<T>>,
                    FailText.Visitor<Stream<T>>,
                    Items.Visitor<Stream<T>>,
                    ChoiceRule.Visitor<Stream<T>>,
                    ChoiceOperand.Visitor<Stream<T>> {

        private final @Nullable Subject source;

        /** @param source the string of what is visited, if that is one */
        private Reads(@Nullable Subject source) {
            this.source = source;
        }

        private Stream<T> flow(DataFlow flow) {
            return flow.accept(this);
        }

        private Subject source() {
            return Objects.requireNonNull(source);
        }

        @Override
        public Stream<T> task(TaskState state) {
            return join(Stream.of(
                    flow(state.dataFlow()), of(state.timeout()), of(state.heartbeat()), of(state.credentials())));
        }

        @Override
        public Stream<T> pass(PassState state) {
            return flow(state.dataFlow());
        }

        @Override
        public Stream<T> choice(ChoiceState state) {
            return flow(state.dataFlow());
        }

        @Override
        public Stream<T> waiting(WaitState state) {
            return join(Stream.of(
                    flow(state.dataFlow()),
                    state.duration().accept(new Reads(state.duration().origin()))));
        }

        @Override
        public Stream<T> succeed(SucceedState state) {
            return flow(state.dataFlow());
        }

        @Override
        public Stream<T> fail(FailState state) {
            return Stream.of(Optional.ofNullable(state.error()), Optional.ofNullable(state.cause()))
                    .flatMap(Optional::stream)
                    .flatMap(text -> text.accept(new Reads(text.origin())));
        }

        @Override
        public Stream<T> parallel(ParallelState state) {
            return flow(state.dataFlow());
        }

        @Override
        public Stream<T> map(MapState state) {
            return join(Stream.of(
                    flow(state.dataFlow()),
                    state.items().accept(this),
                    of(state.maxConcurrency()),
                    state.distribution() == null ? Stream.empty() : distribution(state.distribution())));
        }

        @Override
        public Stream<T> unresolved(UnresolvedState state) {
            return Stream.empty();
        }

        @Override
        public Stream<T> paths(DataFlow.Paths flow) {
            return Stream.concat(of(flow.inputPath()), of(flow.outputPath()));
        }

        @Override
        public Stream<T> queries(DataFlow.Queries flow) {
            return Stream.empty();
        }

        @Override
        public Stream<T> absent() {
            return Stream.empty();
        }

        @Override
        public Stream<T> nothing() {
            return Stream.empty();
        }

        @Override
        public Stream<T> path(Path path) {
            return visitor.path(path, source());
        }

        @Override
        public Stream<T> constant(long value) {
            return Stream.empty();
        }

        @Override
        public Stream<T> fraction(double value) {
            return Stream.empty();
        }

        @Override
        public Stream<T> atPath(Path path) {
            return visitor.path(path, source());
        }

        @Override
        public Stream<T> query(JsonataExpression expression) {
            return visitor.query(expression);
        }

        @Override
        public Stream<T> seconds(long seconds) {
            return Stream.empty();
        }

        @Override
        public Stream<T> secondsPath(Path path) {
            return visitor.path(path, source());
        }

        @Override
        public Stream<T> timestamp(String text) {
            return Stream.empty();
        }

        @Override
        public Stream<T> timestampPath(Path path) {
            return visitor.path(path, source());
        }

        @Override
        public Stream<T> secondsQuery(JsonataExpression expression) {
            return visitor.query(expression);
        }

        @Override
        public Stream<T> timestampQuery(JsonataExpression expression) {
            return visitor.query(expression);
        }

        @Override
        public Stream<T> constant(String text) {
            return Stream.empty();
        }

        @Override
        public Stream<T> computed(IntrinsicCall call) {
            return visitor.call(call, source());
        }

        @Override
        public Stream<T> atPath(PathSetting path) {
            return of(path);
        }

        @Override
        public Stream<T> computed(Template template) {
            return Stream.empty();
        }

        @Override
        public Stream<T> input() {
            return Stream.empty();
        }

        @Override
        public Stream<T> and(List<ChoiceRule> rules) {
            return rules.stream().flatMap(Evaluations.this::condition);
        }

        @Override
        public Stream<T> or(List<ChoiceRule> rules) {
            return rules.stream().flatMap(Evaluations.this::condition);
        }

        @Override
        public Stream<T> not(ChoiceRule rule) {
            return condition(rule);
        }

        @Override
        public Stream<T> comparison(ChoiceRule.Comparison comparison) {
            return Stream.concat(
                    visitor.path(comparison.variable(), comparison.variableOrigin()),
                    comparison.operand().accept(new Reads(comparison.operandOrigin())));
        }

        @Override
        public Stream<T> constant(boolean value) {
            return Stream.empty();
        }

        @Override
        public Stream<T> text(String value) {
            return Stream.empty();
        }

        @Override
        public Stream<T> number(String literal) {
            return Stream.empty();
        }

        @Override
        public Stream<T> flag(boolean value) {
            return Stream.empty();
        }

        private Stream<T> distribution(Distribution distribution) {
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

        private Stream<T> join(Stream<Stream<T>> parts) {
            return parts.flatMap(names -> names);
        }
    }
}
