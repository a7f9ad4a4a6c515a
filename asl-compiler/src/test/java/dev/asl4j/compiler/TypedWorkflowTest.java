package dev.asl4j.compiler;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs without JSON in them, in {@code typed}. What does not fit their types does not compile. */
final class TypedWorkflowTest {
    @ParameterizedTest
    @ValueSource(strings = {"shop", "office", "courier"})
    void compiles(String name) throws IOException {
        assertThat(TypedProgram.of(name).compile()).succeededWithoutWarnings();
    }

    @Test
    void runsOnValuesOfItsTypes() throws Exception {
        TypedProgram shop = TypedProgram.of("shop");

        assertThat(shop.run(20, new String[] {"a", "b"})).isEqualTo("order-42 card 2");
        assertThat(shop.run(20, new String[0])).isEqualTo("order-42 transfer 0");
    }

    @Test
    void aDeclaredErrorIsCaughtByItsName() throws Exception {
        assertThat(TypedProgram.of("shop").run(2000, new String[] {"a"})).isEqualTo("order-42 null 0");
    }

    @Test
    void stagesAndAnswersHaveTypes() throws Exception {
        assertThat(TypedProgram.of("office").run(20.5)).isEqualTo("7 signed");
    }

    @Test
    void theContextOfACallSaysWhichOneItIs() throws Exception {
        assertThat(TypedProgram.of("courier").run(7))
                .isEqualTo("deliver, Track, Deliver 0 of 1 until 2026-01-01T00:01:00Z, false null null; "
                        + "Deliver 1 of 1 until 2026-01-01T00:11:00Z, false null null; "
                        + "Deliver 2 of 1 until 2026-01-01T00:31:00Z, false null null");
    }

    static Stream<TypedProgram.Break> breaks() throws IOException {
        return Stream.of(TypedProgram.breaks("shop"), TypedProgram.breaks("office"), TypedProgram.breaks("courier"))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void whatDoesNotFitDoesNotCompile(TypedProgram.Break broken) throws IOException {
        TypedProgram program = TypedProgram.of(broken.program()).with(broken);

        assertThat(program.compile()).hadErrorContaining(broken.message()).inFile(program.file());
    }
}
