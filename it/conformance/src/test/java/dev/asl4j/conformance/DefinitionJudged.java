package dev.asl4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Severity;
import java.util.List;

/**
 * A definition of a folder, and what the compiler says of it.
 *
 * @param file its path below the folder
 * @param expect what is wrong with it, for an invalid one; missing for others
 */
record DefinitionJudged(String file, Kind kind, JsonNode expect, List<Diagnostic> diagnostics) {
    /** By the folder that it lies in. */
    enum Kind {
        VALID,
        INVALID,
        TEMPLATED
    }

    List<Diagnostic> errors() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
    }

    boolean isRefused() {
        return !errors().isEmpty();
    }

    boolean isWarnedOf() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.WARNING);
    }

    /** The fault is one that is only to be warned of. */
    boolean isHarmless() {
        return expect.path("severity").asText().equals("WARNING");
    }

    /** That it is wrong is only what the test of another tool says. */
    boolean isHearsay() {
        return !isHarmless() && expect.path("basis").asText().equals("peer");
    }

    boolean hasLine() {
        return expect.path("line").isInt();
    }

    boolean isAtLine() {
        int line = expect.path("line").asInt();
        return errors().stream().anyMatch(error -> error.start().line() == line);
    }

    /** Whether it came out as it is to; one that is wrong by hearsay only and was not refused is skipped. */
    Verdict.Result result() {
        return switch (kind) {
            case VALID -> passedIf(!isRefused());
            case TEMPLATED -> Verdict.Result.PASSED;
            case INVALID ->
                isHearsay() && !isRefused()
                        ? Verdict.Result.SKIPPED
                        : passedIf(isHarmless() ? !diagnostics.isEmpty() : isRefused());
        };
    }

    private static Verdict.Result passedIf(boolean passed) {
        return passed ? Verdict.Result.PASSED : Verdict.Result.FAILED;
    }
}
