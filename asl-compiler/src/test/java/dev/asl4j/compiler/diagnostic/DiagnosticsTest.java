package dev.asl4j.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DiagnosticsTest {

    private final Diagnostics diagnostics = new Diagnostics();
    private final SourceFile a = new SourceFile("a.json", "one\ntwo\nthree");
    private final SourceFile b = new SourceFile("b.json", "one");

    private void report(Code code, SourceFile file, int start, int end, String message) {
        diagnostics.report(code, file.location(start, end), "", message, null);
    }

    @Test
    void sortedByFilePlaceCodeAndMessage() {
        report(Code.UNKNOWN_NEXT, b, 0, 1, "7");
        report(Code.UNKNOWN_NEXT, a, 8, 9, "6");
        report(Code.UNKNOWN_NEXT, a, 4, 6, "5");
        report(Code.UNKNOWN_NEXT, a, 4, 5, "4");
        report(Code.UNKNOWN_NEXT, a, 4, 5, "3");
        report(Code.BAD_PATH, a, 4, 5, "2");
        report(Code.UNKNOWN_NEXT, a, 0, 1, "1");

        assertThat(diagnostics.sorted())
                .extracting(Diagnostic::message)
                .containsExactly("1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void theSameIsToldOnce() {
        report(Code.UNKNOWN_NEXT, a, 0, 1, "same");
        report(Code.UNKNOWN_NEXT, a, 0, 1, "same");

        assertThat(diagnostics.sorted()).hasSize(1);
    }

    @Test
    void onlyErrorsCount() {
        report(Code.LITERAL_SUBSTITUTION, a, 0, 1, "a warning");
        assertThat(diagnostics.hasErrors()).isFalse();

        report(Code.UNKNOWN_NEXT, a, 0, 1, "an error");
        assertThat(diagnostics.hasErrors()).isTrue();
        assertThat(diagnostics.errorCount()).isEqualTo(1);
    }

    @Test
    void keepsNoMoreThanItShows() {
        for (int i = 0; i < Diagnostics.LIMIT * 3; i++) {
            report(Code.UNKNOWN_NEXT, b, i, i, "error");
        }

        assertThat(diagnostics.errorCount()).isEqualTo(Diagnostics.LIMIT * 3);
        assertThat(diagnostics.sorted()).hasSize(Diagnostics.LIMIT + 1);
        assertThat(diagnostics.sorted())
                .filteredOn(diagnostic -> diagnostic.code() == Code.TOO_MANY_DIAGNOSTICS)
                .hasSize(1);
    }

    @Test
    void thatSomeAreLeftOutHasALevelAsWell() {
        assertThat(reportedAt(Level.OFF).sorted()).hasSize(Diagnostics.LIMIT);
        assertThat(reportedAt(Level.OFF).hasErrors()).isFalse();
        assertThat(reportedAt(Level.ERROR).sorted())
                .filteredOn(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .extracting(Diagnostic::message)
                .containsExactly("only the first 1000 warnings are shown");
        assertThat(reportedAt(Level.ERROR).errorCount()).isEqualTo(1);
    }

    private Diagnostics reportedAt(Level level) {
        RuleSet rules = new RuleSet(Profile.AWS, Map.of(Code.TOO_MANY_DIAGNOSTICS, level));
        Diagnostics many = new Diagnostics(rules, Map.of());
        for (int i = 0; i < Diagnostics.LIMIT * 2; i++) {
            many.report(Code.LITERAL_SUBSTITUTION, b.location(i, i), "", "warning", null);
        }
        return many;
    }

    @Test
    void whatAPartHasIsAsIfItHadBeenReported() {
        Diagnostics whole = new Diagnostics();
        Diagnostics first = whole.part();
        Diagnostics second = whole.part();
        second.report(Code.LITERAL_SUBSTITUTION, b.location(0, 1), "", "a warning", null);
        first.report(Code.UNKNOWN_NEXT, a.location(0, 1), "", "an error", null);

        assertThat(whole.sorted()).isEmpty();
        whole.add(first);
        whole.add(second);

        assertThat(whole.sorted()).extracting(Diagnostic::message).containsExactly("an error", "a warning");
        assertThat(whole.errorCount()).isEqualTo(1);
        assertThat(whole.hasErrors("a.json")).isTrue();
        assertThat(whole.hasErrors("b.json")).isFalse();
        assertThat(whole.part().hasErrors("a.json")).isTrue();
    }

    @Test
    void partsThatHaveTooMuchAreShownLikeOne() {
        Diagnostics whole = new Diagnostics();
        for (SourceFile file : List.of(a, b)) {
            Diagnostics part = whole.part();
            for (int i = 0; i < Diagnostics.LIMIT * 2; i++) {
                part.report(Code.UNKNOWN_NEXT, file.location(i, i), "", "error", null);
                diagnostics.report(Code.UNKNOWN_NEXT, file.location(i, i), "", "error", null);
            }
            whole.add(part);
        }

        assertThat(whole.sorted()).isEqualTo(diagnostics.sorted());
        assertThat(whole.errorCount()).isEqualTo(diagnostics.errorCount()).isEqualTo(Diagnostics.LIMIT * 4);
    }

    @Test
    void rulesOfAFileCountInPartsAndRulesSetThereInTheWhole() {
        Diagnostics whole = new Diagnostics();
        whole.rules("a.json", new FileRules(Map.of(Code.LITERAL_SUBSTITUTION, Level.OFF), Map.of()));
        Diagnostics part = whole.part();
        part.rules("b.json", new FileRules(Map.of(), Map.of("Some state", Map.of(Code.EVENT_COUNT, Level.NOTE))));
        part.report(Code.LITERAL_SUBSTITUTION, a.location(0, 1), "", "a warning", null);

        assertThat(part.sorted()).isEmpty();
        assertThat(part.isHeard(Code.EVENT_COUNT, "b.json")).isTrue();
        assertThat(part.isHeard(Code.EVENT_COUNT, "a.json")).isFalse();
        assertThat(whole.isHeard(Code.EVENT_COUNT, "b.json")).isFalse();
        whole.add(part);
        assertThat(whole.isHeard(Code.EVENT_COUNT, "b.json")).isTrue();
    }
}
