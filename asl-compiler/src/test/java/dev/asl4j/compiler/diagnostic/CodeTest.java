package dev.asl4j.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CodeTest {

    @Test
    void anIdIsTheNameInKebabCase() {
        assertThat(Code.UNKNOWN_NEXT.id()).isEqualTo("unknown-next");
        assertThat(Code.values()).allSatisfy(code -> assertThat(code.id()).matches("[a-z]+(-[a-z]+)*"));
    }
}
