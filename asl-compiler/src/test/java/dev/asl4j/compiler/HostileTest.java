package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Text of a definition stays text, whatever is in it. */
final class HostileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int MACHINES = 40;

    /** Pieces that mean something to Java, javadoc, JavaPoet, JSON or a terminal. */
    private static final List<String> PIECES = List.of(
            "*/",
            "/*",
            "//",
            "/**",
            "\\",
            "\\u002a",
            "\\u000a",
            "\\\\u0022",
            "\"",
            "\"\"\"",
            "'",
            "$",
            "$L",
            "$T",
            "$S",
            "$$",
            "$>",
            "$[",
            "$W",
            "@",
            "@param",
            "{@code ",
            "{",
            "}",
            "<",
            "</pre>",
            "&",
            "&#42;",
            ";",
            "\n",
            "\r",
            "\t",
            "\0",
            "\u001b[31m",
            "\u0085",
            "\u2028",
            "\u202e",
            "\u2066",
            "\ufeff",
            "\ud83d\ude00",
            "e\u0301",
            "class",
            "record",
            "null",
            "int",
            "toString",
            "a",
            "B",
            "7",
            " ",
            "-",
            "_",
            "\u00df",
            "\u0130",
            "\u6ce8");

    /** Every name, literal, key and comment of the hostile golden comes out of a run as it went in. */
    @Test
    void runsTheHostileGolden() throws Exception {
        Path file = GoldenTest.GOLDEN.resolve("hostile/$evil-name.asl.json");
        Machines machines = Machines.of("$evil-name.asl.json", Files.readString(file));
        JsonNode states = JSON.readTree(file.toFile()).get("States");
        JsonNode output = machines.run("EvilName", "{\"a\\\"*/b\": 1}", Map.of());
        int i = 0;
        for (Map.Entry<String, JsonNode> state : states.properties()) {
            if (state.getValue().has("Result")) {
                assertThat(output.get("k" + i).get(state.getKey()).textValue()).isEqualTo(state.getKey());
            }
            i++;
        }
        assertThat(output.at("/p/f").textValue()).isEqualTo("*/ \\u000a static int x; \\ $T \" \u202e");
    }

    @Test
    void keepsRandomTextAsItIs() throws Exception {
        List<Definition> definitions = new ArrayList<>();
        List<ObjectNode> machines = new ArrayList<>();
        for (int seed = 0; seed < MACHINES; seed++) {
            ObjectNode machine = chain(new Random(seed));
            machines.add(machine);
            definitions.add(Machines.definition("Hostile" + seed + ".asl.json", JSON.writeValueAsString(machine)));
        }
        Machines compiled = Machines.of(definitions);
        for (int seed = 0; seed < MACHINES; seed++) {
            JsonNode output = compiled.run("Hostile" + seed, "{}", Map.of());
            for (Map.Entry<String, JsonNode> state :
                    machines.get(seed).get("States").properties()) {
                JsonNode said = state.getValue().get("Parameters").get("said");
                assertThat(output.at("/"
                                + state.getValue().get("ResultPath").asText().substring(2)))
                        .as("seed " + seed)
                        .isEqualTo(JSON.createObjectNode()
                                .put("name", state.getKey())
                                .set("said", said));
            }
        }
    }

    /** States of hostile names with hostile comments; each leaves its name, and a hostile literal, in the output. */
    private static ObjectNode chain(Random random) {
        List<String> names = new ArrayList<>();
        while (names.size() < 12) {
            String name = text(random, 1 + random.nextInt(6));
            if (!names.contains(name) && !name.isBlank()) {
                names.add(name);
            }
        }
        ObjectNode machine = JSON.createObjectNode();
        machine.put("Comment", text(random, 12)).put("StartAt", names.get(0));
        ObjectNode states = machine.putObject("States");
        for (int i = 0; i < names.size(); i++) {
            ObjectNode state =
                    states.putObject(names.get(i)).put("Type", "Pass").put("Comment", text(random, 9));
            ObjectNode said =
                    state.putObject("Parameters").put("name.$", "$$.State.Name").putObject("said");
            said.put("k" + text(random, 5) + "k", text(random, 5));
            state.put("ResultPath", "$.s" + i);
            if (i + 1 < names.size()) {
                state.put("Next", names.get(i + 1));
            } else {
                state.put("End", true);
            }
        }
        return machine;
    }

    /** The same for JSONata: literals and comments of expressions, keys and literals around them, and variables of hostile values. */
    @Test
    void keepsRandomTextOfExpressions() throws Exception {
        List<Definition> definitions = new ArrayList<>();
        List<ObjectNode> expected = new ArrayList<>();
        for (int seed = 0; seed < MACHINES; seed++) {
            Random random = new Random(seed);
            ObjectNode machine = JSON.createObjectNode();
            machine.put("QueryLanguage", "JSONata").put("StartAt", "Say");
            ObjectNode states = machine.putObject("States");
            ObjectNode say = states.putObject("Say").put("Type", "Pass").put("Next", "Tell");
            ObjectNode output = JSON.createObjectNode();
            ObjectNode said = say.putObject("Output");
            for (int i = 0; i < 10; i++) {
                String text = text(random, 6);
                String key = "k" + i + text(random, 4);
                output.put(key, text);
                said.put(key, i % 2 == 0 ? expression(text) : text);
            }
            String kept = text(random, 8);
            say.putObject("Assign").put("kept", expression(kept)).put("int", expression(kept + kept));
            ObjectNode told = states.putObject("Tell").put("Type", "Succeed").putObject("Output");
            told.put("said", "{% $states.input %}").put("kept", "{% $kept %}").put("twice", "{% $int %}");
            definitions.add(Machines.definition("Said" + seed + ".asl.json", JSON.writeValueAsString(machine)));
            expected.add(JSON.createObjectNode()
                    .put("kept", kept)
                    .put("twice", kept + kept)
                    .set("said", output));
        }
        Machines compiled = Machines.of(definitions);
        for (int seed = 0; seed < MACHINES; seed++) {
            assertThat(compiled.run("Said" + seed, "{}", Map.of()))
                    .as("seed " + seed)
                    .isEqualTo(expected.get(seed));
        }
    }

    /** A string literal of JSONata, which is one of JSON, with a hostile comment. */
    private static String expression(String text) throws Exception {
        return "{%\n/* \" \\u000a $T // \u202e */ " + JSON.writeValueAsString(text) + "\n%}";
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        // A placeholder is another matter: it is refused where the compiler needs the value.
        return text.toString().replace("${", "$ {");
    }
}
