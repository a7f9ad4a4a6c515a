package dev.asl4j.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.jdbc.JdbcExecutionStore;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Runs the executable archive as operators do; after the phase {@code package}. */
@EnabledIfSystemProperty(named = "asl4j.admin", matches = ".+")
final class ArchiveTest {
    private static final String JAR = System.getProperty("asl4j.admin");

    @TempDir
    Path folder;

    @Test
    void hasAllThatItNeeds() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            Set<String> roots = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .map(name -> name.replaceFirst("^(picocli|[^/]+/[^/]+)/.*", "$1"))
                    .collect(Collectors.toSet());
            assertThat(roots)
                    .contains("dev/asl4j", "com/fasterxml", "org/postgresql", "org/sqlite", "com/zaxxer", "picocli");
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(jar.getEntry("META-INF/licenses/postgresql.txt")).isNotNull();
            assertThat(jar.getEntry("META-INF/licenses/slf4j.txt")).isNotNull();
            assertThat(jar.getEntry("module-info.class")).isNull();
            String drivers = new String(
                    jar.getInputStream(jar.getEntry("META-INF/services/java.sql.Driver"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(drivers).contains("org.postgresql.Driver", "org.sqlite.JDBC");
        }
    }

    @Test
    void version() throws Exception {
        assertThat(run("--version").out()).startsWith("asl4j-admin " + System.getProperty("asl4j.version") + " (Java ");
    }

    @Test
    void listsAndStopsInAStoreOnSqlite() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("executions.db");
        try (JdbcExecutionStore store = JdbcExecutionStore.open(url)) {
            Filled.add(store, "order", "gr\u00F6\u00DFe", 1, Status.RUNNING, Json.parse("{\"a\": \"\u00DF\"}"));
        }
        Ran list = run("--store", url, "executions", "list", "--output", "json");
        assertThat(list.err()).isEmpty();
        assertThat(list.code()).isZero();
        assertThat(Json.parse(list.out()).at("/executions/0/name").textValue()).isEqualTo("gr\u00F6\u00DFe");

        String arn = Json.parse(list.out()).at("/executions/0/executionArn").textValue();
        Ran stop = run("--store", url, "executions", "stop", arn, "--wait", "200ms");
        assertThat(stop.err()).isEmpty();
        assertThat(stop.out()).startsWith("Accepted, but no engine has taken it up within 0.2s.");
        try (JdbcExecutionStore store = JdbcExecutionStore.open(url)) {
            long key = store.find("order", "gr\u00F6\u00DFe").orElseThrow().key();
            assertThat(store.messages(key)).hasSize(1);
        }
    }

    @Test
    void saysWhyPostgresqlCannotBeReached() throws Exception {
        Ran ran = run("--store", "jdbc:postgresql://127.0.0.1:1/none", "--user", "nobody", "executions", "list");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err())
                .startsWith("asl4j-admin: ")
                .contains("127.0.0.1:1")
                .doesNotContain("SLF4J");
    }

    private Ran run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsun.jnu.encoding=UTF-8",
                "-Dfile.encoding=ISO-8859-1",
                "-jar",
                JAR));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".tmp");
        Path err = Files.createTempFile(folder, "err", ".tmp");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.ISO_8859_1));
    }
}
