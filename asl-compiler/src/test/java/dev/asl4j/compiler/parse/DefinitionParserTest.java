package dev.asl4j.compiler.parse;

import static dev.asl4j.compiler.parse.Definitions.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.ChoiceOperand;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.ComparisonOperator;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.ErrorName;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.Items;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.ParallelState;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.Retrier;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.Transition;
import dev.asl4j.compiler.model.WaitDuration;
import dev.asl4j.compiler.model.WaitState;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads a definition that has every supported field. What is refused is in {@code errors/}. */
final class DefinitionParserTest {

    private StateMachine machine;

    @BeforeEach
    void read() throws IOException {
        machine = Definitions.resource("parse/complete.asl.json");
    }

    @Test
    void theMachine() {
        assertThat(machine.name()).isEqualTo("test");
        assertThat(machine.comment()).isEqualTo("Every field that is supported.");
        assertThat(machine.timeoutSeconds()).isEqualTo(3600);
        assertThat(machine.main().kind()).isEqualTo(Scope.Kind.STATE_MACHINE);
        assertThat(machine.main().startAt().name()).isEqualTo("Function");
        assertThat(machine.main().unread()).isEmpty();
        assertThat(machine.main().states())
                .extracting(State::name)
                .containsExactly(
                        "Function",
                        "Choose",
                        "Wait",
                        "Wait path",
                        "Wait until",
                        "Wait until path",
                        "Split",
                        "Each",
                        "Old",
                        "Fail");
    }

    @Test
    void aTask() {
        TaskState task = state(machine, TaskState.class, "Function");
        assertThat(task.comment()).isEqualTo("a task with everything");
        assertThat(task.origin().location().start().line()).isEqualTo(8);
        assertThat(task.origin().pointer()).isEqualTo("/States/Function");
        assertThat(task.resource())
                .isEqualTo(new Resource.LambdaFunction(
                        "arn:aws:lambda:eu-west-1:123456789012:function:reserve:live", "reserve"));
        assertThat(given(paths(task.dataFlow()).inputPath())).isEqualTo("$.order");
        assertThat(given(paths(task.dataFlow()).resultPath())).isEqualTo("$.reservation[0].x");
        assertThat(given(paths(task.dataFlow()).outputPath())).isEqualTo("$.all[*]");
        assertThat(paths(task.dataFlow()).parameters()).isInstanceOf(Template.ObjectTemplate.class);
        assertThat(paths(task.dataFlow()).resultSelector()).isInstanceOf(Template.ObjectTemplate.class);
        assertThat(((Amount.Constant) task.timeout()).value()).isEqualTo(60);
        assertThat(((Amount.AtPath) task.heartbeat()).path()).hasToString("$.heartbeat");
        assertThat(task.credentials()).isInstanceOf(Template.Literal.class);
        assertThat(target(task.transition())).isEqualTo("Choose");
    }

    @Test
    void retriersWithTheirDefaults() {
        assertThat(state(machine, TaskState.class, "Function").retriers())
                .extracting(
                        retrier -> names(retrier.errorEquals()),
                        Retrier::intervalSeconds,
                        Retrier::maxAttempts,
                        Retrier::backoffRate,
                        Retrier::maxDelaySeconds,
                        Retrier::jitter,
                        Retrier::comment)
                .containsExactly(
                        tuple(List.of("A", "B"), 1L, 3, 2.0, null, Retrier.Jitter.NONE, null),
                        tuple(List.of("States.ALL"), 2L, 0, 1.5, 30L, Retrier.Jitter.FULL, "the last"));
    }

    @Test
    void catchers() {
        List<Catcher> catchers = state(machine, TaskState.class, "Function").catchers();
        assertThat(catchers).extracting(catcher -> catcher.next().name()).containsOnly("Fail");
        assertThat(given(catchers.get(0).resultPath())).isEqualTo("$.error");
        assertThat(catchers.get(0).comment()).isEqualTo("handled");
        assertThat(catchers.get(1).resultPath()).isEqualTo(new PathSetting.Null());
        assertThat(catchers.get(2).resultPath()).isEqualTo(PathSetting.absent());
    }

    @Test
    void aChoice() {
        ChoiceState choice = state(machine, ChoiceState.class, "Choose");
        assertThat(paths(choice.dataFlow()).inputPath()).isEqualTo(new PathSetting.Null());
        assertThat(choice.otherwise().name()).isEqualTo("Each");
        assertThat(choice.rules())
                .extracting(rule -> rule.next().name())
                .containsExactly("Wait", "Split", "Wait", "Wait");
        assertThat(choice.rules().get(0).comment()).isEqualTo("a rule");
        ChoiceRule.Comparison number =
                (ChoiceRule.Comparison) choice.rules().get(0).condition();
        assertThat(number.variable()).hasToString("$.x");
        assertThat(number.operator()).isEqualTo(ComparisonOperator.NUMERIC_GREATER_THAN_EQUALS);
        assertThat(number.operand()).isEqualTo(new ChoiceOperand.Numeric("1.50"));
        assertThat(choice.rules().get(1).condition().accept(new RuleText()))
                .isEqualTo("($.a IsPresent and (not $$.b StringEqualsPath))");
        assertThat(((ChoiceRule.Comparison) choice.rules().get(2).condition()).operand())
                .isEqualTo(new ChoiceOperand.Text("a*\\*"));
        assertThat(((ChoiceRule.Comparison) choice.rules().get(3).condition()).operand())
                .isEqualTo(new ChoiceOperand.Timestamp("2026-01-31T00:00:00Z"));
    }

