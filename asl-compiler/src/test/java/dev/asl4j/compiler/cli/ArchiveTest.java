package dev.asl4j.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the executable archive as users do; after the phase {@code package}. */
@EnabledIfSystemProperty(named = "asl4j.cli", matches = ".+")
final class ArchiveTest {
    private static final String JAR = System.getProperty("asl4j.cli");

    @TempDir
    Path folder;

    @Test
    void hasAllThatItNeedsAndNothingElse() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            Set<String> roots = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .map(name -> name.replaceFirst("^(picocli|[^/]+/[^/]+)/.*", "$1"))
                    .collect(Collectors.toSet());
            assertThat(roots)
                    .containsExactlyInAnyOrder(
                            "dev/asl4j", "com/fasterxml", "com/palantir", "org/jspecify", "org/snakeyaml", "picocli");
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(jar.getEntry("module-info.class")).isNull();
        }
    }

    @Test
    void version() throws Exception {
        assertThat(run("--version").out()).startsWith("aslc " + System.getProperty("asl4j.version") + " (Java ");
    }

    @Test
    void checksInUtf8WhateverTheConsoleHas() throws Exception {
        Path file = folder.resolve("gr\u00F6\u00DFe.asl.yaml");
        Files.writeString(file, "StartAt: \u00DCber\nStates:\n  Ende:\n    Type: Succeed\n");
        Run run = run("check", "--format", "json", folder.toString());

        assertThat(run.out()).contains("\"code\":\"unknown-start\"", "\u00DCber");
        assertThat(run.err()).contains("1 error in 1 of 1 file");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void describesTheRules() throws Exception {
        Run run = run("check", "--format", "sarif", "src/test/resources/cli/flows/a/quiet.asl.yaml");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"id\":\"unknown-next\"", "Wrong:");
    }

    @Test
    void generatesAndDraws() throws Exception {
        String order = "src/test/resources/golden/order/order-fulfilment.asl.json";
        String jsonata = "src/test/resources/golden/jsonata";

        assertThat(run("generate", "-o", folder.toString(), order, jsonata).code())
                .isZero();
        assertThat(folder.resolve("OrderFulfilment.java")).isRegularFile();
        assertThat(run("graph", order).out()).startsWith("flowchart TD\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void tellsOfNamesThatTheLocaleCannotSpell() throws Exception {
        assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
        for (String name : List.of("gr\u00F6\u00DFe", "gr\u00E4\u00DFe")) {
            Files.writeString(folder.resolve(name + ".asl.yaml"), "StartAt: A\nStates:\n  A:\n    Type: Succeed\n");
        }
        Run run = run(Map.of("LC_ALL", "C"), List.of(), "check", folder.toString());

        assertThat(run.err().lines().filter(line -> line.contains("LC_ALL=C.UTF-8")))
                .hasSize(2);
        assertThat(run.code()).isEqualTo(2);
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), List.of("-Dsun.jnu.encoding=UTF-8", "-Dfile.encoding=ISO-8859-1"), arguments);
    }

    private Run run(Map<String, String> environment, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".tmp");
        Path err = Files.createTempFile(folder, "err", ".tmp");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(
                process.exitValue(),
                new String(Files.readAllBytes(out), StandardCharsets.UTF_8),
                new String(Files.readAllBytes(err), StandardCharsets.ISO_8859_1));
    }
}
