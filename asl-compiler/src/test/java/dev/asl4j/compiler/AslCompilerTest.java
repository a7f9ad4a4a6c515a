package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asl4j.compiler.CompilerOptions.UnresolvedSubstitutions;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.DiagnosticFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AslCompilerTest {
    private static final String PASS = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}";

    @Test
    void namesClassesAfterFilesAndPackagesAfterFolders() {
        assertThat(paths("", "order.asl.json", "com/acme/order.asl.json", "com/my-shop/2go/class/x.asl.json"))
                .containsExactly("Order.java", "com/acme/Order.java", "com/my_shop/_2go/class_/X.java");
        assertThat(paths("org.base", "a.asl.json", "b/a.asl.json"))
                .containsExactly("org/base/A.java", "org/base/b/A.java");
    }

    private static List<String> paths(String packageName, String... definitions) {
        CompilationResult result = AslCompiler.compile(
                Stream.of(definitions)
                        .map(path -> Machines.definition(path, PASS))
                        .toList(),
                new CompilerOptions(packageName));
        assertThat(result.diagnostics()).isEmpty();
        return result.files().stream().map(GeneratedFile::path).toList();
    }

    @Test
    void tellsWhichDefinitionAFileCameFrom() {
        CompilationResult result =
                AslCompiler.compile(List.of(Machines.definition("a/b.asl.json", PASS)), CompilerOptions.DEFAULTS);
        assertThat(result.files())
                .singleElement()
                .satisfies(file -> assertThat(file.definition()).isEqualTo("a/b.asl.json"));
        assertThat(result.hasErrors()).isFalse();
    }

    @Test
    void reportsTheFaultsOfAllDefinitionsAndGeneratesNothing() {
        String unknown = PASS.replace("\"End\":true", "\"Next\":\"B\"");
        CompilationResult result = AslCompiler.compile(
                List.of(
                        Machines.definition("z.asl.json", "{"),
                        Machines.definition("good.asl.json", PASS),
                        Machines.definition("a.asl.json", unknown)),
                CompilerOptions.DEFAULTS);
        assertThat(result.files()).isEmpty();
        assertThat(result.hasErrors()).isTrue();
        assertThat(result.diagnostics().stream().map(Diagnostic::file).distinct())
                .containsExactly("src/main/asl/a.asl.json", "src/main/asl/z.asl.json");
        assertThat(result.diagnostics().get(0).code().id()).isEqualTo("unknown-next");
    }

    @Test
    void readsYamlByTheNameOfTheFile() {
        String yaml = """
                StartAt: Yes
                States:
                  Yes: {Type: Succeed}
                """;
        for (String path : List.of("order-a.asl.yaml", "order-a.asl.yml")) {
            CompilationResult result =
                    AslCompiler.compile(List.of(Machines.definition("x/" + path, yaml)), CompilerOptions.DEFAULTS);
            assertThat(result.diagnostics()).isEmpty();
            assertThat(result.files()).extracting(GeneratedFile::path).containsExactly("x/OrderA.java");
            assertThat(result.files().get(0).content()).contains("\"order-a\"", path + ":3");
        }
        assertThat(collisions("order.asl.yaml", "order.asl.yml")).hasSize(1);
    }

    @Test
    void placeholdersGetValues() {
        String json = """
                {"StartAt": "${First}", "TimeoutSeconds": ${Most}, "States": {"Wait": {"Type": "Wait", "Seconds": "${Limit}", "End": true}}}
                """;
        CompilerOptions options =
                CompilerOptions.DEFAULTS.withSubstitutions(Map.of("First", "Wait", "Limit", "77", "Most", "99"));
        CompilationResult result = AslCompiler.compile(List.of(Machines.definition("a.asl.json", json)), options);
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.files().get(0).content()).contains("77", "99");
    }

    @Test
    void placeholdersWithoutAValueAreErrorsIfAskedFor() {
        String json = """
                {"StartAt": "A", "Comment": "${Free}", "States": {
                  "A": {"Type": "Task", "Resource": "${FunctionArn}", "Next": "B"},
                  "B": {"Type": "Pass", "Result": "${Text}", "Next": "C"},
                  "C": {"Type": "Wait", "Seconds": "${Limit}", "End": true}
                }}
                """;
        List<Definition> definitions = List.of(Machines.definition("a.asl.json", json));
        assertThat(AslCompiler.compile(definitions, CompilerOptions.DEFAULTS).hasErrors())
                .isFalse();
        CompilationResult strict = AslCompiler.compile(
                definitions, CompilerOptions.DEFAULTS.withUnresolvedSubstitutions(UnresolvedSubstitutions.ERROR));
        assertThat(strict.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "src/main/asl/a.asl.json:3:36: error: the placeholder \"${Text}\" has no value [unresolved-substitution]",
                        "src/main/asl/a.asl.json:4:37: error: the placeholder \"${Limit}\" has no value [unresolved-substitution]");
        assertThat(strict.files()).isEmpty();
    }

    @Test
    void theCauseOfAMissingValueSaysWhere() throws Exception {
        String json =
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Wait\", \"Seconds\": \"${x}\", \"End\": true}}}";
        Machines machines = Machines.of("com/acme/a.asl.json", json);
        assertThatThrownBy(() -> machines.run("com.acme.A", "{}", Map.of()))
                .hasMessageContaining("States.Runtime")
                .hasMessageContaining("The placeholder '${x}' at a.asl.json:1:63 has no value");
    }

    @Test
    void refusesASubstitutionThatNoPlaceholderCanHave() {
        assertThatThrownBy(() -> CompilerOptions.DEFAULTS.withSubstitutions(Map.of("a b", "")))
                .hasMessage("not the name of a placeholder: a b");
    }

    @Test
    void showsTheLineOfAYamlFile() {
        String yaml = """
                StartAt: A
                States:
                  A:
                    Type: Pass
                    Parameters:
                      x.$: >-
                        States.Format(
                          '{}', $.a[)
                    End: true
                """;
        CompilationResult result =
                AslCompiler.compile(List.of(Machines.definition("a.asl.yaml", yaml)), CompilerOptions.DEFAULTS);
        assertThat(result.diagnostics())
                .singleElement()
                .extracting(DiagnosticFormat::excerpt)
                .asString()
                .contains("a.asl.yaml:8:", "    8 |           '{}', $.a[)");
    }

    @Test
    void reportsDefinitionsThatGiveTheSameClass() {
        assertThat(collisions("order-a.asl.json", "orderA.asl.json"))
                .containsExactly("src/main/asl/orderA.asl.json:1:1: error: the definition gives the class OrderA, but "
                        + "src/main/asl/order-a.asl.json gives the same class; rename one of the files "
                        + "[class-name-collision]");
    }

    @Test
    void reportsClassesThatDifferOnlyInCase() {
        assertThat(collisions("OrderA.asl.json", "ordera.asl.json"))
                .singleElement()
                .asString()
                .contains("src/main/asl/ordera.asl.json:1:1", "some file systems", "[class-name-collision]");
    }

    @Test
    void reportsAClassNamedLikeAPackage() {
        assertThat(collisions("Order.asl.json", "Order/x.asl.json"))
                .singleElement()
                .asString()
                .contains("src/main/asl/Order.asl.json:1:1", "there is a package of that name");
    }

    private static List<String> collisions(String... definitions) {
        CompilationResult result = AslCompiler.compile(
                Stream.of(definitions)
                        .map(path -> Machines.definition(path, PASS))
                        .toList(),
                CompilerOptions.DEFAULTS);
        assertThat(result.files()).isEmpty();
        return result.diagnostics().stream().map(Diagnostic::toString).toList();
    }

    @Test
    void refusesAnOptionThatIsNoPackageName() {
        assertThatThrownBy(() -> new CompilerOptions("com.my-shop")).hasMessage("not a package name: com.my-shop");
        assertThatThrownBy(() -> new CompilerOptions("com.class")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesWithoutALetterAndNamesThatHideOthers() {
        assertThat(paths("p", "\ud83d\ude00.asl.json", "string.asl.json", "workflow.asl.json", "\u6ce8\u6587.asl.json"))
                .containsExactlyInAnyOrder(
                        "p/Machine.java", "p/String2.java", "p/Workflow2.java", "p/\u6ce8\u6587.java");
    }
}
