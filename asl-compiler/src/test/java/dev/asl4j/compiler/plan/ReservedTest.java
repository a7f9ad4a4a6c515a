package dev.asl4j.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.Workflow;
import dev.asl4j.runtime.data.Choices;
import dev.asl4j.runtime.spi.Scope;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

/** Holds the lists of reserved names against what generated code inherits, imports and must not use. */
final class ReservedTest {
    @Test
    void inheritedMethods() {
        for (Class<?> type : new Class<?>[] {Workflow.class, Scope.class, Object.class}) {
            assertThat(Reserved.METHODS).containsAll(visibleMethods(type));
        }
    }

    @Test
    void comparisons() {
        Set<String> called = visibleMethods(Choices.class);
        called.removeAll(Set.of("pattern", "noRuleHolds")); // called by their qualified names
        assertThat(Reserved.STATIC_IMPORTS).containsAll(called);
    }

    @Test
    void whatTheGoldenFilesImport() throws IOException {
        Pattern imported = Pattern.compile("import static [\\w.]+\\.(\\w+);");
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertThat(Reserved.STATIC_IMPORTS)
                        .containsAll(imported.matcher(Files.readString(file))
                                .results()
                                .map(result -> result.group(1))
                                .toList());
            }
        }
    }

    @Test
    void inheritedTypesWouldHideImports() {
        assertThat(Workflow.class.getDeclaredClasses()).allMatch(type -> Modifier.isPrivate(type.getModifiers()));
        assertThat(Scope.class.getDeclaredClasses()).allMatch(type -> Modifier.isPrivate(type.getModifiers()));
    }

    @Test
    void words() {
        assertThat(Reserved.WORDS).contains("class", "true", "null", "_", "record", "yield", "sealed", "var");
        assertThat(Reserved.WORDS).allMatch(word -> !word.isBlank());
        assertThat(Set.of("goto", "enum", "strictfp")).allMatch(SourceVersion::isKeyword);
    }

    private static Set<String> visibleMethods(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Method method : type.getDeclaredMethods()) {
            if (!method.isSynthetic() && (method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0) {
                names.add(method.getName());
            }
        }
        return names;
    }
}
