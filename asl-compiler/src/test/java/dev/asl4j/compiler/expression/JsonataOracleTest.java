package dev.asl4j.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.json.Json;
import dev.asl4j.compiler.source.CaseFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The JSONata of dashjoin takes and refuses the same expressions, with the same message for the first fault; and what is printed from
 * a tree means what was parsed.
 */
final class JsonataOracleTest {

    private static final String DATA = """
            {"a": [{"b": 1, "c": "x"}, {"b": 2, "c": ["y", "z"]}, {"b": 1}], "b": {"a": 3, "b": [4, 5]}, "c": "x", "d e": [true, null],
             "in": 7, "and": {"a": [[1], [2, 3]], "b": -1}}
            """;

    /** Where the two differ, by message, other message and text, with the reason. */
    private static final Map<String, String> KNOWN = Map.of(
            ".* <> crash .* <> .*", "it reads behind the end, or takes a pattern apart later",
            "(Syntax error: |Expected .*, got )\\d.*e.*", "numbers in JavaScript's form",
            "String literal.* <> The escape sequence.*", "an escape at the very end is whole",
            "(Syntax error: |Expected .*, got )\\{}.*", "JSONata shows a regular expression as {}",
            ".* <> .* <> .*(\\?\\?|\\?:).*", "operators of JSONata 2.1",
            ".* <> .* <> .*\\$\\{ *[A-Za-z_].*", "placeholders",
            "Parameter \\d+ of function.* <> Parameter .* of Object.*", "it takes the wrong words");

    /** Its messages put each word in quotation marks, as it is; those of JSONata show it as JSON. */
    private static String normal(String message) {
        return message.replace("\\n", "\n").replaceAll("['\"\\\\]", "");
    }

    private final Random random = new Random(20_260_104);
    private final RandomJsonata expressions = new RandomJsonata(random);

    @Test
    void generatedExpressionsMeanTheSameWhenPrinted() {
        int values = 0;
        int taken = 0;
        for (int round = 0; round < 3_000; round++) {
            String text = expressions.expression(3);
            String fault = fault(text);
            assertThat(agree(text, fault, theirs(text)))
                    .as("%s%n%s%n%s", text, fault, theirs(text))
                    .isTrue();
            if (fault.isEmpty()) {
                String printed = JsonataPrinter.print(parse(text));
                String value = value(text);

                assertThat(JsonataPrinter.print(parse(printed))).as(text).isEqualTo(printed);
                assertThat(value(printed)).as("%s printed as %s", text, printed).isEqualTo(value);
                taken++;
                values += value.startsWith("failed") || value.equals("null") ? 0 : 1;
            }
        }
        assertThat(taken).as("expressions without fault").isGreaterThan(1_500);
        assertThat(values).as("expressions with a value").isGreaterThan(500);
    }

    @Test
    void brokenExpressionsGetTheSameMessage() {
        List<String> seeds = CaseFile.rows("jsonata.txt").map(row -> row.get(0)).toList();
        List<String> unexplained = new ArrayList<>();
        int refused = 0;
        for (int round = 0; round < 15_000; round++) {
            String text =
                    broken(random.nextBoolean() ? expressions.expression(2) : seeds.get(random.nextInt(seeds.size())));
            String theirs = theirs(text);
            String ours = fault(text);
            refused += ours.isEmpty() ? 0 : 1;
            if (!agree(text, ours, theirs)) {
                unexplained.add(text + "\n   ours:   " + ours + "\n   theirs: " + theirs);
            }
        }
        assertThat(unexplained).isEmpty();
        assertThat(refused).isBetween(5_000, 14_500);
    }

    /** The same message, or a difference that is known. */
    private static boolean agree(String text, String ours, String theirs) {
        return normal(ours).equals(normal(theirs))
                || KNOWN.entrySet().stream()
                        .anyMatch(known -> (ours + " <> " + theirs + " <> " + text).matches("(?s)" + known.getKey()));
    }

    private String broken(String expression) {
        StringBuilder text = new StringBuilder(expression);
        String signs = "()[]{}.,;:?+-*/%|=<>^&!~@#$ax1'\"`\\ ";
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            int place = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), place + random.nextInt(4));
            String sign = String.valueOf(signs.charAt(random.nextInt(signs.length())));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(place, end);
                case 1 -> text.insert(place, sign);
                case 2 -> text.insert(place, text.substring(place, end));
                default -> text.replace(place, end, sign);
            }
        }
        return text.toString();
    }

    private static JsonataNode parse(String text) {
        return new JsonataGrammar(text).expression();
    }

    private static String fault(String text) {
        try {
            parse(text);
            return "";
        } catch (ExpressionFault fault) {
            return String.valueOf(fault.getMessage());
        }
    }

    private static String theirs(String text) {
        try {
            Jsonata.jsonata(text);
            return "";
        } catch (JException e) {
            return String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            return "crash " + e;
        }
    }

    private static String value(String text) {
        try {
            Jsonata expression = Jsonata.jsonata(text);
            expression.setValidateInput(false);
            return String.valueOf(expression.evaluate(Json.parseJson(DATA)));
        } catch (JException e) {
            return "failed " + e.getMessage();
        } catch (RuntimeException e) {
            return "failed " + e.getClass();
        }
    }
}
