package dev.asl4j.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.asl4j.compiler.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RuleSetTest {
    private static final String MAP = "/States/Each~1one";
    private static final String INNER = MAP + "/ItemProcessor/States/Look/Parameters/States/Other/key";

    @Test
    void aProfileHasItsOwnLevels() {
        RuleSet spec = new RuleSet(Profile.SPEC, Map.of());
        assertThat(RuleSet.DEFAULT.level(Code.UNREACHABLE_STATE)).isEqualTo(Level.ERROR);
        assertThat(spec.level(Code.UNREACHABLE_STATE)).isEqualTo(Level.WARNING);
        assertThat(new RuleSet(Profile.PORTABLE, Map.of()).level(Code.UNREACHABLE_STATE))
                .isEqualTo(Level.ERROR);
    }

    @Test
    void whatNothingCouldBeCompiledWithIsAlwaysAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleSet(Profile.AWS, Map.of(Code.UNKNOWN_NEXT, Level.OFF)))
                .withMessage("unknown-next is always an error");
        assertThat(new RuleSet(Profile.AWS, Map.of(Code.UNKNOWN_NEXT, Level.ERROR)).level(Code.UNKNOWN_NEXT))
                .isEqualTo(Level.ERROR);
    }

    @Test
    void aStateCountsBeforeTheStatesAroundItAndThoseBeforeTheFile() {
        Map<Code, Level> off = Map.of(Code.NO_DOLLAR, Level.OFF);
        Map<Code, Level> note = Map.of(Code.NO_DOLLAR, Level.NOTE);
        Map<Code, Level> error = Map.of(Code.NO_DOLLAR, Level.ERROR);
        assertThat(severities(new FileRules(off, Map.of()), INNER)).isEmpty();
        assertThat(severities(new FileRules(off, Map.of("Each/one", error)), INNER))
                .containsExactly(Severity.ERROR);
        assertThat(severities(new FileRules(off, Map.of("Each/one", error, "Look", note)), INNER))
                .containsExactly(Severity.NOTE);
        assertThat(severities(new FileRules(off, Map.of("Look", note)), MAP + "/ItemProcessor"))
                .isEmpty();
        assertThat(severities(new FileRules(Map.of(), Map.of("Other", off)), INNER))
                .containsExactly(Severity.WARNING);
    }

    private static List<Severity> severities(FileRules rules, String pointer) {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.rules("a", rules);
        diagnostics.report(Code.NO_DOLLAR, new SourceFile("a", "{}").location(0, 0), pointer, "m", null);
        return diagnostics.sorted().stream().map(Diagnostic::severity).toList();
    }
}
