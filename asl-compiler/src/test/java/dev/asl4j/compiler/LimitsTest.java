package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.runtime.ExecutionFailedException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** What the virtual machine and javac have no room for is the generator's business, or gets a diagnostic. */
final class LimitsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void twoThousandStatesWithRichTemplates() throws Exception {
        ObjectNode states = JSON.createObjectNode();
        for (int i = 0; i < 2_000; i++) {
            ObjectNode state = states.putObject("State " + i);
            boolean task = i % 4 == 0;
            state.put("Type", task ? "Task" : "Pass");
            if (task) {
                state.put("Resource", "arn:aws:lambda:eu-central-1:123456789012:function:f" + i);
                state.putArray("Retry").addObject().putArray("ErrorEquals").add("E" + i);
            }
            ObjectNode parameters = state.putObject("Parameters");
            parameters.put("n.$", "States.MathAdd($.n, 1)");
            for (int k = 0; k < 8; k++) {
                parameters.put("key" + i + "x" + k, "value " + i + " " + k);
            }
            if (i < 1_999) {
                state.put("Next", "State " + (i + 1));
            } else {
                state.put("End", true);
            }
        }
        Machines machines = Machines.of("Large.asl.json", machine("State 0", states));
        assertThat(machines.run("Large", "{\"n\":0}", Map.of()).get("n").intValue())
                .isEqualTo(2_000);
    }

    /** HotSpot never compiles a method of more than 8,000 bytes of code. */
    @Test
    void noMethodOfALargeMachineIsTooLargeToBeCompiledByHotSpot() {
        ObjectNode states = JSON.createObjectNode();
        for (int i = 0; i < 1_000; i++) {
            states.putObject(name(i)).put("Type", "Pass").put("Next", name(i + 1));
        }
        states.putObject(name(1_000)).put("Type", "Succeed");
        CompilationResult result = AslCompiler.compile(
                List.of(Machines.definition("Large.asl.json", machine(name(0), states))), CompilerOptions.DEFAULTS);
        InMemoryJava java = InMemoryJava.compile(result.files());
        assertThat(java.messages()).isEmpty();
        assertThat(java.classes().values())
                .allSatisfy(bytes -> assertThat(LargestMethod.of(bytes)).isLessThan(8_000));
    }

    /** Names like those of methods that only large machines have. */
    private static String name(int state) {
        return "Rows " + state;
    }

    @Test
    void aTemplateNestedNineHundredDeep() throws Exception {
        ObjectNode state = JSON.createObjectNode().put("Type", "Pass").put("End", true);
        ObjectNode level = state.putObject("Parameters");
        for (int i = 0; i < 900; i++) {
            level = level.putObject("d");
        }
        level.put("v.$", "$.v");
        JsonNode output = run(state, "{\"v\":7}");
        for (int i = 0; i < 900; i++) {
            output = output.get("d");
        }
        assertThat(output.get("v").intValue()).isEqualTo(7);
    }

    @Test
    void theDepthOfTheCallersStackDoesNotMatter() throws Exception {
        ObjectNode states = JSON.createObjectNode();
        ObjectNode level = states.putObject("S").put("Type", "Pass").put("End", true);
        for (int i = 0; i < 490; i++) {
            level = level.putArray(i == 0 ? "Parameters" : "d").addObject();
        }
        level.put("v.$", "$.v");
        Definition definition = Machines.definition("One.asl.json", machine("S", states));
        FutureTask<CompilationResult> compiled =
                new FutureTask<>(() -> AslCompiler.compile(List.of(definition), CompilerOptions.DEFAULTS));
        new Thread(null, compiled, "shallow", 100_000).start();
        assertThat(compiled.get().files()).hasSize(1);
    }

    @Test
    void namesAndTextsLongerThanAConstantOfAClassFile() throws Exception {
        String longest = "z".repeat(70_000);
        ObjectNode states = JSON.createObjectNode();
        ObjectNode pass = states.putObject("Pass").put("Type", "Pass").put("Next", "Call");
        pass.putObject("Parameters").put("v.$", "$.v").put(longest, 1).putObject(longest + 2);
        ObjectNode call = states.putObject("Call").put("Type", "Task").put("Next", "End");
        call.put("Resource", "arn:aws:lambda:eu-central-1:123456789012:function:" + longest);
        ObjectNode catcher = call.putArray("Catch").addObject().put("Next", "End");
        catcher.put("ResultPath", "$." + longest).putArray("ErrorEquals").add(longest);
        states.putObject("End").put("Type", "Fail").put("Error", longest).put("Cause", longest);
        Machines machines = Machines.of("Lengthy.asl.json", machine("Pass", states));
        assertThatExceptionOfType(ExecutionFailedException.class)
                .isThrownBy(() -> machines.run("Lengthy", "{\"v\":7}", Map.of()))
                .satisfies(failed -> assertThat(longest).startsWith(failed.error()));
    }

    @Test
    void aTemplateOfThousandsOfFields() throws Exception {
        ObjectNode state = JSON.createObjectNode().put("Type", "Pass").put("End", true);
        ObjectNode parameters = state.putObject("Parameters");
        for (int i = 0; i < 3_000; i++) {
            parameters.put("f" + i + ".$", "$.v");
        }
        JsonNode output = run(state, "{\"v\":7}");
        assertThat(output.size()).isEqualTo(3_000);
        assertThat(output.fieldNames().next()).isEqualTo("f0");
        assertThat(output.get("f2999").intValue()).isEqualTo(7);
    }

    @Test
    void longTexts() throws Exception {
        String text = "\u6ce8\0x\ud83d\ude00".repeat(30_000);
        ObjectNode state = JSON.createObjectNode().put("Type", "Pass").put("End", true);
        state.putObject("Parameters")
                .put("long", text)
                .put("v.$", "States.Format('{}" + "y".repeat(70_000) + "', $.v)");
        JsonNode output = run(state, "{\"v\":7}");
        assertThat(output.get("long").textValue()).isEqualTo(text);
        assertThat(output.get("v").textValue()).hasSize(70_001);
    }

    @Test
    void longAndDeepConditions() throws Exception {
        ObjectNode deep = JSON.createObjectNode().put("Variable", "$.v").put("NumericEquals", 7);
        for (int i = 0; i < 97; i++) {
            ObjectNode outer = JSON.createObjectNode();
            ArrayNode terms = outer.putArray(i % 2 == 0 ? "And" : "Or");
            terms.addObject().put("Variable", "$.v").put("NumericEquals", i % 2 == 0 ? 7 : 8);
            terms.add(deep);
            deep = outer;
        }
        ObjectNode wide = JSON.createObjectNode();
        ArrayNode terms = wide.putArray("And");
        for (int i = 0; i < 1_000; i++) {
            terms.addObject().put("Variable", "$.v").put("NumericLessThan", 100 + i);
        }
        terms.add(deep);
        ObjectNode states = JSON.createObjectNode();
        ObjectNode choice = states.putObject("C").put("Type", "Choice").put("Default", "No");
        choice.putArray("Choices").add(wide.put("Next", "Yes"));
        states.putObject("Yes").put("Type", "Pass").put("Result", true).put("End", true);
        states.putObject("No").put("Type", "Pass").put("Result", false).put("End", true);
        Machines machines = Machines.of("Deep.asl.json", machine("C", states));
        assertThat(machines.run("Deep", "{\"v\":7}", Map.of()).booleanValue()).isTrue();
        assertThat(machines.run("Deep", "{\"v\":9}", Map.of()).booleanValue()).isFalse();
    }

    @Test
    void aThousandRules() throws Exception {
        ObjectNode states = JSON.createObjectNode();
        ObjectNode choice = states.putObject("C").put("Type", "Choice").put("Default", "S999");
        ArrayNode rules = choice.putArray("Choices");
        for (int i = 0; i < 1_000; i++) {
            rules.addObject().put("Variable", "$.v").put("NumericEquals", i).put("Next", "S" + i);
            states.putObject("S" + i).put("Type", "Pass").put("Result", i).put("End", true);
        }
        Machines machines = Machines.of("Rules.asl.json", machine("C", states));
        for (int i : new int[] {0, 49, 50, 51, 500, 999}) {
            assertThat(machines.run("Rules", "{\"v\":" + i + "}", Map.of()).intValue())
                    .isEqualTo(i);
        }
    }

    @Test
    void aHundredParallelsInOneAnother() throws Exception {
        ObjectNode states = JSON.createObjectNode();
        states.putObject("Innermost").put("Type", "Pass").put("Result", 1).put("End", true);
        String start = "Innermost";
        for (int i = 0; i < 100; i++) {
            ObjectNode outer = JSON.createObjectNode();
            ObjectNode parallel =
                    outer.putObject("P" + i).put("Type", "Parallel").put("End", true);
            parallel.putArray("Branches").addObject().put("StartAt", start).set("States", states);
            states = outer;
            start = "P" + i;
        }
        JsonNode output = Machines.of("Nested.asl.json", machine(start, states)).run("Nested", "{}", Map.of());
        for (int i = 0; i < 100; i++) {
            output = output.get(0);
        }
        assertThat(output.intValue()).isEqualTo(1);
    }

    /** Their tasks and inner scopes are found by number too, over all classes that the states are spread over. */
    @Test
    void twoThousandBranchesAndThreeHundredOtherStates() throws Exception {
        ObjectNode states = JSON.createObjectNode();
        ObjectNode parallel = states.putObject("P").put("Type", "Parallel").put("Next", name(0));
        ArrayNode branches = parallel.putArray("Branches");
        for (int i = 0; i < 2_000; i++) {
            ObjectNode branch = branches.addObject().put("StartAt", "B" + i);
            branch.putObject("States")
                    .putObject("B" + i)
                    .put("Type", "Pass")
                    .put("Result", i)
                    .put("End", true);
        }
        for (int i = 0; i < 300; i++) {
            states.putObject(name(i))
                    .put("Type", "Task")
                    .put("Resource", "arn:aws:lambda:eu-central-1:123456789012:function:f" + i)
                    .put("Next", name(i + 1));
        }
        states.putObject(name(300)).put("Type", "Succeed");
        Machines machines = Machines.of("Wide.asl.json", machine("P", states));
        assertThat(machines.run("Wide", "{}", Map.of()).get(1_999).intValue()).isEqualTo(1_999);
        String source = machines.source();
        assertThat(source).contains("case P -> List.of(pBranch1, pBranch2, ", "return mainPart2.task(state)");
    }

    @Test
    void aLongReferencePath() throws Exception {
        ObjectNode state = JSON.createObjectNode().put("Type", "Pass").put("End", true);
        state.putObject("Parameters").put("v.$", "$" + ".a".repeat(256));
        JsonNode output = run(state, "{\"a\":".repeat(256) + "5" + "}".repeat(256));
        assertThat(output.get("v").intValue()).isEqualTo(5);
    }

    @Test
    void refusesWhatCannotBeTakenApart() {
        ObjectNode state = JSON.createObjectNode().put("Type", "Pass").put("End", true);
        state.putObject("Parameters").put("v.$", "$.l[?(" + "@.a && ".repeat(120) + "@.b)]");
        assertThat(diagnostics(state)).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code().id()).isEqualTo("too-deep");
            assertThat(diagnostic.message()).contains("depth of 100");
        });
    }

    @Test
    void refusesAStateThatNoClassHasRoomFor() {
        ObjectNode state = JSON.createObjectNode().put("Type", "Pass").put("End", true);
        ObjectNode parameters = state.putObject("Parameters");
        for (int i = 0; i < 30_000; i++) {
            parameters.put("f" + i + ".$", "$.v");
        }
        assertThat(diagnostics(state))
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.code().id()).isEqualTo("too-large"));
    }

    private static List<Diagnostic> diagnostics(ObjectNode state) {
        ObjectNode states = JSON.createObjectNode().set("S", state);
        Definition definition = Machines.definition("One.asl.json", machine("S", states));
        CompilationResult result = AslCompiler.compile(List.of(definition), CompilerOptions.DEFAULTS);
        assertThat(result.files()).isEmpty();
        return result.diagnostics();
    }

    private static JsonNode run(ObjectNode state, String input) throws Exception {
        ObjectNode states = JSON.createObjectNode().set("S", state);
        return Machines.of("One.asl.json", machine("S", states)).run("One", input, Map.of());
    }

    private static String machine(String start, JsonNode states) {
        return JSON.createObjectNode()
                .put("StartAt", start)
                .set("States", states)
                .toString();
    }
}
