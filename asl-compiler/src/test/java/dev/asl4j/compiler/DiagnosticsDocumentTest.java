package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.DocumentedCode.Example;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Level;
import dev.asl4j.compiler.diagnostic.Profile;
import dev.asl4j.compiler.diagnostic.RuleSet;
import dev.asl4j.compiler.diagnostic.Severity;
import dev.asl4j.compiler.schema.SchemaFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds {@code docs/diagnostics.md} against the codes and against the compiler. {@code -Ddiagnostics.update=true} writes the lines that
 * follow from a code anew.
 */
final class DiagnosticsDocumentTest {
    /** What a page cannot show: their examples are prose in blocks of the language {@code text}. */
    private static final Set<Code> IN_PROSE = EnumSet.of(
            Code.BROKEN_ENCODING,
            Code.BYTE_ORDER_MARK,
            Code.CLASS_NAME_COLLISION,
            Code.TOO_DEEP,
            Code.TOO_LARGE,
            Code.TOO_MANY_DIAGNOSTICS);

    /** Their examples are the file beside a definition. */
    private static final Set<Code> BESIDE =
            EnumSet.of(Code.BAD_RULES, Code.FIXED_RULE, Code.UNKNOWN_RULE, Code.UNKNOWN_RULE_STATE);

    /** Their examples are the other file beside a definition, which has a task {@code charge}, and {@code schemas/order.json} is there. */
    private static final Set<Code> TYPES = EnumSet.of(
            Code.BAD_CLASS_NAME,
            Code.BAD_SCHEMA,
            Code.BAD_TYPES,
            Code.IGNORED_SCHEMA_KEYWORD,
            Code.REFUSED_ARGUMENTS,
            Code.REFUSED_OUTPUT,
            Code.REMOTE_SCHEMA,
            Code.SCHEMA_CYCLE,
            Code.SCHEMA_NOT_CARRIED,
            Code.UNKNOWN_SCHEMA,
            Code.UNKNOWN_TYPES_TASK);

    private static final SchemaFile ORDER = new SchemaFile(
            "schemas/order.json",
            "schemas/order.json",
            "{\"type\": \"object\", \"$defs\": {\"line\": {\"type\": \"object\"}}}".getBytes(StandardCharsets.UTF_8));

    private static final Pattern SUBSTITUTION = Pattern.compile("<(\\w+)>([^<]*)</\\1>");

    static List<DocumentedCode> entries() throws IOException {
        if (Boolean.getBoolean("diagnostics.update")) {
            DocumentedCode.update();
        }
        return DocumentedCode.read();
    }

    static Stream<DocumentedCode> shown() throws IOException {
        return entries().stream().filter(entry -> !IN_PROSE.contains(code(entry)));
    }

    private static Code code(DocumentedCode entry) {
        return Code.of(entry.id()).orElseThrow(() -> new AssertionError("there is no code " + entry.id()));
    }

    @Test
    void everyCodeIsThereInAlphabeticalOrder() throws IOException {
        assertThat(entries())
                .extracting(DocumentedCode::id)
                .containsExactlyElementsOf(
                        Stream.of(Code.values()).map(Code::id).sorted().toList());
    }

    @Test
    void theLineBelowTheHeadingIsWhatTheCodeSays() throws IOException {
        assertThat(entries()).allSatisfy(entry -> {
            assertThat(entry.head()).isEqualTo(DocumentedCode.head(code(entry)));
            assertThat(entry.text()).as("what it means").matches("(?s)[A-Z`].*");
        });
    }

    @Test
    void examplesInProseAreMarkedAsSuch() throws IOException {
        assertThat(entries()).allSatisfy(entry -> {
            assertThat(entry.wrong()).isNotEmpty();
            assertThat(entry.right()).isNotEmpty();
            boolean prose = Stream.concat(entry.wrong().stream(), entry.right().stream())
                    .allMatch(example -> example.language().equals("text"));
            assertThat(prose).isEqualTo(IN_PROSE.contains(code(entry)));
        });
    }

    /** It gives the code, and no error besides. */
    @ParameterizedTest
    @MethodSource("shown")
    void theWrongExampleIsWrong(DocumentedCode entry) {
        assertThat(entry.wrong()).allSatisfy(example -> {
            List<Diagnostic> diagnostics = compile(code(entry), example, Map.of());
            assertThat(diagnostics).extracting(Diagnostic::code).contains(code(entry));
            assertThat(diagnostics)
                    .filteredOn(diagnostic -> diagnostic.severity() == Severity.ERROR)
                    .allMatch(diagnostic -> diagnostic.code() == code(entry));
        });
    }

    /** It gives neither the code nor an error. */
    @ParameterizedTest
    @MethodSource("shown")
    void theRightExampleIsRight(DocumentedCode entry) {
        assertThat(entry.right())
                .allSatisfy(example -> assertThat(
                                example.language().equals("xml")
                                        ? compile(code(entry), entry.wrong().get(0), values(example))
                                        : compile(code(entry), example, Map.of()))
                        .noneMatch(diagnostic ->
                                diagnostic.code() == code(entry) || diagnostic.severity() == Severity.ERROR));
    }

    /** The values of placeholders, as they stand in a POM. */
    private static Map<String, String> values(Example example) {
        Map<String, String> values = new TreeMap<>();
        SUBSTITUTION.matcher(example.text()).results().forEach(match -> values.put(match.group(1), match.group(2)));
        assertThat(values).isNotEmpty();
        return values;
    }

    /** A rule that is silent by default is switched on. */
    private static List<Diagnostic> compile(Code code, Example example, Map<String, String> substitutions) {
        boolean silent = code.level(Profile.AWS) == Level.OFF;
        RuleSet rules = new RuleSet(Profile.AWS, silent ? Map.of(code, Level.WARNING) : Map.of());
        CompilerOptions options = CompilerOptions.DEFAULTS.withRules(rules).withSubstitutions(substitutions);
        Definition definition =
                TYPES.contains(code) ? typed(example) : BESIDE.contains(code) ? beside(example) : definition(example);
        return AslCompiler.compile(List.of(definition), List.of(ORDER), options).diagnostics();
    }

    private static Definition definition(Example example) {
        String path = example.language().equals("yaml") ? "example.asl.yaml" : "example.asl.json";
        return new Definition(path, path, Frame.around(example).getBytes(StandardCharsets.UTF_8));
    }

    /** A definition with a state {@code Ship}, beside which the example stands. */
    private static Definition beside(Example example) {
        SideFile file = new SideFile("example.rules.json", example.text().getBytes(StandardCharsets.UTF_8));
        Definition framed = definition(new Example("json", "\"Next\": \"Ship\""));
        return new Definition(framed.path(), framed.displayPath(), framed.content(), file);
    }

    private static Definition typed(Example example) {
        SideFile file = new SideFile("example.types.json", example.text().getBytes(StandardCharsets.UTF_8));
        String task = "\"Charge\": {\"Type\": \"Task\", \"Resource\": "
                + "\"arn:aws:lambda:eu-west-1:123456789012:function:charge\", \"End\": true}";
        return definition(new Example("json", task)).withTypes(file);
    }
}
