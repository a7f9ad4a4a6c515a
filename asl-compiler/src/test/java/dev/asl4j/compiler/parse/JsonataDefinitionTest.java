package dev.asl4j.compiler.parse;

import static dev.asl4j.compiler.parse.Definitions.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.expression.TemplateQueries;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.Items;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.ParallelState;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.QueryLanguage;
import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.WaitDuration;
import dev.asl4j.compiler.model.WaitState;
import java.io.IOException;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads a definition that has every field of the JSONata dialect. */
final class JsonataDefinitionTest {

    private StateMachine machine;

    @BeforeEach
    void read() throws IOException {
        machine = Definitions.resource("parse/jsonata.asl.json");
    }

    @Test
    void theLanguage() {
        assertThat(machine.queryLanguage()).isEqualTo(QueryLanguage.JSONATA);
        assertThat(machine.main().states()).extracting(State::language).containsOnly(QueryLanguage.JSONATA);
    }

    @Test
    void aTask() {
        TaskState task = state(machine, TaskState.class, "Work");
        assertThat(task.resource())
                .isEqualTo(new Resource.LambdaInvoke(
                        "arn:aws:states:::lambda:invoke.waitForTaskToken",
                        "reserve",
                        Resource.Pattern.WAIT_FOR_TASK_TOKEN));
        assertThat(queries(queries(task).arguments()))
                .containsExactly("Arguments/Payload/token: $states.context.Task.Token");
        assertThat(queries(queries(task).output())).containsExactly("Output/all[0]: $states.result");
        assertThat(((Amount.Query) task.timeout()).expression().text()).isEqualTo("$states.input.timeout");
        assertThat(((Amount.Constant) task.heartbeat()).value()).isEqualTo(30);
        assertThat(queries(task.credentials())).containsExactly("Credentials/RoleArn: $id");
        assertThat(assigned(task.assignments()))
                .containsExactly(
                        tuple("id", List.of("Assign/id: $states.result.id")),
                        tuple("text", List.of()),
                        tuple("list", List.of("Assign/list[0]: 1")));
    }

    @Test
    void catchers() {
        List<Catcher> catchers = state(machine, TaskState.class, "Work").catchers();
        assertThat(catchers.get(0).output()).isNull();
        assertThat(catchers.get(0).resultPath()).isEqualTo(PathSetting.absent());
        assertThat(queries(catchers.get(1).output())).containsExactly("Catch[1]/Output: $states.errorOutput.Cause");
        assertThat(assigned(catchers.get(1).assignments())).containsExactly(tuple("failed", List.of()));
    }

    @Test
    void aChoice() {
        ChoiceState choice = state(machine, ChoiceState.class, "Choose");
        ChoiceState.Rule first = choice.rules().get(0);
        assertThat(((ChoiceRule.Query) first.condition()).expression().text()).isEqualTo("$states.input.x > 1");
        assertThat(queries(first.output())).containsExactly("Choices[0]/Output/x: 2");
        assertThat(assigned(first.assignments())).containsExactly(tuple("chosen", List.of()));
        assertThat(((ChoiceRule.Constant) choice.rules().get(1).condition()).value())
                .isTrue();
        assertThat(queries(((DataFlow.Queries) choice.dataFlow()).output())).containsExactly("Output: 'none'");
        assertThat(assigned(choice.assignments())).containsExactly(tuple("none", List.of("Assign/none: true")));
        assertThat(choice.everyAssignment()).extracting(Assignment::variable).containsExactly("none", "chosen");
    }

    @Test
    void waits() {
        WaitState soon = state(machine, WaitState.class, "Soon");
        assertThat(((WaitDuration.SecondsQuery) soon.duration()).expression().text())
                .isEqualTo("5");
        assertThat(assigned(soon.assignments())).containsExactly(tuple("waited", List.of()));
        WaitDuration until = state(machine, WaitState.class, "Until").duration();
        assertThat(((WaitDuration.TimestampQuery) until).expression().text()).isEqualTo("$states.input.at");
        WaitDuration literal = state(machine, WaitState.class, "Literal").duration();
        assertThat(((WaitDuration.Timestamp) literal).text()).isEqualTo("2026-01-31T00:00:00Z");
    }

    @Test
    void branches() {
        ParallelState split = state(machine, ParallelState.class, "Split");
        DataFlow.Queries flow = (DataFlow.Queries) split.dataFlow();
        assertThat(queries(flow.arguments())).containsExactly("Arguments: $states.input.a");
        assertThat(queries(flow.output())).containsExactly("Output: $states.result[0]");
        PassState inner = (PassState) split.branches().get(0).states().get(0);
        assertThat(queries(((DataFlow.Queries) inner.dataFlow()).output())).containsExactly("Output: $id");
    }

    @Test
    void maps() {
        MapState each = state(machine, MapState.class, "Each");
        assertThat(queries(((Items.Computed) each.items()).template()))
                .containsExactly("Items[0]: $states.input.first");
        assertThat(queries(each.itemSelector())).containsExactly("ItemSelector/item: $states.context.Map.Item.Value");
        assertThat(((Amount.Query) each.maxConcurrency()).expression().text()).isEqualTo("$id");
        MapState input = state(machine, MapState.class, "Input");
        assertThat(input.items()).isEqualTo(new Items.Input());
        FailState stop = (FailState) input.processor().states().get(0);
        assertThat(((FailText.Query) stop.error()).expression().text()).isEqualTo("$states.input.e");
        assertThat(((FailText.Constant) stop.cause()).text()).isEqualTo("States.Format('{}')");
    }

    private static DataFlow.Queries queries(TaskState task) {
        return (DataFlow.Queries) task.dataFlow();
    }

    private static List<Tuple> assigned(List<Assignment> assignments) {
        return assignments.stream()
                .map(assignment -> tuple(assignment.variable(), queries(assignment.value())))
                .toList();
    }

    /** The expressions of a template, each with its place. */
    private static List<String> queries(Template template) {
        Places places = new Places();
        template.accept(places);
        assertThat(places.found).hasSameSizeAs(TemplateQueries.of(template));
        return places.found;
    }
}
