package dev.asl4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recorded executions come out as they were recorded also if their driver is built anew for each message. */
@NeedsFolder("asl4j.conformance")
class RebuiltCasesTest {
    @Test
    void comeOutAsRecorded() throws IOException {
        List<Case> cases = Cases.under(Folders.given("asl4j.conformance")).all().stream()
                .filter(RebuiltCasesTest::isSuitable)
                .toList();
        Gaps gaps = Gaps.of("/known-gaps.txt");
        List<Verdict> verdicts = CaseRun.rebuilt(cases);
        verdicts.stream()
                .filter(verdict -> verdict.result() == Verdict.Result.FAILED)
                .forEach(verdict -> System.out.println("REBUILT " + verdict));
        System.out.println("rebuilt: " + verdicts.size() + " executions, "
                + verdicts.stream()
                        .filter(v -> v.result() == Verdict.Result.PASSED)
                        .count() + " passed");
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.result() == Verdict.Result.FAILED)
                .extracting(verdict -> verdict.subject().id())
                .filteredOn(id -> gaps.reason(id).isEmpty())
                .isEmpty();
    }

    /** Standard executions that start no others: those are the engine's. */
    private static boolean isSuitable(Case recorded) {
        String definition = new String(recorded.definition(), StandardCharsets.UTF_8);
        return recorded.kind().equals("execution")
                && !recorded.isExpress()
                && !definition.contains("DISTRIBUTED")
                && !definition.contains("states:startExecution");
    }
}
