package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.DiagnosticFormat;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Level;
import dev.asl4j.compiler.diagnostic.Profile;
import dev.asl4j.compiler.diagnostic.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file beside a definition does to the compilation of all; what is wrong in one is in {@code errors/rules-*}. */
final class SideFileTest {
    private static final String TEXT_LIKE_A_PATH = """
            {"StartAt": "Ship", "States": {"Ship": {"Type": "Pass", "Parameters": {"to": "$.address"}, "End": true}}}
            """;

    @ParameterizedTest
    @CsvSource({
        "order.asl.json, order.rules.json",
        "order.asl.yaml, order.rules.json",
        "order.asl.yml, order.rules.json",
        "order.json, order.rules.json",
        "order, order.rules.json",
        ".asl.json, .asl.rules.json"
    })
    void standsBesideTheDefinition(String definition, String sideFile) {
        assertThat(SideFile.Kind.RULES.nameFor(definition)).isEqualTo(sideFile);
    }

    @Test
    void countsInItsDefinitionAlone() {
        CompilationResult result = compile(
                CompilerOptions.DEFAULTS,
                definition("a", "{\"rules\": {\"no-dollar\": \"off\"}}"),
                definition("b", "{\"states\": {\"Ship\": {\"no-dollar\": \"note\"}}}"),
                definition("c", null));

        assertThat(result.files()).hasSize(3);
        assertThat(result.diagnostics())
                .extracting(DiagnosticFormat::line)
                .containsExactly(
                        "src/b.asl.json:1:78: note: \"$.address\" is taken as text here; to have it evaluated, name the field \"to.$\" [no-dollar]",
                        "src/c.asl.json:1:78: warning: \"$.address\" is taken as text here; to have it evaluated, name the field \"to.$\" [no-dollar]");
    }

    @Test
    void countsBeforeWhatIsSetForAll() {
        RuleSet strict = new RuleSet(Profile.PORTABLE, Map.of(Code.NO_DOLLAR, Level.ERROR));
        CompilationResult result = compile(
                CompilerOptions.DEFAULTS.withRules(strict),
                definition("a", "{\"rules\": {\"no-dollar\": \"off\"}}"),
                definition("b", "{}"));

        assertThat(result.files()).isEmpty();
        assertThat(result.diagnostics())
                .extracting(Diagnostic::file, diagnostic -> diagnostic.code().id())
                .containsExactly(tuple("src/b.asl.json", "no-dollar"));
    }

    @Test
    void whatIsWrongInItFailsTheCompilation() {
        CompilationResult result = compile(
                CompilerOptions.DEFAULTS, definition("a", "{\n  \"states\": {\"Shp\": {\"no-dollar\": \"off\"}}\n}"));

        assertThat(result.hasErrors()).isTrue();
        assertThat(result.diagnostics())
                .extracting(DiagnosticFormat::line)
                .contains(
                        "src/a.rules.json:2:14: error: the definition has no state \"Shp\"; did you mean \"Ship\"? [unknown-rule-state]");
    }

    @Test
    void awsHasNoCodeForIt() {
        CompilationResult result = compile(CompilerOptions.DEFAULTS, definition("a", "{\"rules\": {,}}"));

        assertThat(result.diagnostics())
                .filteredOn(diagnostic -> diagnostic.file().endsWith(SideFile.Kind.RULES.ending()))
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.code().awsCode()).isNull());
    }

    @Test
    void isReadUpToALength() {
        byte[] content = ("{\"comment\": \"" + "x".repeat(1_048_576) + "\"}").getBytes(StandardCharsets.UTF_8);
        CompilationResult result = compile(
                CompilerOptions.DEFAULTS,
                new Definition("a.asl.json", "a.asl.json", bytes("{}"), new SideFile("a.rules.json", content)));

        assertThat(result.diagnostics())
                .extracting(DiagnosticFormat::line)
                .contains(
                        "a.rules.json:1:1: error: the file with rules has 1048591 bytes; only 1048576 would be read [bad-rules]");
    }

    /** Thousands of unknown names, each held against thousands of others, would take minutes. */
    @Test
    void manyUnknownStatesTakeNoTime() {
        StringBuilder states = new StringBuilder("{\"StartAt\": \"state number 00000\", \"States\": {");
        StringBuilder rules = new StringBuilder("{\"states\": {");
        for (int i = 0; i < 10_000; i++) {
            String comma = i == 0 ? "" : ", ";
            states.append(String.format("%s\"state number %05d\": {\"Type\": \"Succeed\"}", comma, i));
            rules.append(String.format("%s\"stage number %05d\": {}", comma, i));
        }
        Definition definition = new Definition(
                "a.asl.json",
                "a.asl.json",
                bytes(states.append("}}").toString()),
                new SideFile("a.rules.json", bytes(rules.append("}}").toString())));

        assertThat(compile(CompilerOptions.DEFAULTS, definition).diagnostics())
                .filteredOn(diagnostic -> diagnostic.code() == Code.UNKNOWN_RULE_STATE)
                .hasSizeLessThanOrEqualTo(Diagnostics.LIMIT)
                .filteredOn(diagnostic -> diagnostic.hint() != null)
                .hasSize(50);
    }

    private static CompilationResult compile(CompilerOptions options, Definition... definitions) {
        return AslCompiler.compile(List.of(definitions), options);
    }

    private static Definition definition(String name, @Nullable String rules) {
        SideFile file = rules == null ? null : new SideFile("src/" + name + ".rules.json", bytes(rules));
        return new Definition(name + ".asl.json", "src/" + name + ".asl.json", bytes(TEXT_LIKE_A_PATH), file);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
