package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.StringTokenizer;
import org.junit.jupiter.api.Test;

/**
 * The intrinsic functions for texts, compiled, against their contracts: random arguments, and a value worked out by other means.
 * Now and then an argument is of another type, which must be refused.
 */
final class IntrinsicTextContractsTest {
    private static final int RUNS = 500;
    private static final int LONGEST = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final IntrinsicMachine MACHINE = new IntrinsicMachine();

    private final Random random = new Random(19);
    private final RandomJson documents = new RandomJson(random);

    @Test
    void format() {
        int before = MACHINE.failures();
        for (int i = 0; i < RUNS; i++) {
            ArrayNode arguments = NODES.arrayNode();
            StringBuilder template = new StringBuilder();
            StringBuilder expected = new StringBuilder();
            for (int hole = random.nextInt(4); hole > 0; hole--) {
                String text = documents.text("ab '\\é", 4);
                JsonNode argument = documents.value(0);
                template.append(text).append("{}");
                expected.append(text).append(argument.asText());
                arguments.add(argument);
            }
            String function = "Format" + arguments.size();
            boolean right = random.nextInt(10) > 0;
            arguments.insert(0, template + (right ? "" : "{}"));
            MACHINE.check(function, right ? expected.toString() : null, JSON.convertValue(arguments, Object[].class));
        }
        assertThat(MACHINE.failures() - before).isBetween(RUNS / 20, RUNS / 5);
    }

    @Test
    void jsonAndText() throws JsonProcessingException {
        for (int i = 0; i < RUNS; i++) {
            JsonNode value = documents.value(3);
            String compact = JSON.writeValueAsString(value);
            MACHINE.check("JsonToString", compact, value);
            MACHINE.check("StringToJson", value, compact);
            MACHINE.check("StringToJson", value, " " + value.toPrettyString() + "\n");
            MACHINE.check("StringToJson", null, compact + documents.text("}]x", 2) + "]");
            MACHINE.check("StringToJson", NullNode.getInstance(), documents.text(" \n\t", 3));
            MACHINE.check("StringToJson", null, documents.wrong("text"));
        }
    }

    @Test
    void base64() {
        for (int i = 0; i < RUNS; i++) {
            String text = documents.text("abc é\u5927\ud83d\ude00", 12);
            String encoded = Base64Variants.MIME_NO_LINEFEEDS.encode(text.getBytes(StandardCharsets.UTF_8));
            MACHINE.check("Base64Encode", encoded, text);
            MACHINE.check("Base64Decode", text, encoded);
            MACHINE.check("Base64Decode", null, "ab!" + encoded);
            MACHINE.check("Base64Encode", null, documents.wrong("text"));
            MACHINE.check("Base64Decode", null, documents.wrong("text"));
        }
        for (int length = LONGEST - 4; length < LONGEST + 5; length++) {
            String text = "a".repeat(length);
            String encoded = Base64Variants.MIME_NO_LINEFEEDS.encode(text.getBytes(StandardCharsets.UTF_8));
            MACHINE.check("Base64Encode", length <= LONGEST ? encoded : null, text);
            MACHINE.check("Base64Decode", length > LONGEST || length % 4 == 1 ? null : decoded(text), text);
        }
    }

    @Test
    void hashes() throws NoSuchAlgorithmException {
        List<String> algorithms = List.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
        for (int i = 0; i < RUNS; i++) {
            JsonNode data =
                    random.nextBoolean() ? TextNode.valueOf(documents.text("ab é\ud83d\ude00", 9)) : documents.value(2);
            String text = data.isTextual() ? data.textValue() : data.toString();
            String algorithm = algorithms.get(random.nextInt(5));
            StringBuilder expected = new StringBuilder();
            for (byte each : MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8))) {
                expected.append(String.format("%02x", each));
            }
            MACHINE.check("Hash", expected.toString(), data, algorithm);
            MACHINE.check("Hash", null, data, algorithm.toLowerCase(Locale.ROOT));
            MACHINE.check("Hash", null, "x".repeat(LONGEST + 1 + random.nextInt(9)), algorithm);
            MACHINE.check("Hash", null, data, documents.wrong("text"));
        }
        assertThat(MACHINE.run("Hash", "x".repeat(LONGEST), "MD5")).isNotNull();
    }

    @Test
    void pieces() {
        for (int i = 0; i < RUNS; i++) {
            String text = documents.text("ab,;.[]*\\ ", 12);
            String delimiters = documents.text(",;.[]*\\", 3);
            ArrayNode expected = NODES.arrayNode();
            StringTokenizer tokens = new StringTokenizer(text, delimiters);
            while (tokens.hasMoreTokens()) {
                expected.add(tokens.nextToken());
            }
            MACHINE.check("StringSplit", expected, text, delimiters);
            MACHINE.check("StringSplit", null, documents.wrong("text"), delimiters);
            MACHINE.check("StringSplit", null, text, documents.wrong("text"));
        }
    }

    /** Literals with escapes in a row, each in a state of its own. */
    @Test
    void literals() throws Exception {
        ObjectNode definition = JSON.createObjectNode().put("StartAt", "S");
        ObjectNode state = definition.putObject("States").putObject("S").put("Type", "Pass");
        ObjectNode template = state.put("End", true).putObject("Parameters");
        ObjectNode expected = JSON.createObjectNode();
        List<String> spelled =
                List.of("a", "\\'", "\\{", "\\}", "\\\\", "{}", " ", ",", ")", "\"", "$.x", "é", "\ud83d\ude00", "\n");
        List<String> meant =
                List.of("a", "'", "{", "}", "\\", "7", " ", ",", ")", "\"", "$.x", "é", "\ud83d\ude00", "\n");
        for (int i = 0; i < RUNS; i++) {
            StringBuilder call = new StringBuilder("States.Format('");
            StringBuilder text = new StringBuilder();
            int holes = 0;
            for (int piece = random.nextInt(8); piece > 0; piece--) {
                int which = random.nextInt(spelled.size());
                call.append(spelled.get(which));
                text.append(meant.get(which));
                holes += spelled.get(which).equals("{}") ? 1 : 0;
            }
            template.put("v" + i + ".$", call + "'" + ", 7".repeat(holes) + ")");
            expected.put("v" + i, text.toString());
        }
        assertThat(Machines.of("Literal.asl.json", definition.toString()).run("Literal", "{}", Map.of()))
                .isEqualTo(expected);
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
