package dev.asl4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.Failures;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the compiler says of errors holds for recorded executions: one that failed did so with an error of the computed set, and an error
 * that it calls impossible occurs nowhere in the history.
 */
@NeedsFolder("asl4j.conformance")
class RecordedErrorsTest {
    private static final String PATH = "recorded.asl.json";
    private static final Set<Code> DEAD = EnumSet.of(Code.ERROR_NEVER_RAISED, Code.UNKNOWN_ERROR_NAME);

    @Test
    void recordedErrorsAreAmongTheComputedOnes() throws IOException {
        List<String> faults = new ArrayList<>();
        int failed = 0;
        int withErrors = 0;
        for (Case recorded : Cases.under(Folders.given("asl4j.conformance")).all()) {
            if (!recorded.kind().equals("execution")) {
                continue;
            }
            CompilationResult result = AslCompiler.compile(
                    List.of(new Definition(PATH, PATH, recorded.definition())), CompilerOptions.DEFAULTS);
            Failures failures = result.failures().get(PATH);
            if (failures == null) {
                continue; // refused, which is a matter of another test
            }
            if (recorded.expected().path("status").asText().equals("FAILED")) {
                failed++;
                String error = recorded.expected().path("error").asText("");
                if (!covers(failures, error)) {
                    faults.add(recorded.id() + ": failed with " + error + ", not with one of " + failures);
                }
            }
            Set<String> occurring = errors(recorded);
            withErrors += occurring.isEmpty() ? 0 : 1;
            dead(result).filter(occurring::contains).forEach(error -> faults.add(recorded.id() + ": " + error));
        }
        System.out.printf("recorded failures: %d; histories with errors: %d%n", failed, withErrors);
        assertThat(faults).isEmpty();
        assertThat(failed).isPositive();
    }

    /** Errors of the language are known by name; only others may come from without. */
    private static boolean covers(Failures failures, String error) {
        boolean foreign = !error.startsWith("States.") || error.startsWith("States.Http.");
        return failures.errors().contains(error) || (foreign && failures.others());
    }

    private static Set<String> errors(Case recorded) {
        Set<String> errors = new TreeSet<>();
        for (JsonNode event : recorded.history()) {
            JsonNode error = event.path("details").path("error");
            if (error.isTextual()) {
                errors.add(error.asText());
            }
        }
        return errors;
    }

    /** The names that diagnostics call impossible: the last ones in quotation marks. */
    private static Stream<String> dead(CompilationResult result) {
        return result.diagnostics().stream()
                .filter(diagnostic -> DEAD.contains(diagnostic.code()))
                .map(Diagnostic::message)
                .map(message -> message.split("\"", -1))
                .map(parts -> parts[parts.length - 2]);
    }
}
