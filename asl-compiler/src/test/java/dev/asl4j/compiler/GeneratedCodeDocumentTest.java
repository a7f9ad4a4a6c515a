package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of docs/generated-code.md are parts of the golden files. */
final class GeneratedCodeDocumentTest {
    private static final Pattern EXAMPLE = Pattern.compile("```(?:java|json)\\n(.*?)\\n```", Pattern.DOTALL);

    @Test
    void everyExampleIsInAGoldenFile() throws IOException {
        String document = Files.readString(Path.of("../docs/generated-code.md"));
        List<String> examples = EXAMPLE.matcher(document)
                .results()
                .map(GeneratedCodeDocumentTest::body)
                .toList();
        String goldens = goldens();
        assertThat(examples)
                .hasSizeGreaterThan(8)
                .allSatisfy(example -> assertThat(goldens).contains(example));
    }

    private static String goldens() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(GoldenTest.GOLDEN)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static String body(MatchResult example) {
        return example.group(1);
    }
}
