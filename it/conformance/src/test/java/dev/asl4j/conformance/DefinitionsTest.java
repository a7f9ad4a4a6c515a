package dev.asl4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Every good definition of a folder, in JSON or YAML and in either query language, compiles to Java that javac accepts without a
 * warning. The folder is {@code valid} below that of {@link DefinitionFiguresTest}.
 */
class DefinitionsTest {
    private static final Pattern DEFINITION = Pattern.compile(".*\\.asl\\.(json|ya?ml)");

    private final Gaps gaps = Gaps.of("/definition-gaps.txt");

    @Test
    void compileToJavaThatJavacAccepts() throws IOException {
        Optional<Path> folder = Folders.definitions();
        if (folder.isEmpty()) {
            String reason = "skipped: DefinitionsTest needs -Dasl4j.definitions=DIR";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        Path root = folder.get().resolve("valid");
        List<Path> files = definitions(root);
        assertThat(files).as("definitions in %s", root).isNotEmpty();
        List<Definition> definitions = new ArrayList<>();
        for (Path file : files) {
            definitions.add(definition(root, file, definitions.size()));
        }
        Machines machines = Machines.compile(definitions);
        Map<String, List<String>> faulty = new TreeMap<>();
        for (Definition definition : definitions) {
            List<String> faults = machines.get(definition.path()).faults();
            if (!faults.isEmpty()) {
                faulty.put(definition.displayPath(), faults);
            }
        }
        print(faulty, definitions.size());
        assertThat(faulty.keySet().stream().filter(file -> gaps.reason(file).isEmpty()))
                .as("valid definitions that do not compile")
                .isEmpty();
        assertThat(gaps.ids().filter(file -> !faulty.containsKey(file) && Files.exists(root.resolve(file))))
                .as("gaps that are none")
                .isEmpty();
    }

    private void print(Map<String, List<String>> faulty, int all) {
        faulty.forEach((file, faults) -> {
            System.out.println("NOT COMPILED " + file
                    + gaps.reason(file)
                            .map(reason -> " (known: " + reason + ")")
                            .orElse(""));
            faults.forEach(fault -> System.out.println("    " + fault));
        });
        System.out.printf("valid definitions: %d of %d compile%n", all - faulty.size(), all);
    }

    private static List<Path> definitions(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(path -> DEFINITION.matcher(path.toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** In a package of its own, since names of files repeat. */
    private static Definition definition(Path root, Path file, int number) throws IOException {
        String shown = root.relativize(file).toString().replace('\\', '/');
        return new Definition("d" + number + "/" + file.getFileName(), shown, Files.readAllBytes(file));
    }
}
