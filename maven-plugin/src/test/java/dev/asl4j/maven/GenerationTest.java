package dev.asl4j.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.CompilerOptions.UnresolvedSubstitutions;
import dev.asl4j.compiler.MachineType;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Level;
import dev.asl4j.compiler.diagnostic.Profile;
import dev.asl4j.compiler.diagnostic.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.codehaus.plexus.build.DefaultBuildContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of a run, with a compiler of its own: a definition becomes a class of its name that holds its text. */
final class GenerationTest {
    @TempDir
    Path folder;

    private final List<String> log = new ArrayList<>();
    private final NamedCompiler compiler = new NamedCompiler();
    private Path output;
    private Path root;
    private boolean marks;
    private @Nullable Path sarif;

    @BeforeEach
    void setUp() throws IOException {
        output = folder.resolve("out");
        root = folder;
        definition("one", "1");
        definition("two", "2");
    }

    @Test
    void compilesOnceAndThenOnlyWhatChanged() throws Exception {
        assertThat(generate()).isEqualTo("2 definitions compiled: 2 files written, 0 removed");
        assertThat(generate()).isEqualTo("2 definitions unchanged");
        definition("two", "changed");
        assertThat(generate()).isEqualTo("2 definitions compiled: 1 file written, 0 removed");
        Files.delete(folder.resolve("src/one.asl.json"));
        assertThat(generate()).isEqualTo("1 definition compiled: 0 files written, 1 removed");
        assertThat(output.resolve("one.java")).doesNotExist();
        assertThat(compiler.compilations()).isEqualTo(3);
    }

    @Test
    void everyInputCounts() throws Exception {
        generate();
        assertThat(generation(request("1", "com.acme", false, false)).generate(output))
                .startsWith("2 definitions compiled");
        assertThat(generation(request("2", "com.acme", false, false)).generate(output))
                .startsWith("2 definitions compiled");
        Files.move(folder.resolve("src/two.asl.json"), folder.resolve("src/three.asl.json"));
        assertThat(generation(request("2", "com.acme", false, false)).generate(output))
                .endsWith("1 file written, 1 removed");
    }

    @Test
    void everySubstitutionCounts() throws Exception {
        List<CompilerOptions> changes = List.of(
                CompilerOptions.DEFAULTS.withSubstitutions(Map.of("A", "1")),
                CompilerOptions.DEFAULTS.withSubstitutions(Map.of("A", "2")),
                CompilerOptions.DEFAULTS.withSubstitutions(Map.of("A", "2", "B", "")),
                CompilerOptions.DEFAULTS.withUnresolvedSubstitutions(UnresolvedSubstitutions.ERROR));
        generate();
        for (CompilerOptions options : changes) {
            GenerationRequest changed = request("1", options, false, false);
            assertThat(generation(changed).generate(output)).startsWith("2 definitions compiled");
            assertThat(generation(changed).generate(output)).isEqualTo("2 definitions unchanged");
        }
    }

    @Test
    void everyRuleCounts() throws Exception {
        List<CompilerOptions> changes = List.of(
                CompilerOptions.DEFAULTS.withRules(new RuleSet(Profile.SPEC, Map.of())),
                CompilerOptions.DEFAULTS.withRules(new RuleSet(Profile.SPEC, Map.of(Code.NO_PATH, Level.OFF))),
                CompilerOptions.DEFAULTS.withRules(new RuleSet(Profile.SPEC, Map.of(Code.NO_PATH, Level.NOTE))),
                CompilerOptions.DEFAULTS.withRules(new RuleSet(Profile.SPEC, Map.of(Code.NO_DOLLAR, Level.NOTE))),
                CompilerOptions.DEFAULTS.withMachineType(MachineType.EXPRESS));
        generate();
        for (CompilerOptions options : changes) {
            GenerationRequest changed = request("1", options, false, false);
            assertThat(generation(changed).generate(output)).startsWith("2 definitions compiled");
            assertThat(generation(changed).generate(output)).isEqualTo("2 definitions unchanged");
        }
    }

    @Test
    void theFileBesideADefinitionCounts() throws Exception {
        Path rules = folder.resolve("src/one.rules.json");
        generate();
        Files.writeString(rules, "");
        assertThat(generate()).isEqualTo("2 definitions compiled: 0 files written, 0 removed");
        assertThat(generate()).isEqualTo("2 definitions unchanged");
        Files.writeString(rules, "{}");
        assertThat(generate()).startsWith("2 definitions compiled");
        Files.move(rules, folder.resolve("src/two.rules.json"));
        assertThat(generate()).startsWith("2 definitions compiled");
        Files.delete(folder.resolve("src/two.rules.json"));
        assertThat(generate()).startsWith("2 definitions compiled");
    }

