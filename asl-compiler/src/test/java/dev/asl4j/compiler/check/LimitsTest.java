package dev.asl4j.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonNull;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.parse.DefinitionParser;
import dev.asl4j.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Definitions that are large, deep or senseless: parser and checks end, soon and without an exception. */
final class LimitsTest {

    private static final String PASS = "{ \"Type\": \"Pass\", \"End\": true }";

    @Test
    void scopesNestedAsDeepAsTheReaderAllows() {
        int levels = 240; // four arrays and objects each
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            text.append("{\"StartAt\":\"S")
                    .append(i)
                    .append("\",\"States\":{\"S")
                    .append(i);
            text.append("\":{\"Type\":\"Parallel\",\"End\":true,\"Branches\":[");
        }
        text.append("{\"StartAt\":\"X\",\"States\":{\"X\":").append(PASS).append("}}");
        text.append("]}}}".repeat(levels));
        assertThat(diagnose(text.toString())).isEmpty();
    }

    @Test
    void nestedRules() {
        assertThat(diagnose(nots(100))).isEmpty();
        assertThat(diagnose(nots(101)))
                .singleElement()
                .hasToString("x.asl.json:1:820: error: more than 100 choice rules are nested here [too-deep]");
        assertThat(diagnose(nots(900)))
                .singleElement()
                .extracting(Diagnostic::code)
                .isEqualTo(Code.TOO_DEEP);
    }

    private static String nots(int levels) {
        String rule = "\"Not\":{".repeat(levels) + "\"Variable\":\"$.x\",\"IsNull\":true" + "}".repeat(levels);
        return "{\"StartAt\":\"C\",\"States\":{\"P\":" + PASS
                + ",\"C\":{\"Type\":\"Choice\",\"Default\":\"P\",\"Choices\":[" + "{\"Next\":\"P\"," + rule + "}]}}}";
    }

    @Test
    void manyStates() {
        int count = 10_000;
        StringBuilder text = new StringBuilder("{\"StartAt\":\"S0\",\"States\":{");
        for (int i = 0; i < count; i++) {
            text.append("\"S")
                    .append(i)
                    .append("\":{\"Type\":\"Pass\",\"Next\":\"S")
                    .append(i + 1)
                    .append("\"},");
        }
        text.append("\"S").append(count).append("\":").append(PASS).append("}}");
        assertThat(within(10, text.toString())).isEmpty();
    }

    @Test
    void manyWrongTransitions() {
        int count = 5_000;
        StringBuilder text = new StringBuilder("{\"StartAt\":\"State0\",\"States\":{");
        for (int i = 0; i < count; i++) {
            text.append("\"State")
                    .append(i)
                    .append("\":{\"Type\":\"Pass\",\"Next\":\"Stat")
                    .append(i)
                    .append("\"},");
        }
        text.append("\"End\":").append(PASS).append("}}");
        assertThat(within(10, text.toString())).hasSize(Diagnostics.LIMIT + 1);
    }

    @Test
    void valuesInWrongPlacesAreReportedNotThrown() throws IOException {
        List<JsonValue> definitions = definitions();
        Random random = new Random(20_260_131);
        int refused = 0;
        int rounds = 1_500;
        for (int i = 0; i < rounds; i++) {
            JsonValue definition = definitions.get(random.nextInt(definitions.size()));
            JsonValue mutated = definition.accept(new Mutation(random, definitions));
            Diagnostics diagnostics = new Diagnostics();
            DefinitionParser.parse(mutated, "x", diagnostics).ifPresent(machine -> Checks.check(machine, diagnostics));
            refused += diagnostics.hasErrors() ? 1 : 0;
        }
        assertThat(refused).isBetween(rounds / 2, rounds);
    }

    private static List<Diagnostic> within(int seconds, String text) {
        return ProcessorTime.within(seconds, () -> diagnose(text));
    }

    private static List<Diagnostic> diagnose(String text) {
        Diagnostics diagnostics = new Diagnostics();
        JsonValue root = read(text, diagnostics);
        DefinitionParser.parse(root, "x", diagnostics).ifPresent(machine -> Checks.check(machine, diagnostics));
        return diagnostics.sorted();
    }

    private static JsonValue read(String text, Diagnostics diagnostics) {
        return Objects.requireNonNull(JsonReader.read(new SourceFile("x.asl.json", text), diagnostics));
    }

    private static List<JsonValue> definitions() throws IOException {
        List<JsonValue> definitions = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".asl.json"))
                    .sorted()
                    .toList()) {
                JsonValue root = JsonReader.read("x.asl.json", Files.readAllBytes(file), new Diagnostics());
                if (root != null) {
                    definitions.add(root);
                }
            }
        }
        return definitions;
    }

    /** A copy of a definition in which some values were replaced by others, of it or of another one. */
    private static final class Mutation implements JsonValue.Visitor<JsonValue> {
        private final Random random;
        private final List<JsonValue> sources;

        Mutation(Random random, List<JsonValue> sources) {
            this.random = random;
            this.sources = sources;
        }

        private JsonValue mutate(JsonValue value) {
            return random.nextInt(60) == 0 ? piece() : value.accept(this);
        }

        private JsonValue piece() {
            JsonValue value = sources.get(random.nextInt(sources.size()));
            for (int depth = random.nextInt(9); depth > 0; depth--) {
                List<JsonValue> children = children(value);
                value = children.isEmpty() ? value : children.get(random.nextInt(children.size()));
            }
            return value;
        }

        private static List<JsonValue> children(JsonValue value) {
            if (value instanceof JsonObject object) {
                return object.members().stream().map(JsonObject.Member::value).toList();
            }
            return value instanceof JsonArray array ? array.elements() : List.of();
        }

        @Override
        public JsonValue object(JsonObject object) {
            List<JsonObject.Member> members = new ArrayList<>();
            for (JsonObject.Member member : object.members()) {
                if (random.nextInt(60) != 0) {
                    members.add(new JsonObject.Member(member.key(), mutate(member.value())));
                }
            }
            return new JsonObject(members, object.location(), object.place());
        }

        @Override
        public JsonValue array(JsonArray array) {
            List<JsonValue> elements =
                    array.elements().stream().map(this::mutate).toList();
            return new JsonArray(elements, array.location(), array.place());
        }

        @Override
        public JsonValue string(JsonString string) {
            return string;
        }

        @Override
        public JsonValue number(JsonNumber number) {
            return number;
        }

        @Override
        public JsonValue bool(JsonBoolean bool) {
            return bool;
        }

        @Override
        public JsonValue nothing(JsonNull nothing) {
            return nothing;
        }
    }
}
