package dev.asl4j.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileUriTest {
    @ParameterizedTest
    @CsvSource({
        "a/b.asl.json, a/b.asl.json",
        "../a b.asl.json, ../a%20b.asl.json",
        "a:b.asl.json, a%3Ab.asl.json",
        "50%#?.asl.json, 50%25%23%3F.asl.json",
        "\u00FC.asl.json, %C3%BC.asl.json",
        "/srv/a.asl.json, file:///srv/a.asl.json",
        "C:\\flows\\a.asl.json, file:///C:/flows/a.asl.json",
        "\\\\server\\share\\a.asl.json, file://server/share/a.asl.json",
    })
    void of(String path, String uri) {
        assertThat(FileUri.of(path)).isEqualTo(uri);
    }
}
