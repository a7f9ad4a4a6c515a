package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.asl4j.compiler.datatype.TypeOptions;
import dev.asl4j.compiler.diagnostic.DiagnosticFormat;
import dev.asl4j.compiler.schema.SchemaFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The quickstart has types all through: whatever in it is broken ends its build, and the place is named. */
final class QuickstartTypesTest {
    private static final Path SOURCES = Path.of("../it/quickstart/src/main");
    private static final Path BREAKS = Path.of("src/test/resources/typed-quickstart/breaks.txt");

    private static final Map<String, String> QUICKSTART = new TreeMap<>();

    /** What breaks it: a text in a file, another one in its place, where that is noticed, and what is said. */
    record Break(String file, String right, String wrong, String place, String message) {
        @Override
        public String toString() {
            return file.substring(file.lastIndexOf('/') + 1) + ": " + wrong;
        }
    }

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                QUICKSTART.put(SOURCES.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
    }

    static Stream<Break> breaks() throws IOException {
        return Files.readAllLines(BREAKS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" \\| ", -1))
                .map(row -> new Break(row[0], row[1], row[2], row[3], row[4]));
    }

    @Test
    void builds() {
        assertThat(errors(QUICKSTART)).isEmpty();
    }

    @Test
    void hasNoJsonInItsOwnCode() {
        QUICKSTART.forEach((path, text) -> assertThat(text).as(path).doesNotContain("JsonNode", "ObjectNode"));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void whatIsBrokenEndsTheBuild(Break broken) {
        Map<String, String> sources = new TreeMap<>(QUICKSTART);
        String changed =
                sources.computeIfPresent(broken.file(), (path, text) -> text.replace(broken.right(), broken.wrong()));
        assertThat(changed).isNotNull().isNotEqualTo(QUICKSTART.get(broken.file()));

        assertThat(errors(sources))
                .anySatisfy(
                        error -> assertThat(error).startsWith(broken.place()).contains(broken.message()));
    }

    /** The errors of the first of the two compilers that has some. */
    private static List<String> errors(Map<String, String> sources) {
        List<Definition> definitions = new ArrayList<>();
        List<SchemaFile> schemas = new ArrayList<>();
        sources.forEach((path, text) -> {
            String below = path.substring(path.indexOf('/') + 1);
            if (path.endsWith(".asl.json")) {
                String types = path.replace(".asl.json", ".types.json");
                definitions.add(new Definition(below, path, text.getBytes(StandardCharsets.UTF_8))
                        .withTypes(new SideFile(types, sources.get(types).getBytes(StandardCharsets.UTF_8))));
            } else if (SchemaFile.isOne(below)) {
                schemas.add(new SchemaFile(below, path, text.getBytes(StandardCharsets.UTF_8)));
            }
        });
        CompilerOptions options = CompilerOptions.DEFAULTS.withTypes(
                new TypeOptions(TypeOptions.Numbers.DECIMAL, TypeOptions.UnknownProperties.KEEP));
        CompilationResult result = AslCompiler.compile(definitions, schemas, options);
        return result.hasErrors()
                ? result.diagnostics().stream().map(DiagnosticFormat::line).toList()
                : javac(sources, result.files());
    }

    private static List<String> javac(Map<String, String> sources, List<GeneratedFile> generated) {
        List<JavaFileObject> files = new ArrayList<>();
        generated.forEach(file -> files.add(source(file.path(), file.content())));
        sources.forEach((path, text) -> {
            if (path.endsWith(".java")) {
                files.add(source(path.substring("java/".length()), text));
            }
        });
        return Compiler.javac()
                .withOptions("-Xlint:all,-processing", "-Werror", "-proc:none", "-parameters")
                .compile(files)
                .diagnostics()
                .stream()
                .map(QuickstartTypesTest::line)
                .toList();
    }

    private static JavaFileObject source(String path, String text) {
        return JavaFileObjects.forSourceString(path.replace(".java", "").replace('/', '.'), text);
    }

    private static String line(Diagnostic<? extends JavaFileObject> error) {
        JavaFileObject file = error.getSource();
        String path = file == null ? "" : "java/" + file.getName().replaceFirst("^/", "");
        return path + ":" + error.getLineNumber() + ": " + error.getMessage(Locale.ROOT);
    }
}
