package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.schema.SchemaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Typed definitions: those of {@code shapes/wrong} give the diagnostics of the {@code .errors} file beside them, places included, those of
 * {@code shapes/right} none at all. {@code -Derrors.update=true} writes the files anew, for review.
 */
final class ShapeCorpusTest {
    private static final Path ROOT = Path.of("src/test/resources/shapes");
    private static final String ENDING = ".asl.json";

    static List<String> wrong() throws IOException {
        return names("wrong", ENDING);
    }

    static List<String> right() throws IOException {
        return names("right", ENDING);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsToldAtItsPlace(String name) throws IOException {
        String actual = check("wrong", name).stream()
                .map(diagnostic -> diagnostic + "\n")
                .collect(Collectors.joining());
        Path expected = ROOT.resolve("wrong").resolve(name + ".errors");
        if (Boolean.getBoolean("errors.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(expected).content().isEqualTo(actual).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("right")
    void ofWhatIsRightNothingIsSaid(String name) throws IOException {
        assertThat(check("right", name)).isEmpty();
    }

    @Test
    void thereAreEnoughOfBoth() throws IOException {
        assertThat(wrong()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(right()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(names("wrong", ".errors")).isEqualTo(wrong());
    }

    private static List<Diagnostic> check(String folder, String name) throws IOException {
        Path file = ROOT.resolve(folder).resolve(name + ENDING);
        String types = name + ".types.json";
        SideFile beside = new SideFile(types, Files.readAllBytes(file.resolveSibling(types)));
        Definition definition =
                new Definition(name + ENDING, name + ENDING, Files.readAllBytes(file)).withTypes(beside);
        return AslCompiler.check(definition, schemas(), CompilerOptions.DEFAULTS);
    }

    private static List<SchemaFile> schemas() throws IOException {
        List<SchemaFile> schemas = new ArrayList<>();
        for (String name : names("schemas", ".json")) {
            String path = SchemaFile.FOLDER + "/" + name + ".json";
            schemas.add(new SchemaFile(path, path, Files.readAllBytes(ROOT.resolve(path))));
        }
        return schemas;
    }

    private static List<String> names(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ending))
                    .map(file -> file.substring(0, file.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }
}
