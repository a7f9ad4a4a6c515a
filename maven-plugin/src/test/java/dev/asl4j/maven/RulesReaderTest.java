package dev.asl4j.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Level;
import dev.asl4j.compiler.diagnostic.Profile;
import dev.asl4j.compiler.diagnostic.RuleSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RulesReaderTest {
    @Test
    void readsWhatThePluginIsGiven() throws MojoFailureException {
        assertThat(new RulesReader("aws", null).read()).isEqualTo(RuleSet.DEFAULT);
        assertThat(new RulesReader(" Portable ", Map.of("no-dollar", " off ", "unknown-next", "error")).read())
                .isEqualTo(new RuleSet(
                        Profile.PORTABLE, Map.of(Code.NO_DOLLAR, Level.OFF, Code.UNKNOWN_NEXT, Level.ERROR)));
    }

    @Test
    void namesEveryMistake() {
        Map<String, @Nullable String> rules = new HashMap<>();
        rules.put("no-dolar", "off");
        rules.put("no-path", "warn");
        rules.put("static-result", null);
        rules.put("unknown-next", "warning");

        assertThatThrownBy(() -> new RulesReader("aws", rules).read())
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("""
                        rules: there is no rule "no-dolar"; did you mean "no-dollar"?
                        rules: the level of "no-path" is "warn"; expected "off", "note", "warning" or "error"
                        rules: the level of "static-result" is ""; expected "off", "note", "warning" or "error"
                        rules: the rule "unknown-next" cannot be set to "warning"; it is always an error: nothing could be compiled""");
    }

    @Test
    void namesTheProfiles() {
        assertThatThrownBy(() -> new RulesReader("amazon", null).read())
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("there is no profile 'amazon'; expected aws, spec or portable");
    }
}
