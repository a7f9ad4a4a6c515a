package dev.asl4j.compiler.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.source.SourceFile;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlLimitsTest {

    private static final long STACK = 64L << 20;

    private final Diagnostics diagnostics = new Diagnostics();

    /** Reads on a stack like the compiler's: how much a thousand values inside one another take depends on what is compiled by then. */
    private @Nullable JsonValue read(String text) {
        FutureTask<@Nullable JsonValue> reading =
                new FutureTask<>(() -> YamlReader.read(new SourceFile("a", text), diagnostics));
        new Thread(null, reading, "reader", STACK).start();
        try {
            return reading.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }

    private void refused(Code code) {
        assertThat(diagnostics.sorted()).extracting(Diagnostic::code).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "[{a: ", "- ", "? "})
    void aHundredThousandOpenings(String open) {
        assertThat(read(open.repeat(100_000))).isNull();
        assertThat(diagnostics.hasErrors()).isTrue();
    }

    @Test
    void theBoundOfTheDepthIsExact() {
        int depth = JsonReader.MAX_DEPTH;

        assertThat(read("[".repeat(depth) + "]".repeat(depth))).isNotNull();
        assertThat(read("- ".repeat(depth) + "x")).isNotNull();
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(read("- ".repeat(depth + 1) + "x")).isNull();
        refused(Code.TOO_DEEP);
    }

    @Test
    void aliasesCountForTheDepth() {
        int half = JsonReader.MAX_DEPTH / 2;
        String named = "- &x " + "[".repeat(half) + "]".repeat(half) + "\n- ";

        assertThat(read(named + "[".repeat(half - 1) + "*x" + "]".repeat(half - 1)))
                .isNotNull();
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(read(named + "[".repeat(half) + "*x" + "]".repeat(half))).isNull();
        refused(Code.TOO_DEEP);
    }

    @Test
    void aliasesOfAliasesAreCounted() {
        StringBuilder laughs = new StringBuilder("a0: &a0 lol\n");
        for (int i = 1; i < 30; i++) {
            String before = "*a" + (i - 1) + ", ";
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, before.repeat(10)));
        }

        assertThat(read(laughs.toString())).isNull();
        refused(Code.TOO_LARGE);
    }

    @Test
    void mergesOfMergesAreCounted() {
        StringBuilder laughs = new StringBuilder("a0: &a0 {k: " + "x".repeat(1000) + "}\n");
        for (int i = 1; i < 2_000; i++) {
            laughs.append("a%d: &a%d {<<: *a%d}\n".formatted(i, i, i - 1));
        }

        assertThat(read(laughs.toString())).isNull();
        refused(Code.TOO_LARGE);
    }

    @Test
    void theBoundOfTheLengthIsExact() {
        String longest = "x".repeat(JsonReader.MAX_LENGTH);

        assertThat(read(longest)).isNotNull();
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(read(longest + "x")).isNull();
        refused(Code.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "0x9", "0o7", "."})
    void numbersAreBounded(String start) {
        assertThat(read(start + "7".repeat(JsonNumber.LONGEST))).isNull();
        refused(Code.BAD_VALUE);
    }

    @Test
    void manyLinesOfEachKindAreReadInTime() {
        assertThat(read("- a: b\n".repeat(100_000))).isNotNull();
        assertThat(read("- |\n  b\n".repeat(100_000))).isNotNull();
        assertThat(read("- \"\\u0041\"\n".repeat(80_000))).isNotNull();
        assertThat(read("a: >\n" + "  b\n".repeat(200_000))).isNotNull();
        assertThat(diagnostics.sorted()).isEmpty();
    }
}
