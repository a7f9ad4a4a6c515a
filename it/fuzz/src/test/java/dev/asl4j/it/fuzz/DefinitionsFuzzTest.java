package dev.asl4j.it.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A definition of the compiler's tests in which a few values, keys and places were changed; the bytes decide which. */
final class DefinitionsFuzzTest {
    private static final Mutation MUTATION = new Mutation(Seeds.definitions(".asl.json"));

    static Stream<byte[]> seeds() {
        return Seeds.noise(200, 64).stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "1m")
    void definitions(byte[] decisions) {
        Oracle.judgeJson(MUTATION.apply(new Decisions(decisions)));
    }
}
