package dev.asl4j.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.YamlReader;
import dev.asl4j.compiler.source.CaseFile;
import dev.asl4j.compiler.source.SourceFile;
import dev.asl4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every fault of the three languages in strings points to the same characters, however the string is spelled: in JSON and YAML, with
 * escapes before the fault, in it and behind it, and over several lines.
 */
final class SpelledFaultsTest {

    private static final int ROUNDS = 12;

    private final Random random = new Random(20_261_127);

    /** A text, and where each character of the value is in it; one place more for the end. */
    private record Spelled(String text, boolean yaml, List<Integer> places) {

        JsonString read() {
            Diagnostics diagnostics = new Diagnostics();
            SourceFile file = new SourceFile("f", text);
            JsonObject root = (JsonObject) Objects.requireNonNull(
                    yaml ? YamlReader.read(file, diagnostics) : JsonReader.read(file, diagnostics),
                    () -> text + diagnostics.sorted());
            return (JsonString) Objects.requireNonNull(root.get("k"));
        }
    }

    private interface Unit {
        /** A character, or the two of a pair, as it is spelled. */
        String spell(String character);
    }

    private static Spelled spell(String value, String before, String after, boolean yaml, Unit unit) {
        StringBuilder text = new StringBuilder(before);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < value.length(); ) {
            int length = Character.charCount(value.codePointAt(i));
            int start = text.length();
            text.append(unit.spell(value.substring(i, i + length)));
            for (int half = 0; half < length; half++) {
                places.add(start);
            }
            i += length;
        }
        places.add(text.length());
        return new Spelled(text.append(after).toString(), yaml, places);
    }

    /** Each UTF-16 unit as an escape: the place is known without any thought. */
    private static Spelled reference(String value) {
        Spelled spelled = spell(value, "{\"k\": \"", "\"}", false, SpelledFaultsTest::units);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i <= value.length(); i++) {
            places.add("{\"k\": \"".length() + 6 * i);
        }
        return new Spelled(spelled.text(), false, places);
    }

    private static String units(String character) {
        StringBuilder units = new StringBuilder();
        character.chars().forEach(unit -> units.append(String.format("\\u%04x", unit)));
        return units.toString();
    }

    private Spelled json(String value) {
        return spell(value, "{\"k\": \"", "\"}", false, this::jsonUnit);
    }

    private String jsonUnit(String character) {
        char c = character.charAt(0);
        return switch (c) {
            case '"', '\\' -> random.nextInt(3) == 0 ? units(character) : "\\" + c;
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '/' -> random.nextBoolean() ? "\\/" : "/";
            default -> c < ' ' || random.nextInt(4) == 0 ? units(character) : character;
        };
    }

    private Spelled doubleQuoted(String value) {
        return spell(value, "a: 1\nk: \"", "\" # end\n", true, this::yamlUnit);
    }

    private String yamlUnit(String character) {
        char c = character.charAt(0);
        int codePoint = character.codePointAt(0);
        return switch (random.nextInt(4)) {
            case 0 -> String.format("\\U%08x", codePoint);
            case 1 -> codePoint < 0x100 ? String.format("\\x%02x", codePoint) : String.format("\\U%08X", codePoint);
            default ->
                c == '"' || c == '\\' || c == '/' ? "\\" + c : c <= ' ' ? String.format("\\x%02x", (int) c) : character;
        };
    }

    private static Spelled singleQuoted(String value) {
        return spell(value, "k: '", "'\n", true, character -> character.equals("'") ? "''" : character);
    }

    /** Blanks become line breaks with an indentation. */
    private Spelled folded(String value) {
        return spell(
                value,
                "k: '",
                "'\n",
                true,
                character -> character.equals("'")
                        ? "''"
                        : character.equals(" ") && random.nextBoolean() ? "\n     " : character);
    }

    private static Spelled literal(String value) {
        return spell(value, "k: |-\n   ", "\nz: 1\n", true, character -> character.equals("\n") ? "\n   " : character);
    }

    /** The spellings that can spell the value. */
    private List<Spelled> spellings(String value) {
        List<Spelled> spellings = new ArrayList<>();
        boolean printable = value.codePoints().allMatch(c -> c >= ' ');
        boolean lines = value.codePoints().allMatch(c -> c >= ' ' || c == '\n')
                && value.equals(value.strip())
                && !value.contains(" \n")
                && !value.isEmpty();
        for (int round = 0; round < ROUNDS / 4; round++) {
            spellings.add(json(value));
            spellings.add(doubleQuoted(value));
            if (printable && !value.contains("  ") && value.equals(value.strip())) {
                spellings.add(folded(value));
            }
        }
        if (printable) {
            spellings.add(singleQuoted(value));
        }
        if (lines) {
            spellings.add(literal(value));
        }
        return spellings;
    }

    private int check(String value, BiConsumer<JsonString, Diagnostics> parser) {
        Spelled reference = reference(value);
        List<Diagnostic> expected = faults(reference, parser);
        for (Spelled spelled : spellings(value)) {
            assertThat(spelled.read().value()).as(spelled.text()).isEqualTo(value);
            List<Diagnostic> actual = faults(spelled, parser);
            assertThat(actual).as(spelled.text()).hasSameSizeAs(expected);
            for (int i = 0; i < actual.size(); i++) {
                Span there = expected.get(i).location().span();
                Span here = actual.get(i).location().span();
                boolean whole = there.start() < reference.places().get(0);
                int first = reference.places().indexOf(there.start());
                int last = reference.places().lastIndexOf(there.end());
                assertThat(actual.get(i).message()).isEqualTo(expected.get(i).message());
                if (!whole) {
                    assertThat(here.start())
                            .as("%s in%n%s", actual.get(i), spelled.text())
                            .isEqualTo(spelled.places().get(first));
                    assertThat(here.end())
                            .as("the end of %s in%n%s", actual.get(i), spelled.text())
                            .isIn(ends(spelled, first, last));
                }
            }
        }
        return expected.size();
    }

    /** Behind the last character; where a line break follows it, before or behind that. */
    private static List<Integer> ends(Spelled spelled, int first, int last) {
        if (first == last) {
            return List.of(spelled.places().get(first));
        }
        int before = spelled.places().get(last - 1);
        int next = spelled.places().get(last);
        int character = spelled.text().charAt(before) == '\\' ? next : before + 1;
        return List.of(next, character, Math.min(before + 2, next));
    }

    private static List<Diagnostic> faults(Spelled spelled, BiConsumer<JsonString, Diagnostics> parser) {
        Diagnostics diagnostics = new Diagnostics();
        parser.accept(spelled.read(), diagnostics);
        return diagnostics.sorted();
    }

    /** What stands in the fault files, with something in front that needs escapes, and some of it changed. */
    private void check(
            String file, UnaryOperator<String> longer, BiConsumer<JsonString, Diagnostics> parser, int least) {
        int faults = 0;
        for (String value : values(file).toList()) {
            for (String text : List.of(value, longer.apply(value))) {
                faults += check(text, parser);
                for (int round = 0; round < ROUNDS; round++) {
                    faults += check(mutated(text), parser);
                }
            }
        }
        assertThat(faults).as("faults that were looked for").isGreaterThan(least);
    }

    private static Stream<String> values(String file) {
        return CaseFile.read(file).stream()
                .map(CaseFile.Case::input)
                .filter(input -> input.startsWith("\"") && !input.contains("${"))
                .map(input -> Cases.string(input).value())
                .filter(value -> value.length() < 300);
    }

    private String mutated(String value) {
        String signs = "'\"\\$.()[]{}%\u00E9\uD83D\uDE00 ,:";
        int at = value.isEmpty()
                ? 0
                : value.offsetByCodePoints(0, random.nextInt(value.codePointCount(0, value.length())));
        int sign = signs.offsetByCodePoints(0, random.nextInt(signs.codePointCount(0, signs.length())));
        return value.substring(0, at) + signs.substring(sign, signs.offsetByCodePoints(sign, 1)) + value.substring(at);
    }

    @Test
    void jsonata() {
        check(
                "jsonata-faults.txt",
                value -> value.replaceFirst("\\{%", "{% '\u00E9\"\\\\\\\\\uD83D\uDE00\\\\t' & `a\"b`\n + "),
                (source, diagnostics) -> {
                    JsonataExpression expression =
                            JsonataParser.expression(source, EnumSet.of(StatesMember.INPUT), diagnostics);
                    warn(expression, diagnostics);
                },
                1_000);
    }

    private static void warn(@Nullable JsonataExpression expression, Diagnostics diagnostics) {
        if (expression != null) {
            JsonataParser.reportUnknownFunctions(expression, name -> false, diagnostics);
        }
    }

    @Test
    void paths() {
        check(
                "path-faults.txt",
                value -> value.replaceFirst("\\$", "\\$['\u00E9\"\\\\\\\\\uD83D\uDE00']"),
                PathParser::path,
                1_000);
    }

    @Test
    void referencePaths() {
        check(
                "reference-faults.txt",
                value -> value.replaceFirst("\\$", "\\$['\u00E9\"\\\\\\\\\uD83D\uDE00']"),
                PathParser::reference,
                100);
    }

    @Test
    void calls() {
        check(
                "call-faults.txt",
                value -> "States.Array('\u00E9\"\\'\uD83D\uDE00\\\\', " + value + ")",
                IntrinsicParser::call,
                1_000);
    }
}
