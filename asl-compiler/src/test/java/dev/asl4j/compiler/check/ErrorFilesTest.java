package dev.asl4j.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.contract.Contract;
import dev.asl4j.compiler.contract.DeclaredType;
import dev.asl4j.compiler.contract.TypesReader;
import dev.asl4j.compiler.dataflow.ShapeAnalysis;
import dev.asl4j.compiler.datatype.TypeName;
import dev.asl4j.compiler.datatype.TypeOptions;
import dev.asl4j.compiler.datatype.TypePlanner;
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
import dev.asl4j.compiler.model.Distribution;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.parse.DefinitionParser;
import dev.asl4j.compiler.rules.RulesFile;
import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.SchemaFile;
import dev.asl4j.compiler.schema.SchemaReader;
import dev.asl4j.compiler.schema.Schemas;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds {@code errors/<case>.asl.json} or {@code .asl.yaml} against {@code errors/<case>.errors}: the diagnostics of the definition, one a line, in
 * their order. {@code errors/<case>.properties} may name a {@code profile}, levels of rules, the {@code machine-type} and {@code schema-validation};
 * {@code errors/<case>.rules.json} and {@code errors/<case>.types.json} are files beside the definition, and {@code errors/schemas} has the
 * schemas that the latter refer to. {@code -Derrors.update=true} writes the files anew, for review.
 */
final class ErrorFilesTest {

    private static final Path CASES = Path.of("src/test/resources/errors");
    private static final String JSON = ".asl.json";
    private static final String YAML = ".asl.yaml";
    private static final String MACHINE_TYPE = "machine-type";
    private static final String VALIDATION = "schema-validation";

    /** Codes that a small file cannot show, and the tests that show them. */
    private static final Set<Code> ELSEWHERE = Set.of(
            Code.TOO_LARGE, // JsonReaderTest
            Code.TOO_MANY_DIAGNOSTICS, // DiagnosticsTest
            Code.CLASS_NAME_COLLISION); // AslCompilerTest

    static Stream<String> cases() throws IOException {
        return Stream.concat(names(JSON), names(YAML)).sorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theDefinitionGivesTheseDiagnostics(String name) throws IOException {
        String actual = diagnose(name);
        Path expected = CASES.resolve(name + ".errors");
        if (Boolean.getBoolean("errors.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(expected).content().isEqualTo(actual);
        assertThat(actual).as("a case without diagnostics shows nothing").isNotEmpty();
    }

    @Test
    void everyErrorsFileHasItsDefinition() throws IOException {
        assertThat(names(".errors").toList()).isEqualTo(cases().toList());
    }

    @Test
    void everyCodeIsShown() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (String name : cases().toList()) {
            shown.addAll(
                    matches(Pattern.compile("\\[([a-z-]+)]$", Pattern.MULTILINE), CASES.resolve(name + ".errors")));
        }
        Stream.of(Code.values())
                .filter(code -> !ELSEWHERE.contains(code))
                .forEach(code -> assertThat(shown).contains(code.id()));
        ELSEWHERE.forEach(code -> assertThat(shown).doesNotContain(code.id()));
    }

    private static String diagnose(String name) throws IOException {
        Properties settings = settings(CASES.resolve(name + ".properties"));
        Distribution.ExecutionType executions =
                Distribution.ExecutionType.valueOf(settings.getProperty(MACHINE_TYPE, "STANDARD"));
        Diagnostics diagnostics = new Diagnostics(rules(settings), Map.of());
        Path sideFile = CASES.resolve(name + ".rules.json");
        Optional<RulesFile> rules = Files.exists(sideFile)
                ? Optional.of(RulesFile.read(name + ".rules.json", Files.readAllBytes(sideFile), diagnostics))
                : Optional.empty();
        boolean yaml = Files.exists(CASES.resolve(name + YAML));
        String file = name + (yaml ? YAML : JSON);
        rules.ifPresent(read -> diagnostics.rules(file, read.rules()));
        byte[] content = Files.readAllBytes(CASES.resolve(file));
        JsonValue root =
                yaml ? YamlReader.read(file, content, diagnostics) : JsonReader.read(file, content, diagnostics);
        if (root != null) {
            JsonValue document = Substitution.apply(root, Map.of(), diagnostics);
            rules.ifPresent(read -> read.check(document, diagnostics));
            Optional<StateMachine> machine = DefinitionParser.parse(document, name, diagnostics);
            machine.ifPresent(parsed -> Checks.check(parsed, executions, diagnostics));
            if (Files.exists(CASES.resolve(name + ".types.json"))) {
                boolean validated = Boolean.parseBoolean(settings.getProperty(VALIDATION));
                readTypes(name + ".types.json", machine.orElseThrow(), validated, diagnostics);
            } else if (machine.isPresent() && !diagnostics.hasErrors()) {
                Schemas none = new SchemaReader(List.of(), diagnostics).finish();
                ShapeAnalysis.of(machine.get(), Contract.NONE, none).report(diagnostics);
            }
        }
        StringBuilder lines = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics.sorted()) {
            lines.append(DiagnosticFormat.line(diagnostic)).append('\n');
        }
        return lines.toString();
    }

    private static void readTypes(String path, StateMachine machine, boolean validated, Diagnostics diagnostics)
            throws IOException {
        List<SchemaFile> schemas = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES.resolve(SchemaFile.FOLDER))) {
            for (Path file : files.toList()) {
                String name = SchemaFile.FOLDER + "/" + file.getFileName();
                schemas.add(new SchemaFile(name, name, Files.readAllBytes(file)));
            }
        }
        SchemaReader reader = new SchemaReader(schemas, diagnostics);
        byte[] content = Files.readAllBytes(CASES.resolve(path));
        Contract contract = TypesReader.read(path, path, content, reader, diagnostics);
        contract.check(machine, diagnostics);
        Schemas read = reader.finish();
        if (!diagnostics.hasErrors()) {
            ShapeAnalysis.of(machine, contract, read).report(diagnostics);
            TypePlanner planner = new TypePlanner(read, TypeOptions.DEFAULT.withValidation(validated));
            List<Schema> declared = contract.types().stream()
                    .map(type -> ((DeclaredType.OfSchema) type).schema())
                    .toList();
            declared.forEach(planner::add);
            planner.finish(Map.of(path, new TypeName("", "Types", null)), "", diagnostics);
            if (validated) {
                read.bundle(declared, diagnostics);
            }
        }
    }

    private static Properties settings(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            properties.load(new StringReader(Files.readString(file)));
        }
        return properties;
    }

    /** {@code profile=spec}, and {@code no-path=off} for each rule that is to be set. */
    private static RuleSet rules(Properties properties) {
        Profile profile = Profile.of(properties.getProperty("profile", "aws")).orElseThrow();
        Map<Code, Level> levels = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (!key.equals("profile") && !key.equals(MACHINE_TYPE) && !key.equals(VALIDATION)) {
                levels.put(
                        Code.of(key).orElseThrow(),
                        Level.of(properties.getProperty(key)).orElseThrow());
            }
        }
        return new RuleSet(profile, levels);
    }

    private static Stream<String> names(String ending) throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ending))
                    .map(file -> file.substring(0, file.length() - ending.length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static List<String> matches(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
