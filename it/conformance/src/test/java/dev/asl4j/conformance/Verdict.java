package dev.asl4j.conformance;

import java.util.List;

/**
 * How one case came out.
 *
 * @param reasons why it failed or was skipped, a line each; empty if it passed
 */
record Verdict(Case subject, Result result, List<String> reasons) {
    enum Result {
        PASSED,
        FAILED,
        SKIPPED
    }

    static Verdict of(Case subject, List<String> differences) {
        return new Verdict(subject, differences.isEmpty() ? Result.PASSED : Result.FAILED, List.copyOf(differences));
    }

    static Verdict failed(Case subject, String reason) {
        return new Verdict(subject, Result.FAILED, List.of(reason));
    }

    /** The only reason for which a case may be skipped is what it needs. */
    static Verdict skipped(Case subject) {
        return new Verdict(subject, Result.SKIPPED, List.of("needs " + String.join(", ", subject.lacking())));
    }
}
