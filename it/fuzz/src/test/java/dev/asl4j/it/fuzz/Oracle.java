package dev.asl4j.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.DiagnosticFormat;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Level;
import dev.asl4j.compiler.diagnostic.Profile;
import dev.asl4j.compiler.diagnostic.RuleSet;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.json.Substitution;
import dev.asl4j.compiler.json.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds for any definition: it is compiled soon and without an exception, to a class or to diagnostics with places that exist, and
 * to the same each time. That javac takes the class is tried for some.
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

    private static final int TWICE_ONE_IN = 4;
    private static final int JAVAC_ONE_IN = 64;

    private Oracle() {}

    /** Throws an AssertionError for a definition that the compiler cannot stand. */
    static void judge(String path, byte[] content) {
        int chance = Arrays.hashCode(content) & Integer.MAX_VALUE;
        CompilerOptions options = CompilerOptions.DEFAULTS.withRules(RULES.get(chance % RULES.size()));
        CompilationResult result = compile(path, content, options);
        assertThat(result.files()).hasSize(result.hasErrors() ? 0 : 1);
        JsonValue root = result.diagnostics().isEmpty() ? null : document(path, content);
        for (Diagnostic diagnostic : result.diagnostics()) {
            place(diagnostic, content, root);
        }
        if (chance / 3 % TWICE_ONE_IN == 0) {
            CompilationResult again = compile(path, content, options);
            assertThat(again.files()).isEqualTo(result.files());
            assertThat(lines(again)).isEqualTo(lines(result));
            assertThat(again.variableReferences()).isEqualTo(result.variableReferences());
        }
        if (chance / 3 % JAVAC_ONE_IN == 1 && !result.hasErrors()) {
            assertThat(Javac.messages(result.files())).isEmpty();
        }
    }

    private static CompilationResult compile(String path, byte[] content, CompilerOptions options) {
        return Deadline.call(() -> AslCompiler.compile(List.of(new Definition(path, path, content)), options));
    }

    private static List<String> lines(CompilationResult result) {
        return result.diagnostics().stream().map(DiagnosticFormat::excerpt).toList();
    }

    private static void place(Diagnostic diagnostic, byte[] content, @Nullable JsonValue root) {
        String text = diagnostic.location().file().text();
        assertThat(text.length()).isLessThanOrEqualTo(content.length);
        assertThat(diagnostic.location().span().end()).as("%s", diagnostic).isLessThanOrEqualTo(text.length());
        assertThat(DiagnosticFormat.line(diagnostic)).doesNotContain("\n", "\r", "\t");
        assertThat(DiagnosticFormat.excerpt(diagnostic).lines()).hasSize(3);
        if (root != null) {
            assertThat(Pointers.resolves(diagnostic.pointer(), root))
                    .as("%s at %s", diagnostic, diagnostic.pointer())
                    .isTrue();
        }
    }

    private static @Nullable JsonValue document(String path, byte[] content) {
        Diagnostics diagnostics = new Diagnostics();
        JsonValue root = path.endsWith(".yaml")
                ? YamlReader.read(path, content, diagnostics)
                : JsonReader.read(path, content, diagnostics);
        return root == null ? null : Substitution.apply(root, Map.of(), diagnostics);
    }

    /** The same for a text as JSON. */
    static void judgeJson(String text) {
        judge("Fuzzed.asl.json", text.getBytes(StandardCharsets.UTF_8));
    }
}
