package dev.asl4j.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AslcTest {
    @Test
    void withoutACommand() {
        Run run = Run.of();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("aslc: a command is missing\nTry \"aslc --help\".\n");
    }

    @Test
    void aMistypedCommand() {
        Run run = Run.of("chek", "x");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("chek", "Did you mean", "check");
    }

    @Test
    void version() {
        Run run = Run.of("--version");

        assertThat(run.code()).isZero();
        assertThat(run.out()).matches("aslc development \\(Java .*\\)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "generate", "graph", "explain", "document"})
    void everyCommandHasHelpWithExitCodesAndAnExample(String command) {
        assertThat(Run.of("--help").out()).contains("  " + command + " ").doesNotContain("generate-completion");

        Run help = Run.of(command, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("Usage: aslc " + command, "Exit codes:", "aslc " + command + " ")
                .doesNotContain("${COMPLETION", "${DEFAULT");
        assertThat(help.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void completion() {
        assertThat(Run.of("generate-completion").out())
                .contains("#!/usr/bin/env bash", "--fail-on-warnings", "\"sarif\"");
    }

    @Test
    void progressShowsOnALongRunOnly() {
        AtomicLong nanos = new AtomicLong();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Progress progress = new Progress(new Terminal(stream, stream, stream, false, true), nanos::get);

        progress.at(1, 9);
        progress.clear();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();

        nanos.set(1_000_000_000);
        progress.at(2, 9);
        progress.at(3, 9);
        progress.clear();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("\r\u001B[K2 of 9 files\r\u001B[K");

        err.reset();
        Progress silent = new Progress(new Terminal(stream, stream, stream, true, false), nanos::get);
        nanos.set(9_000_000_000L);
        silent.at(2, 9);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
