package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.DiagnosticFormat;
import dev.asl4j.compiler.diagnostic.Level;
import dev.asl4j.compiler.diagnostic.Profile;
import dev.asl4j.compiler.diagnostic.RuleSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What docs/rules.md shows is what comes out. */
final class RulesDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/rules.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");
    private static final Pattern ELEMENT = Pattern.compile("<([a-z-]+)>(\\w+)</\\1>");
    private static final Pattern OPTION = Pattern.compile("--(profile|rule) (?:([a-z-]+)=)?(\\w+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\|");

    @Test
    void aRuleHasTheLevelOfTheProfile() throws IOException {
        assertThat(compile(RuleSet.DEFAULT, null)).isEqualTo(block("text", 0));
    }

    @Test
    void levelsInThePomCount() throws IOException {
        Map<String, String> elements = ELEMENT.matcher(block("xml", 0))
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
        assertThat(elements).containsOnlyKeys("profile", "no-dollar");
        RuleSet rules = new RuleSet(
                Profile.of(elements.get("profile")).orElseThrow(),
                Map.of(Code.NO_DOLLAR, Level.of(elements.get("no-dollar")).orElseThrow()));

        assertThat(compile(rules, null)).isEqualTo(block("text", 1));
        assertThat(OPTION.matcher(block("sh", 0))
                        .results()
                        .map(match -> match.group(1) + " " + match.group(2) + " " + match.group(3)))
                .containsExactly(
                        "profile null " + elements.get("profile"), "rule no-dollar " + elements.get("no-dollar"));
    }

    @Test
    void theFileBesideTheDefinitionCountsFirst() throws IOException {
        RuleSet rules = new RuleSet(Profile.AWS, Map.of(Code.NO_DOLLAR, Level.ERROR));

        assertThat(compile(rules, block("json", 1))).isEqualTo(block("text", 2));
    }

    @Test
    void theFileBesideTheDefinitionIsChecked() throws IOException {
        String misspelled = block("json", 1).replace("\"Explain\"", "\"Explian\"");

        assertThat(compile(RuleSet.DEFAULT, misspelled).lines().filter(line -> line.contains(" error: ")))
                .containsExactly(block("text", 3).strip());
    }

    @Test
    void levelsAndProfilesAreAllThere() throws IOException {
        Stream<String> words = Stream.concat(
                Stream.of(Level.ERROR, Level.WARNING, Level.NOTE, Level.OFF).map(Level::word),
                Stream.of(Profile.values()).map(Profile::word));
        assertThat(ROW.matcher(Files.readString(DOCUMENT)).results().map(match -> match.group(1)))
                .containsExactlyElementsOf(words.toList());
    }

    private static String compile(RuleSet rules, @Nullable String beside) throws IOException {
        SideFile file = beside == null ? null : new SideFile("src/main/asl/greet.rules.json", bytes(beside));
        Definition definition =
                new Definition("greet.asl.json", "src/main/asl/greet.asl.json", bytes(block("json", 0)), file);
        CompilationResult result = AslCompiler.compile(List.of(definition), CompilerOptions.DEFAULTS.withRules(rules));
        return result.diagnostics().stream()
                .map(diagnostic -> DiagnosticFormat.line(diagnostic) + "\n")
                .collect(Collectors.joining());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The block of that language and number. */
    private static String block(String language, int number) throws IOException {
        return BLOCK.matcher(Files.readString(DOCUMENT))
                .results()
                .filter(match -> match.group(1).equals(language))
                .map(match -> match.group(2))
                .toList()
                .get(number);
    }
}
