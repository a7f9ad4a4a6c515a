package dev.asl4j.compiler.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.model.ErrorName;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.parse.DefinitionParser;
import dev.asl4j.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ErrorSourcesTest {
    private static final Path CASES = Path.of("src/test/resources");

    /** They come from no state: a history that a loop has filled, the timeout of the execution. */
    private static final Set<String> FROM_NOWHERE = Set.of(ErrorName.RUNTIME, ErrorName.TIMEOUT);

    static Stream<Path> definitions() {
        return Stream.of("golden", "document", "../../../../it/quickstart/src/main/asl", "drawing")
                .map(CASES::resolve)
                .flatMap(ErrorSourcesTest::below)
                .filter(file -> file.toString().endsWith(".asl.json"))
                .filter(file -> !file.endsWith("with-errors.asl.json"))
                .sorted();
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The states that errors come from raise just those with which an execution can fail. */
    @ParameterizedTest
    @MethodSource("definitions")
    void theSourcesHaveWhatLeaves(Path file) throws IOException {
        StateMachine machine = parse(file);
        ErrorSet leaving = ErrorFlow.of(machine).leaving();

        List<ErrorSources.Source> sources = ErrorSources.of(machine, state -> List.of());

        Set<String> names = new TreeSet<>();
        sources.forEach(source -> names.addAll(source.errors().names()));
        assertThat(leaving.names()).containsAll(names);
        Set<String> others = new TreeSet<>(leaving.names());
        others.removeAll(names);
        assertThat(FROM_NOWHERE).containsAll(others);
        assertThat(sources.stream().anyMatch(source -> source.errors().others()))
                .isEqualTo(leaving.others());
    }

    @Test
    void errorsThatAreDeclaredComeOutUnlessTheyAreCaught() throws IOException {
        StateMachine machine = parse(CASES.resolve("document/claims/com/acme/claims/handle-claim.asl.json"));

        List<ErrorSources.Source> sources =
                ErrorSources.of(machine, state -> List.of("PolicyUnknown", "Of " + state.name()));

        // Ask the board and Archive catch all errors, Read documents those of the states inside of it.
        assertThat(sources.stream()
                        .flatMap(source -> source.errors().names().stream())
                        .filter(name -> name.startsWith("Of "))
                        .collect(Collectors.toSet()))
                .contains("Of Register", "Of Send expert", "Of Decide", "Of Pay", "Of Too late")
                .doesNotContain("Of Ask the board", "Of Archive", "Of Summarise", "Of Read documents");
        assertThat(sources.stream()
                        .filter(source -> source.errors().names().contains("PolicyUnknown"))
                        .map(source -> source.state().name()))
                .contains("Decide", "Send expert")
                .doesNotContain("Register", "Recognise text");
        assertThat(ErrorFlow.of(machine, state -> List.of("PolicyUnknown", "Of " + state.name()))
                        .leaving()
                        .names())
                .containsAll(sources.stream()
                        .flatMap(source -> source.errors().names().stream())
                        .toList())
                .doesNotContain("Of Archive", "Of Summarise");
    }

    private static StateMachine parse(Path file) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile source = new SourceFile(file.toString(), Files.readString(file));
        return DefinitionParser.parse(Objects.requireNonNull(JsonReader.read(source, diagnostics)), "test", diagnostics)
                .orElseThrow();
    }
}
