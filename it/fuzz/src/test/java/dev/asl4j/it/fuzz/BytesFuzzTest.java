package dev.asl4j.it.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a file, once as JSON and once as YAML. */
final class BytesFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(".asl.json", ".asl.yaml").flatMap(ending -> Seeds.definitions(ending).stream());
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "asl.dict")
    @FuzzTest(maxDuration = "1m")
    void bytes(byte[] content) {
        Oracle.judge("Fuzzed.asl.json", content);
        Oracle.judge("Fuzzed.asl.yaml", content);
    }
}
