package dev.asl4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.GeneratedFile;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Severity;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Execution;
import dev.asl4j.runtime.ExecutionDescription;
import dev.asl4j.runtime.ExecutionStatus;
import dev.asl4j.runtime.Workflow;
import dev.asl4j.runtime.testing.VirtualTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Recorded executions end as they were recorded: status, output, error and cause. The folder is {@code aws} under the system property
 * {@code asl4j.conformance}; cases whose definition uses what this release does not support are counted as skipped.
 */
@NeedsFolder("asl4j.conformance")
class RecordedExecutionsTest {
    private static final String OUR_ACCOUNT = ":000000000000:";
    private static final String RECORDED_ACCOUNT = ":111111111111:";

    private final List<String> failures = new ArrayList<>();
    private final Map<Recording, GeneratedFile> compiled = new LinkedHashMap<>();
    private final Set<String> gaps = knownGaps();
    private int skipped;
    private int passed;

    @Test
    void endAsRecorded() throws IOException, ReflectiveOperationException {
        List<Recording> recordings = Recording.under(Path.of(System.getProperty("asl4j.conformance"), "aws"));
        assertThat(recordings).isNotEmpty();
        for (int i = 0; i < recordings.size(); i++) {
            if (recordings.get(i).isExpress()) {
                skipped++; // its context object differs
            } else {
                compile(recordings.get(i), "c" + i);
            }
        }
        JavaBuild build = JavaBuild.of(List.copyOf(compiled.values()));
        assertThat(build.messages()).isEmpty();
        for (Map.Entry<Recording, GeneratedFile> entry : compiled.entrySet()) {
            replay(build, entry.getKey(), entry.getValue());
        }
        System.out.println(String.join(System.lineSeparator(), failures));
        System.out.printf("recorded executions: %d passed, %d failed, %d skipped%n", passed, failures.size(), skipped);
        assertThat(failures).isEmpty();
        assertThat(gaps).as("known gaps that are none").isEmpty();
    }

    private void compile(Recording recording, String folder) {
        Definition definition = new Definition(folder + "/machine.asl.json", recording.id(), recording.definition());
        CompilationResult result = AslCompiler.compile(List.of(definition), new CompilerOptions(""));
        List<Diagnostic> errors = result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.code().severity() == Severity.ERROR)
                .toList();
        if (errors.isEmpty()) {
            compiled.put(recording, result.files().get(0));
        } else {
            failures.add(recording.id() + ": refused: " + errors);
        }
    }

    private void replay(JavaBuild build, Recording recording, GeneratedFile file) throws ReflectiveOperationException {
        VirtualTime time = VirtualTime.startingAt(recording.clock());
        RecordedTasks tasks = new RecordedTasks(recording.tasks(), time);
        Workflow<JsonNode, JsonNode> workflow = CompiledWorkflow.load(build, file, tasks);
        try (Engine engine =
                Engine.builder().environment(time).register(workflow).build()) {
            Execution<JsonNode> execution = engine.start(workflow, recording.input());
            execution.result().handle((output, failure) -> "ended").join();
            String difference = difference(recording.expected(), execution.describe());
            if (!difference.isEmpty() && (tasks.hadUnrecordedCall() || gaps.remove(recording.id()))) {
                skipped++;
            } else if (difference.isEmpty()) {
                passed++;
            } else {
                failures.add(recording.id() + ": " + difference);
            }
        }
    }

    /** Ids of the cases that are known to differ. */
    private static Set<String> knownGaps() {
        try (InputStream file = RecordedExecutionsTest.class.getResourceAsStream("/known-gaps.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String difference(JsonNode expected, ExecutionDescription actual) {
        String status = expected.path("status").asText();
        if (!actual.status().name().equals(status)) {
            return "expected " + expected + " but was " + actual.status() + " " + actual.error() + " " + actual.cause()
                    + " " + actual.output();
        }
        if (actual.status() == ExecutionStatus.SUCCEEDED) {
            JsonNode output = actual.output();
            return output != null && Likeness.alike(expected.path("output"), inRecordedAccount(output))
                    ? ""
                    : "expected output " + expected.path("output") + " but was " + output;
        }
        if (actual.status() == ExecutionStatus.TIMED_OUT) {
            return ""; // the service shows neither error nor cause
        }
        boolean same = text(expected, "error", actual.error(), false)
                && text(
                        expected,
                        "cause",
                        actual.cause(),
                        expected.path("causeIsJson").asBoolean());
        return same ? "" : "expected " + expected + " but was " + actual.error() + ": " + actual.cause();
    }

    /** Ids name the account of the recordings. */
    private static JsonNode inRecordedAccount(JsonNode output) {
        return Recording.parse(output.toString().replace(OUR_ACCOUNT, RECORDED_ACCOUNT));
    }

    private static boolean text(JsonNode expected, String field, @Nullable String actual, boolean json) {
        if (!expected.hasNonNull(field) || actual == null) {
            return !expected.hasNonNull(field) && actual == null;
        }
        String wanted = expected.path(field).asText();
        return json ? Likeness.alikeAsJson(wanted, actual) : Likeness.alike(wanted, actual);
    }
}