    @Test
    void theTypesOfADefinitionCount() throws Exception {
        Path types = folder.resolve("src/one.types.json");
        Path schema = folder.resolve("src/schemas/order.json");
        Files.createDirectories(schema.getParent());
        Files.writeString(schema, "{}");
        generate();
        Files.writeString(schema, "nobody reads it without types");
        assertThat(generate()).isEqualTo("2 definitions unchanged");
        Files.writeString(types, "{}");
        assertThat(generate()).isEqualTo("2 definitions compiled: 0 files written, 0 removed");
        assertThat(generate()).isEqualTo("2 definitions unchanged");
        Files.writeString(schema, "{}");
        assertThat(generate()).startsWith("2 definitions compiled");
        Files.move(schema, schema.resolveSibling("bill.json"));
        assertThat(generate()).startsWith("2 definitions compiled");
        Files.move(types, folder.resolve("src/two.types.json"));
        assertThat(generate()).startsWith("2 definitions compiled");
        assertThat(generate()).isEqualTo("2 definitions unchanged");
    }

    @Test
    void theReportIsThereWhateverComesOfTheBuild() throws Exception {
        sarif = folder.resolve("target/reports/asl.sarif");
        generate();
        assertThat(sarif).content().contains("\"results\":[").doesNotContain("\"ruleId\"");
        Files.delete(sarif);
        assertThat(generate()).isEqualTo("2 definitions compiled: 0 files written, 0 removed");
        assertThat(sarif).content().doesNotContain("\"ruleId\"");

        definition("one", "fault");
        assertThatThrownBy(this::generate).isInstanceOf(MojoFailureException.class);
        assertThat(sarif).content().contains("\"ruleId\":\"syntax-error\"", "\"uri\":\"src/one.asl.json\"");

        Files.delete(folder.resolve("src/one.asl.json"));
        Files.delete(folder.resolve("src/two.asl.json"));
        generate();
        assertThat(sarif).content().doesNotContain("\"ruleId\"");
    }

    @Test
    void theReportIsNotWrittenAgain() throws Exception {
        sarif = folder.resolve("asl.sarif");
        definition("one", "warning");
        generate();
        FileTime before = FileTime.fromMillis(0);
        Files.setLastModifiedTime(sarif, before);

        assertThat(generate()).isEqualTo("2 definitions unchanged");
        definition("two", "changed");
        assertThat(generate()).startsWith("2 definitions compiled");
        assertThat(Files.getLastModifiedTime(sarif)).isEqualTo(before);
        Files.writeString(sarif, "edited");
        assertThat(generate()).startsWith("2 definitions compiled");
        assertThat(sarif).content().contains("\"ruleId\"");
    }

    @Test
    void sumsUpWhatThereIsToTell() throws Exception {
        definition("one", "warning");
        definition("two", "note");
        assertThat(generation(request("1", "", false, false)).check()).isEqualTo("2 definitions checked");
        assertThat(log).contains("2 definitions: 1 warning, 1 note");

        definition("three", "fault");
        assertThatThrownBy(() -> generation(request("1", "", true, false)).check())
                .hasMessage("3 definitions: 1 error, 1 warning, 1 note");
    }

    @Test
    void prunesWhereTheOutputWasBefore() throws Exception {
        generate();
        Files.writeString(output.resolve("Foreign.java"), "");

        Path moved = folder.resolve("moved");
        assertThat(generation(request("1", "", false, false)).generate(moved)).endsWith("2 files written, 2 removed");
        assertThat(output).isDirectoryContaining("glob:**Foreign.java").isDirectoryNotContaining("glob:**one.java");
        assertThat(moved.resolve("one.java")).exists();
    }

    @Test
    void aFaultTouchesNothing() throws Exception {
        generate();
        definition("one", "fault");
        definition("two", "changed");

        assertThatThrownBy(this::generate)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("2 definitions: 1 error");
        assertThat(output.resolve("two.java")).hasContent("2");
        definition("one", "1");
        definition("two", "2");
        assertThat(generate()).isEqualTo("2 definitions unchanged");
    }

    @Test
    void aCrashOfTheCompilerTouchesNothing() throws Exception {
        generate();
        definition("three", "killed");
        assertThatThrownBy(this::generate).isInstanceOf(IllegalStateException.class);
        Files.delete(folder.resolve("src/three.asl.json"));

        assertThat(generate()).isEqualTo("2 definitions unchanged");
    }

