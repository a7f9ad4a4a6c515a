package dev.asl4j.compiler.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonLimitsTest {

    private final Diagnostics diagnostics = new Diagnostics();

    private @Nullable JsonValue read(String text) {
        return JsonReader.read(new SourceFile("a", text), diagnostics);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void aHundredThousandBrackets(String open) {
        assertThat(read(open.repeat(100_000))).isNull();
        assertThat(diagnostics.sorted()).extracting(Diagnostic::code).containsExactly(Code.TOO_DEEP);
    }

    @Test
    void theBoundOfTheDepthIsExact() {
        int depth = JsonReader.MAX_DEPTH;
        JsonValue deepest = read("[".repeat(depth) + "]".repeat(depth));

        assertThat(deepest).hasToString("[".repeat(depth) + "]".repeat(depth));
        assertThat(read("[".repeat(depth + 1) + "]".repeat(depth + 1))).isNull();
        assertThat(diagnostics.sorted())
                .map(Diagnostic::toString)
                .containsExactly("a:1:1001: error: more than 1000 arrays and objects are nested here [too-deep]");
    }

    @Test
    void depthIsNotLength() {
        assertThat(read("[" + "[],{},".repeat(5_000) + "0]")).isNotNull();
    }

    @Test
    void theBoundOfTheLengthIsExact() {
        String longest = "\"" + "x".repeat(JsonReader.MAX_LENGTH - 2) + "\"";

        assertThat(read(longest)).isNotNull();
        assertThat(read(longest + " ")).isNull();
        assertThat(diagnostics.sorted())
                .map(Diagnostic::toString)
                .containsExactly(
                        "a:1:1: error: the definition has more than 1048576 characters, which is all that AWS accepts [too-large]");
    }

    @Test
    void numbersAreBounded() {
        assertThat(read("9".repeat(JsonNumber.LONGEST))).isNotNull();
        assertThat(read("[1e1000, 1e-1000, 0.1e-999]")).isNotNull();
        assertThat(diagnostics.hasErrors()).isFalse();

        assertThat(read("9".repeat(JsonNumber.LONGEST + 1))).isNull();
        assertThat(read("1e1001")).isNull();
        assertThat(read("1e-2001")).isNull();
        assertThat(read("0e2147483648")).isNull();
        assertThat(diagnostics.sorted()).extracting(Diagnostic::code).containsOnly(Code.BAD_VALUE);
        assertThatCode(() -> JsonNumber.parse("1e-2147483648")).doesNotThrowAnyException();
    }

    @Test
    void aPointerIsMadeOfItsSteps() {
        assertThat(JsonPointer.ROOT).hasToString("");
        assertThat(JsonPointer.ROOT.at("").at("a/b~1").at(0)).hasToString("//a~1b~01/0");
    }
}
