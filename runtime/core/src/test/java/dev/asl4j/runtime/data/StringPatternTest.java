package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StringPatternTest {
    @Test
    void matchesAsARegularExpressionWould() {
        Random random = new Random(5);
        int matched = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder pattern = new StringBuilder();
            StringBuilder regex = new StringBuilder();
            for (int length = random.nextInt(7); length > 0; length--) {
                String part = new String[] {"a", "b", "*", "\\*", "\\\\"}[random.nextInt(5)];
                pattern.append(part);
                regex.append(part.equals("*") ? ".*" : part);
            }
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                text.append("aab*\\".charAt(random.nextInt(5)));
            }
            boolean expected = Pattern.compile(regex.toString(), Pattern.DOTALL)
                    .matcher(text)
                    .matches();
            assertThat(StringPattern.parse(pattern.toString()).matches(text.toString()))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(expected);
            matched += expected ? 1 : 0;
        }
        assertThat(matched).isGreaterThan(3_000);
    }

    /** Would not end in any lifetime with a matcher that tries every way. */
    @Test
    void manyStarsOnALongText() {
        StringPattern pattern = StringPattern.parse("*a".repeat(200) + "b");
        assertThat(pattern.matches("a".repeat(20_000))).isFalse();
        assertThat(pattern.matches("a".repeat(20_000) + "b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "a\\", "a\\b", "*\\", "\\\\\\"})
    void refusesABackslashBeforeAnythingElse(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Choices.pattern(pattern))
                .withMessageContaining(pattern);
    }
}
