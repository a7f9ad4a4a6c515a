package dev.asl4j.compiler;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asl4j.compiler.datatype.TypeOptions;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated code that checks data by its schemas as well: the program in {@code typed/guarded}, and schemas that are hard to spell. */
final class SchemaValidationTest {
    private static final CompilerOptions VALIDATING =
            CompilerOptions.DEFAULTS.withTypes(TypeOptions.DEFAULT.withValidation(true));
    private static final Path OUTCOMES = Path.of("src/test/resources/typed/guarded/outcomes.txt");

    @Test
    void compiles() throws IOException {
        assertThat(TypedProgram.of("guarded", VALIDATING).compile()).succeededWithoutWarnings();
    }

    @Test
    void refusesWhatIsNotValid() throws Exception {
        Method program = TypedProgram.of("guarded", VALIDATING).method();

        List<String> outcomes = Files.readAllLines(OUTCOMES);
        assertThat(outcomes).hasSizeGreaterThan(12);
        for (String outcome : outcomes) {
            int bar = outcome.indexOf(" | ");
            if (bar >= 0 && !outcome.startsWith("#")) {
                String wrong = outcome.substring(0, bar);
                assertThat(program.invoke(null, wrong)).as(wrong).isEqualTo(outcome.substring(bar + 3));
            }
        }
    }

    @Test
    void namesTheArtifactThatIsMissing() throws Exception {
        InMemoryJava java = InMemoryJava.compile(
                order("{ \"type\": \"string\", \"minLength\": 2 }").files());
        assertThat(java.messages()).isEmpty();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader bare = new WithoutServices(before);
        thread.setContextClassLoader(bare);
        try {
            Constructor<?> constructor = java.loader(bare).loadClass("Order").getConstructor();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(constructor::newInstance)
                        .isInstanceOf(InvocationTargetException.class)
                        .cause()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("Order checks data by its schemas")
                        .hasMessageContaining("dev.asl4j:asl4j-validation");
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Has the classes, but says of no service who offers it. */
    private static final class WithoutServices extends ClassLoader {
        WithoutServices(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.startsWith("META-INF/services/") ? Collections.emptyEnumeration() : super.getResources(name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/ class X {} /*",
                "\\\" + System.exit(1) + \\\"",
                "\\\\u0022 + 1 + \\\\u0022",
                "\\u0000\\u2028\\ud83d\\ude00",
                "$T $L $$ ${x}",
                "line\\nline\\r\\n"
            })
    void spellsSchemasOfAnyText(String text) throws Exception {
        String schema = "{ \"type\": \"string\", \"not\": { \"enum\": [\"" + text + "\"] } }";
        Object workflow = workflow(order(schema));

        assertThat(run(workflow, "other")).isEqualTo("other");
        String same = new ObjectMapper().readValue("\"" + text + "\"", String.class);
        assertThatThrownBy(() -> run(workflow, same)).cause().hasMessageContaining("not valid by its schema");
    }

    /** More than one string constant has room for, in one schema and in many. */
    @ParameterizedTest
    @ValueSource(ints = {1, 300})
    void schemasMayBeLong(int schemas) throws Exception {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < schemas; i++) {
            String word = ("ä" + i).repeat(120_000 / schemas / 2);
            parts.append(i == 0 ? "" : ",")
                    .append("{\"not\":{\"const\":\"")
                    .append(word)
                    .append("\"}}");
        }
        CompilationResult result = order("{ \"type\": \"string\", \"allOf\": [" + parts + "] }");
        Object workflow = workflow(result);

        assertThat(run(workflow, "a")).isEqualTo("a");
        String last = ("ä" + (schemas - 1)).repeat(120_000 / schemas / 2);
        assertThatThrownBy(() -> run(workflow, last)).cause().hasMessageContaining("(not)");
    }

    @Test
    void deepSchemasAreTakenApart() throws Exception {
        String deep = "{\"not\":".repeat(400) + "{\"minLength\":2}" + "}".repeat(400);
        Object workflow = workflow(order("{ \"type\": \"string\", \"allOf\": [" + deep + "] }"));

        assertThat(run(workflow, "ab")).isEqualTo("ab");
        assertThatThrownBy(() -> run(workflow, "a")).cause().hasMessageContaining("not valid by its schema");
    }

    /** Without the option nothing of it is in the code. */
    @Test
    void costsNothingUnlessWanted() {
        String types = "{ \"input\": { \"type\": \"string\", \"minLength\": 2 } }";
        String plain = compile(types, CompilerOptions.DEFAULTS).files().get(0).content();

        assertThat(plain).doesNotContain("Schemas", "minLength");
        assertThat(compile("{ \"input\": \"java.lang.String\" }", VALIDATING)
                        .files()
                        .get(0)
                        .content())
                .doesNotContain("Schemas");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"type\": \"string\", \"pattern\": \"[a\" }",
                "{ \"type\": \"object\", \"patternProperties\": { \"[a\": true } }"
            })
    void refusesPatternsThatCannotBeMatched(String schema) {
        CompilationResult result = compile("{ \"input\": " + schema + " }", VALIDATING);

        assertThat(result.files()).isEmpty();
        assertThat(result.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("\"[a\" is not a regular expression that can be matched");
    }

    /** Of a schema with constants no other part becomes a type; a validator looks at all of it. */
    @Test
    void refusesWhatIsNoSchemaInPartsThatNoTypeIsMadeOf() {
        String schema = "{ \"enum\": [\"a\"], \"properties\": { \"b\": { \"minLength\": -1 } } }";
        CompilationResult result = order(schema);

        assertThat(result.files()).isEmpty();
        assertThat(result.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("the value of \"minLength\" is -1");
    }

    private static CompilationResult order(String schema) {
        return compile("{ \"input\": " + schema + ", \"output\": { \"type\": \"string\" } }", VALIDATING);
    }

    private static CompilationResult compile(String types, CompilerOptions options) {
        String machine = "{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Pass\", \"End\": true } } }";
        Definition definition = new Definition(
                        "order.asl.json", "order.asl.json", machine.getBytes(StandardCharsets.UTF_8))
                .withTypes(new SideFile("order.types.json", types.getBytes(StandardCharsets.UTF_8)));
        return AslCompiler.compile(List.of(definition), options);
    }

    private static Object workflow(CompilationResult result) throws Exception {
        assertThat(result.diagnostics()).isEmpty();
        InMemoryJava java = InMemoryJava.compile(result.files());
        assertThat(java.messages()).isEmpty();
        return java.loader().loadClass("Order").getConstructor().newInstance();
    }

    private static Object run(Object workflow, Object input) throws Exception {
        return workflow.getClass().getMethod("run", Object.class).invoke(workflow, input);
    }
}