    @Test
    void waits() {
        assertThat(((WaitDuration.Seconds)
                                state(machine, WaitState.class, "Wait").duration())
                        .seconds())
                .isEqualTo(5);
        assertThat(((WaitDuration.SecondsPath)
                                state(machine, WaitState.class, "Wait path").duration())
                        .path())
                .hasToString("$.s");
        assertThat(((WaitDuration.Timestamp)
                                state(machine, WaitState.class, "Wait until").duration())
                        .text())
                .isEqualTo("2026-01-31T00:00:00Z");
        assertThat(((WaitDuration.TimestampPath) state(machine, WaitState.class, "Wait until path")
                                .duration())
                        .path())
                .hasToString("$.t");
    }

    @Test
    void branches() {
        ParallelState split = state(machine, ParallelState.class, "Split");
        assertThat(split.branches())
                .extracting(
                        Scope::kind, Scope::comment, branch -> branch.startAt().name())
                .containsExactly(tuple(Scope.Kind.BRANCH, "left", "L"), tuple(Scope.Kind.BRANCH, null, "R"));
        PassState left = (PassState) split.branches().get(0).states().get(0);
        assertThat(left.result()).hasToString("{\"a.$\":\"$.literal\"}");
        assertThat(left.transition()).isEqualTo(new Transition.End());
    }

    @Test
    void mapsOfBothNotations() {
        MapState each = state(machine, MapState.class, "Each");
        assertThat(given(((Items.AtPath) each.items()).path())).isEqualTo("$$.Execution.Input.items");
        assertThat(each.itemSelector()).isNotNull();
        assertThat(((Amount.Constant) each.maxConcurrency()).value()).isEqualTo(9_999_999_999L);
        assertThat(((TaskState) each.processor().states().get(0)).resource())
                .isEqualTo(new Resource.Integration(
                        "arn:aws:states:::states:startExecution.sync:2",
                        "states",
                        "startExecution",
                        Resource.Pattern.SYNC_2));
        MapState old = state(machine, MapState.class, "Old");
        assertThat(old.itemSelector()).isNotNull();
        assertThat(paths(old.dataFlow()).parameters()).isNull();
        assertThat(((Amount.AtPath) old.maxConcurrency()).path()).hasToString("$.limit");
        assertThat(old.processor().kind()).isEqualTo(Scope.Kind.ITEM_PROCESSOR);
    }

    @Test
    void fails() {
        FailState constant = state(machine, FailState.class, "Fail");
        assertThat(((FailText.Constant) constant.error()).text()).isEqualTo("E");
        assertThat(((FailText.Constant) constant.cause()).text()).isEqualTo("c");
        FailState dynamic = (FailState)
                state(machine, MapState.class, "Old").processor().states().get(0);
        assertThat(((FailText.AtPath) dynamic.error()).path()).hasToString("$$.State.Name");
        assertThat(((FailText.Computed) dynamic.cause()).call()).hasToString("States.UUID()");
    }

    private static String given(PathSetting setting) {
        return ((PathSetting.Given) setting).path().text();
    }

    private static String target(Transition transition) {
        return ((Transition.Next) transition).target().name();
    }

    private static List<String> names(List<ErrorName> names) {
        return names.stream().map(ErrorName::name).toList();
    }

    private static DataFlow.Paths paths(DataFlow dataFlow) {
        return (DataFlow.Paths) dataFlow;
    }

    private static final class RuleText implements ChoiceRule.Visitor<String> {
        @Override
        public String and(List<ChoiceRule> rules) {
            return join(" and ", rules);
        }

        @Override
        public String or(List<ChoiceRule> rules) {
            return join(" or ", rules);
        }

        @Override
        public String not(ChoiceRule rule) {
            return "not " + rule.accept(this);
        }

        @Override
        public String comparison(ChoiceRule.Comparison comparison) {
            return comparison.variable() + " " + comparison.operator().field();
        }

        @Override
        public String query(JsonataExpression expression) {
            return expression.text();
        }

        @Override
        public String constant(boolean value) {
            return String.valueOf(value);
        }

        private String join(String word, List<ChoiceRule> rules) {
            return "("
                    + String.join(
                            word, rules.stream().map(rule -> rule.accept(this)).toList()) + ")";
        }
    }
}
