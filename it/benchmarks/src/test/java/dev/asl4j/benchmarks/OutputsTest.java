package dev.asl4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.benchmarks.work.Inputs;
import dev.asl4j.benchmarks.work.Language;
import dev.asl4j.benchmarks.work.PathWork;
import dev.asl4j.benchmarks.work.SlowTasks;
import dev.asl4j.benchmarks.work.Work;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.data.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is compared with one another does the same; without it no ratio means anything. */
class OutputsTest {
    static List<Arguments> versions() {
        return Stream.of(Work.values())
                .flatMap(work ->
                        Stream.of(Language.values()).filter(work::isIn).map(language -> arguments(work, language)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aWorkflowGivesWhatTheProgramByHandGives(Work work, Language language) {
        JsonNode byHand = work.byHand(Outputs.parse(work.input()));

        JsonNode compiled = work.workflow(language).run(Json.parse(work.input()));

        Outputs.requireEqual(compiled, byHand);
        if (language == Language.JSONPATH) {
            assertThat(Json.write(compiled)).isEqualTo(Outputs.write(byHand));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyChangesTheInput(Work work) {
        JsonNode input = Outputs.parse(work.input());

        work.byHand(input);

        assertThat(input).isEqualTo(Outputs.parse(work.input()));
    }

    @ParameterizedTest
    @EnumSource
    void aProgramByHandDoesSomething(Work work) {
        assertThat(work.byHand(Outputs.parse(work.input())).toString()).isNotEqualTo(work.input());
    }

    @ParameterizedTest
    @EnumSource(names = "TRANSFORM", mode = EnumSource.Mode.EXCLUDE)
    void anEngineGivesTheSame(Work work) throws InterruptedException {
        var workflow = work.workflow(Language.JSONPATH);
        try (Engine engine = Engine.builder().register(workflow).build()) {
            JsonNode output = engine.run(workflow, "one", Json.parse(work.input()));

            assertThat(output)
                    .hasToString(work.byHand(Outputs.parse(work.input())).toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void pathsLeadWhereJaywaysLead(PathWork paths) {
        JsonNode byJayway = paths.byJayway(Outputs.parse(Inputs.order()));

        assertThat(paths.workflow().run(Json.parse(Inputs.order()))).hasToString(byJayway.toString());
    }

    @Test
    void slowTasksGiveTheSameByHand() {
        String input = Work.TASK_CHAIN.input();

        assertThat(SlowTasks.workflow().run(Json.parse(input)))
                .hasToString(SlowTasks.byHand(Outputs.parse(input)).toString());
    }

    @Test
    void whatDiffersIsRefused() {
        assertThatThrownBy(() -> Outputs.requireEqual(Outputs.parse("{\"a\":1}"), Outputs.parse("{\"a\":1.5}")))
                .hasMessageStartingWith("outputs differ");
        assertThatThrownBy(() -> Outputs.requireSame("1", "1.0")).hasMessageStartingWith("outputs differ");
        Outputs.requireEqual(Outputs.parse("{\"a\":1,\"b\":2}"), Outputs.parse("{\"b\":2.0,\"a\":1}"));
    }
}