    @Test
    void aKilledWriteIsKnownToTheNextBuild() throws Exception {
        generate();
        Files.createDirectories(output.resolve("three.java")); // a folder in the way: writing fails half-way
        definition("three", "3");
        definition("a", "first");
        assertThatThrownBy(this::generate).isInstanceOf(IOException.class);
        assertThat(output.resolve("a.java")).exists();
        Files.delete(output.resolve("three.java"));
        Files.delete(folder.resolve("src/three.asl.json"));
        Files.delete(folder.resolve("src/a.asl.json"));

        assertThat(generate()).isEqualTo("2 definitions compiled: 0 files written, 1 removed");
        assertThat(output.resolve("a.java")).doesNotExist();
    }

    @Test
    void tellsAgainWithoutCompiling() throws Exception {
        definition("one", "note");
        definition("two", "warning");
        generate();
        List<String> told = List.copyOf(log);
        log.clear();

        assertThat(generate()).isEqualTo("2 definitions unchanged");
        assertThat(log)
                .isEqualTo(told)
                .contains("2 definitions: 1 warning, 1 note")
                .hasSize(3);
        assertThat(compiler.compilations()).isEqualTo(1);
    }

    /** An IDE has taken the markers back, and other paths are shown from another folder. */
    @Test
    void compilesAgainWhereMessagesCannotBeRepeated() throws Exception {
        definition("one", "warning");
        generate();
        marks = true;
        assertThat(generate()).startsWith("2 definitions compiled");
        marks = false;
        root = folder.resolve("src");
        assertThat(generate()).startsWith("2 definitions compiled");
        assertThat(generate()).isEqualTo("2 definitions unchanged");
    }

    @Test
    void warningsFailTheBuildIfAskedTo() throws Exception {
        definition("one", "warning");
        generate();

        GenerationRequest strict = request("1", "", true, false);
        assertThatThrownBy(() -> generation(strict).generate(output))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("2 definitions: 1 warning (failOnWarnings)");
        assertThat(compiler.compilations()).isEqualTo(1);
        definition("two", "changed");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> generation(strict).generate(output))
                    .hasMessage("2 definitions: 1 warning (failOnWarnings)");
        }
        assertThat(output.resolve("two.java")).hasContent("2");
    }

    @Test
    void twoExecutionsDoNotWriteOneFile() throws Exception {
        generate();
        Path others = Files.createDirectory(folder.resolve("others"));
        Files.writeString(others.resolve("two.asl.json"), "other");
        GenerationRequest other = new GenerationRequest(
                others,
                folder,
                folder.resolve("target/asl4j/other.state"),
                "1",
                "1",
                List.of("**"),
                List.of(),
                CompilerOptions.DEFAULTS,
                null,
                false,
                false);

        assertThatThrownBy(() -> generation(other).generate(output))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("two.java is generated from " + others);
        assertThat(output.resolve("two.java")).hasContent("2");
        assertThat(generation(other).generate(folder.resolve("elsewhere"))).contains("1 file written");
    }

    @Test
    void missingSourcesCanBeAMistake() throws Exception {
        Files.delete(folder.resolve("src/one.asl.json"));
        Files.delete(folder.resolve("src/two.asl.json"));

        assertThat(generate()).isEqualTo("no definitions in src");
        assertThatThrownBy(() -> generation(request("1", "", false, true)).generate(output))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("no definitions in src (includes ");
    }

    @Test
    void checkingWritesNothing() throws Exception {
        assertThat(generation(request("1", "", false, false)).check()).isEqualTo("2 definitions checked");
        assertThat(folder).isDirectoryNotContaining("glob:**/{out,target}");
    }

    private String generate() throws IOException, MojoFailureException {
        return generation(request("1", "", false, false)).generate(output);
    }

    private Generation generation(GenerationRequest request) {
        var ide = new DefaultBuildContext(new org.sonatype.plexus.build.incremental.DefaultBuildContext());
        var lines = new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                log.add(line.toString());
            }

            @Override
            public void warn(CharSequence line) {
                log.add(line.toString());
            }
        };
        return new Generation(request, compiler::compile, new DiagnosticLog(lines, ide, marks, request));
    }

    private void definition(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("src/" + name + ".asl.json"), text);
    }

    private GenerationRequest request(
            String identity, String packageName, boolean failOnWarnings, boolean failOnMissingSources) {
        return request(identity, new CompilerOptions(packageName), failOnWarnings, failOnMissingSources);
    }

    private GenerationRequest request(
            String identity, CompilerOptions options, boolean failOnWarnings, boolean failOnMissingSources) {
        return new GenerationRequest(
                folder.resolve("src"),
                root,
                folder.resolve("target/asl4j/generate.state"),
                "1",
                identity,
                List.of("**/*.asl.json"),
                List.of(),
                options,
                sarif,
                failOnWarnings,
                failOnMissingSources);
    }
}
