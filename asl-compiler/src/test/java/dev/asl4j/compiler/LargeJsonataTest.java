package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Much JSONata and many variables fit into Java as well; what is compiled is run, too. */
final class LargeJsonataTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void twoThousandStates() throws Exception {
        ObjectNode states = JSON.createObjectNode();
        for (int i = 0; i < 2_000; i++) {
            ObjectNode state = states.putObject("State " + i);
            state.putObject("Assign")
                    .put("total", "{% $states.input.n + " + i + " %}")
                    .put("v" + i, "{% $states.input.n %}");
            if (i % 4 == 0) {
                state.put("Type", "Task").put("Resource", "arn:aws:lambda:eu-central-1:123456789012:function:f" + i);
                state.put("Arguments", "{% $states.input %}");
                state.put("Output", "{% {'n': $states.result.n + 1} %}");
                ObjectNode catcher = state.putArray("Catch").addObject().put("Next", "Last");
                catcher.putObject("Output").put("failed", "{% $states.errorOutput.Error %}");
                catcher.putObject("Assign").put("total", 0);
                catcher.putArray("ErrorEquals").add("E" + i);
            } else {
                ObjectNode output = state.put("Type", "Pass").putObject("Output");
                output.put("n", "{% $states.input.n + 1 %}");
                for (int k = 0; k < 8; k++) {
                    output.put("key" + i + "x" + k, "value " + i + " " + k);
                }
            }
            state.put("Next", i < 1_999 ? "State " + (i + 1) : "Last");
        }
        states.putObject("Last").put("Type", "Succeed").put("Output", "{% [$states.input.n, $total, $v7] %}");
        assertThat(run("State 0", states, "{\"n\":0}")).hasToString("[2000,3998,7]");
    }

    @Test
    void aLongExpressionAndALongTemplate() throws Exception {
        String text = "\u6ce8x\ud83d\ude00 ".repeat(20_000);
        ObjectNode states = JSON.createObjectNode();
        ObjectNode pass = states.putObject("S").put("Type", "Pass").put("End", true);
        ObjectNode output = pass.putObject("Output");
        output.put("length", "{% $length('" + text + "') %}");
        for (int i = 0; i < 3_000; i++) {
            output.put("f" + i, "{% $states.input.v + " + i + " %}");
        }
        JsonNode result = run("S", states, "{\"v\":7}");
        assertThat(result.size()).isEqualTo(3_001);
        assertThat(result.get("length").intValue()).isEqualTo(80_000);
        assertThat(result.get("f2999").intValue()).isEqualTo(3_006);
    }

    @Test
    void anExpressionOfManyLines() throws Exception {
        ObjectNode states = JSON.createObjectNode();
        String sum = "1\n+ ".repeat(30) + "1";
        states.putObject("S")
                .put("Type", "Pass")
                .put("Output", "{%\n  " + sum + "\n%}")
                .put("End", true);
        assertThat(run("S", states, "{}").intValue()).isEqualTo(31);
    }

    @Test
    void aThousandVariablesInOneState() throws Exception {
        ObjectNode states = JSON.createObjectNode();
        ObjectNode jsonata = states.putObject("A").put("Type", "Pass").put("Next", "B");
        ObjectNode paths = states.putObject("B").put("Type", "Pass").put("Next", "C");
        paths.put("QueryLanguage", "JSONPath");
        ObjectNode assigned = jsonata.put("QueryLanguage", "JSONata").putObject("Assign");
        ObjectNode swapped = paths.putObject("Assign");
        for (int i = 0; i < 1_000; i++) {
            assigned.put("v" + i, i % 2 == 0 ? "{% $states.input.n + " + i + " %}" : "text " + i);
            swapped.put("v" + i + ".$", "$v" + (999 - i));
        }
        states.putObject("C")
                .put("Type", "Pass")
                .put("End", true)
                .putObject("Parameters")
                .put("first.$", "$v0")
                .put("last.$", "$v999");
        String machine = JSON.createObjectNode()
                .put("StartAt", "A")
                .<ObjectNode>set("States", states)
                .toString();
        assertThat(checked("Large.asl.json", machine).run("Large", "{\"n\":1}", Map.of()))
                .hasToString("{\"first\":\"text 999\",\"last\":1}");
    }

    @Test
    void aThousandRules() throws Exception {
        ObjectNode states = JSON.createObjectNode();
        ObjectNode choice = states.putObject("C").put("Type", "Choice").put("Default", "End");
        ArrayNode rules = choice.putArray("Choices");
        for (int i = 0; i < 1_000; i++) {
            ObjectNode rule = rules.addObject().put("Condition", "{% $states.input.v = " + i + " %}");
            rule.putObject("Assign").put("chosen", "{% 'rule ' & $string($states.input.v) %}");
            rule.put("Next", "End").putObject("Output").put("number", i).put("v", "{% $states.input.v %}");
        }
        choice.putObject("Assign").put("chosen", "none");
        states.putObject("End").put("Type", "Succeed").put("Output", "{% [$chosen, $states.input.number] %}");
        Machines machines = checked("Rules.asl.json", machine("C", states));
        for (int i : new int[] {0, 49, 50, 500, 999}) {
            assertThat(machines.run("Rules", "{\"v\":" + i + "}", Map.of()))
                    .hasToString("[\"rule " + i + "\"," + i + "]");
        }
        assertThat(machines.run("Rules", "{\"v\":1000, \"number\":0}", Map.of()))
                .hasToString("[\"none\",0]");
    }

    @Test
    void refusesMoreVariablesThanAClassHasRoomFor() {
        ObjectNode states = JSON.createObjectNode();
        ObjectNode assigned =
                states.putObject("S").put("Type", "Pass").put("End", true).putObject("Assign");
        for (int i = 0; i < 5_001; i++) {
            assigned.put("v" + i, i);
        }
        CompilationResult result = AslCompiler.compile(
                List.of(Machines.definition("Many.asl.json", machine("S", states))), CompilerOptions.DEFAULTS);
        assertThat(result.diagnostics())
                .anySatisfy(diagnostic -> assertThat(diagnostic.message()).contains("5001 variables; 5000 can"));
    }

    private static JsonNode run(String start, ObjectNode states, String input) throws Exception {
        return checked("Large.asl.json", machine(start, states)).run("Large", input, Map.of());
    }

    /** Compiled without a warning, and with no method that HotSpot would leave alone. */
    private static Machines checked(String path, String machine) {
        CompilationResult result =
                AslCompiler.compile(List.of(Machines.definition(path, machine)), CompilerOptions.DEFAULTS);
        assertThat(result.hasErrors()).as(result.diagnostics().toString()).isFalse();
        assertThat(InMemoryJava.compile(result.files()).classes().values())
                .isNotEmpty()
                .allSatisfy(bytes -> assertThat(LargestMethod.of(bytes)).isLessThan(8_000));
        return Machines.ofFiles(result.files());
    }

    private static String machine(String start, ObjectNode states) {
        return JSON.createObjectNode()
                .put("QueryLanguage", "JSONata")
                .put("StartAt", start)
                .<ObjectNode>set("States", states)
                .toString();
    }
}
