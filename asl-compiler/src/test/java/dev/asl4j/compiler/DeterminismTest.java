package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same definitions give the same bytes on every machine: two real JVMs that differ in all that may differ. */
final class DeterminismTest {
    @Test
    void twoMachinesGiveTheSameBytes() throws Exception {
        String here = digestInAnotherJvm(
                "forwards",
                "-XX:ActiveProcessorCount=1",
                "-Duser.language=en",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Dline.separator=\n");
        String there = digestInAnotherJvm(
                "backwards",
                "-XX:ActiveProcessorCount=8",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Pacific/Kiritimati",
                "-Dfile.encoding=ISO-8859-9",
                "-Dline.separator=\r\n");
        assertThat(here).hasSize(64).isEqualTo(there);
    }

    private static String digestInAnotherJvm(String order, String... settings) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(settings));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), order));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output.strip();
    }

    /** Compiles and documents all golden definitions and prints a digest of what comes out, diagnostics included. */
    static final class Main {
        public static void main(String[] args) throws Exception {
            List<Definition> definitions = definitions();
            if (args[0].equals("backwards")) {
                Collections.reverse(definitions);
            }
            CompilationResult result = AslCompiler.compile(definitions, CompilerOptions.DEFAULTS);
            CompilationResult broken =
                    AslCompiler.compile(definitions.stream().map(Main::broken).toList(), CompilerOptions.DEFAULTS);
            CompilationResult pages = AslCompiler.document(definitions, List.of(), CompilerOptions.DEFAULTS);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((result.files() + "" + pages.files() + result.diagnostics() + broken.diagnostics())
                    .getBytes(StandardCharsets.UTF_8));
            System.out.write(HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        }

        private static List<Definition> definitions() throws IOException {
            try (Stream<Path> files = Files.walk(GoldenTest.GOLDEN)) {
                return new ArrayList<>(files.filter(file -> file.toString().endsWith(".asl.json"))
                        .map(Main::read)
                        .toList());
            }
        }

        private static Definition read(Path file) {
            try {
                String path = GoldenTest.GOLDEN.relativize(file).toString().replace('\\', '/');
                return new Definition(path, path, Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Definition broken(Definition definition) {
            String text = new String(definition.content(), StandardCharsets.UTF_8).replace("\"Next\"", "\"Nxt\"");
            return new Definition(definition.path(), definition.path(), text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
