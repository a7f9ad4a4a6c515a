package dev.asl4j.it.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a definition, once in JSON and once in YAML, and as a file with rules. */
final class BytesFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(".asl.json", ".asl.yaml", ".rules.json").flatMap(ending -> Seeds.definitions(ending).stream());
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "asl.dict")
    @FuzzTest(maxDuration = "1m")
    void bytes(byte[] content) {
        Oracle.judge("Fuzzed.asl.json", content);
        Oracle.judge("Fuzzed.asl.yaml", content);
        Oracle.judgeRules(content);
    }
}
