package dev.asl4j.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RuleTextTest {
    private static final String DOCUMENT = """
            # Title

            Introduction.

            ### `first-rule`

            **always error**, in `spec` **off** | AWS: `NO_PATH`

            Something in [the](other.md#part) `code` is wrong: a `.$`
            is missing. More about it.

            ```yaml
            # [a](b)
            ### `no-rule`
            ```

            ## Others

            Between.

            ### `second-rule`

            **warning.** Short
            """;

    @Test
    void takesTheSectionsApart() {
        assertThat(RuleText.parse(DOCUMENT)).containsOnlyKeys("first-rule", "second-rule");

        RuleText first = RuleText.parse(DOCUMENT).get("first-rule");
        assertThat(first.meaning()).isEqualTo("Something in the code is wrong: a .$ is missing. More about it.");
        assertThat(first.sentence()).isEqualTo("Something in the code is wrong: a .$ is missing.");
        assertThat(first.markdown()).startsWith("Something").contains("[a](b)").endsWith("```");
    }

    @Test
    void aSentenceWithoutAnEnd() {
        assertThat(RuleText.parse(DOCUMENT).get("second-rule").sentence()).isEqualTo("Short");
    }
}
