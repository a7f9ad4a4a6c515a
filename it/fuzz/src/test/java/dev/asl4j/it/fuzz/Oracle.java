package dev.asl4j.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.MachineType;
import dev.asl4j.compiler.SideFile;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.DiagnosticFormat;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Level;
import dev.asl4j.compiler.diagnostic.Profile;
import dev.asl4j.compiler.diagnostic.RuleSet;
import dev.asl4j.compiler.drawing.Notation;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.json.Substitution;
import dev.asl4j.compiler.json.YamlReader;
import dev.asl4j.compiler.report.GitHubCommands;
import dev.asl4j.compiler.report.JsonLines;
import dev.asl4j.compiler.report.Report;
import dev.asl4j.compiler.report.Sarif;
import dev.asl4j.compiler.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds for any definition: it is compiled soon and without an exception, to a class or to diagnostics with places that exist. For
 * some it is tried whether they give the same each time, can be drawn, documented and reported, and whether javac takes the class.
 */
final class Oracle {
    /** A rule that is silent has to be as sound as the others. */
    private static final List<RuleSet> RULES = Stream.of(Profile.values())
            .map(profile -> new RuleSet(
                    profile,
                    Stream.of(Code.values())
                            .filter(code -> code.level(profile) == Level.OFF)
                            .collect(Collectors.toMap(code -> code, code -> Level.WARNING))))
            .toList();

    /** The content decides what is tried besides, so that a finding stays one. */
    private static final int OTHERS_ONE_IN = 16;

    private static final int JAVAC_ONE_IN = 4;

    private static final List<Report> REPORTS = List.of(new JsonLines(), new Sarif("1"), new GitHubCommands());

    private static final byte[] BESIDE_RULES = Seeds.utf8(
            "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Result\":\"$.a\",\"Next\":\"B\"},\"B\":{\"Type\":\"Succeed\"}}}");

    static {
        // Jazzer instruments a class when it is loaded, which takes seconds in all and is not to count for the first
        // definition.
        for (String format : List.of(".asl.json", ".asl.yaml")) {
            for (byte[] content : Seeds.definitions(format)) {
                String path = "Seed" + format;
                AslCompiler.compile(List.of(new Definition(path, path, content)), CompilerOptions.DEFAULTS);
            }
        }
    }

    private Oracle() {}

    /** Throws an AssertionError for a definition that the compiler cannot stand. */
    static void judge(String path, byte[] content) {
        judge(new Definition(path, path, content), path, content);
    }

    /** The same for a file with rules beside a definition. */
    static void judgeRules(byte[] content) {
        String path = "Fuzzed.rules.json";
        SideFile rules = new SideFile(path, content);
        judge(new Definition("Fuzzed.asl.json", "Fuzzed.asl.json", BESIDE_RULES, rules), path, content);
    }

    /**
     * @param path the file with the content, in which diagnostics have their places
     */
    private static void judge(Definition definition, String path, byte[] content) {
        int chance = Arrays.hashCode(content) & Integer.MAX_VALUE;
        CompilerOptions options = CompilerOptions.DEFAULTS
                .withRules(RULES.get(chance % RULES.size()))
                .withMachineType(chance % 7 == 0 ? MachineType.EXPRESS : MachineType.STANDARD);
        CompilationResult result = compile(definition, options);
        assertThat(result.files()).hasSize(result.hasErrors() ? 0 : 1);
        JsonValue root = Deadline.<@Nullable JsonValue>call(() -> document(path, content));
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (diagnostic.file().equals(path)) {
                place(diagnostic, content, root);
            }
        }
        switch (chance / RULES.size() % OTHERS_ONE_IN) {
            case 0 -> again(definition, options, result);
            case 1 -> Deadline.call(() -> AslCompiler.draw(definition, options, Notation.MERMAID));
            case 2 -> Deadline.call(() -> AslCompiler.draw(definition, options, Notation.DOT));
            case 3 -> REPORTS.forEach(report -> report.of(result.diagnostics()));
            case 4 -> {
                if (chance / RULES.size() / OTHERS_ONE_IN % JAVAC_ONE_IN == 0 && !result.hasErrors()) {
                    assertThat(Javac.messages(result.files())).isEmpty();
                }
            }
            case 5 -> {
                CompilationResult page = Deadline.call(() -> AslCompiler.document(definition, List.of(), options));
                assertThat(page.files()).hasSameSizeAs(result.files());
            }
            default -> {}
        }
    }

    private static void again(Definition definition, CompilerOptions options, CompilationResult result) {
        CompilationResult again = compile(definition, options);
        assertThat(again.files()).isEqualTo(result.files());
        assertThat(lines(again)).isEqualTo(lines(result));
        assertThat(again.variableReferences()).isEqualTo(result.variableReferences());
    }

    private static CompilationResult compile(Definition definition, CompilerOptions options) {
        return Deadline.call(() -> AslCompiler.compile(List.of(definition), options));
    }

    private static List<String> lines(CompilationResult result) {
        return result.diagnostics().stream().map(DiagnosticFormat::excerpt).toList();
    }

    private static void place(Diagnostic diagnostic, byte[] content, @Nullable JsonValue root) {
        String text = diagnostic.location().file().text();
        assertThat(text.length()).isLessThanOrEqualTo(content.length);
        Span span = diagnostic.location().span();
        assertThat(span.end()).as("%s", diagnostic).isLessThanOrEqualTo(text.length());
        assertThat(isWhole(text.substring(span.start(), span.end())))
                .as("%s has all of its characters", diagnostic)
                .isTrue();
        assertThat(DiagnosticFormat.line(diagnostic))
                .doesNotContain("\n", "\r", "\t")
                .matches(Oracle::isWhole);
        assertThat(DiagnosticFormat.excerpt(diagnostic).lines()).hasSize(3);
        if (root != null) {
            assertThat(Pointers.resolves(diagnostic.pointer(), root))
                    .as("%s at %s", diagnostic, diagnostic.pointer())
                    .isTrue();
        }
    }

    /** Whether there is no half of a character in it. */
    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** The document that pointers lead into. With a key twice, a pointer has no meaning (RFC 6901, section 4): null. */
    private static @Nullable JsonValue document(String path, byte[] content) {
        Diagnostics diagnostics = new Diagnostics();
        JsonValue root = path.endsWith(".yaml")
                ? YamlReader.read(path, content, diagnostics)
                : JsonReader.read(path, content, diagnostics);
        if (root != null && !path.endsWith(SideFile.Kind.RULES.ending())) { // nothing is put into a file with rules
            root = Substitution.apply(root, Map.of(), diagnostics);
        }
        boolean twice = diagnostics.sorted().stream().anyMatch(diagnostic -> diagnostic.code() == Code.DUPLICATE_KEY);
        return twice ? null : root;
    }

    /** The same for a text as JSON. */
    static void judgeJson(String text) {
        judge("Fuzzed.asl.json", text.getBytes(StandardCharsets.UTF_8));
    }
}
