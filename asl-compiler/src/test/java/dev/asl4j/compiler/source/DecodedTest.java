package dev.asl4j.compiler.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.source.Decoded.Fault;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecodedTest {

    @Test
    void utf8IsDecoded() {
        Decoded decoded = Decoded.utf8("a.json", "\"gr\u00FC\u00DFe \uD83D\uDE00\"".getBytes(StandardCharsets.UTF_8));

        assertThat(decoded.fault()).isEqualTo(Fault.NONE);
        assertThat(decoded.file().text()).isEqualTo("\"gr\u00FC\u00DFe \uD83D\uDE00\"");
        assertThat(decoded.file().path()).isEqualTo("a.json");
        assertThat(Decoded.utf8("empty", new byte[0]).file().text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EFBBBF7B7D,       BYTE_ORDER_MARK, {}",
        "FEFF007B007D,     OTHER_ENCODING,  ''",
        "FFFE7B007D00,     OTHER_ENCODING,  ''",
        "FFFE00007B000000, OTHER_ENCODING,  ''",
        "0000FEFF0000007B, OTHER_ENCODING,  ''",
        "7B22FF227D,       BROKEN,          '{\"\uFFFD'",
        "7B22C3227D,       BROKEN,          '{\"\uFFFD'",
        "7BE282,           BROKEN,          '{\uFFFD'",
        "C0AF,             BROKEN,          '\uFFFD'",
        "EDA080,           BROKEN,          '\uFFFD'",
        "EFBBBF7BFF,       BROKEN,          '{\uFFFD'",
        "F4908080,         BROKEN,          '\uFFFD'",
    })
    void faultsOfTheBytes(String hex, Fault fault, String text) {
        Decoded decoded = Decoded.utf8("a.json", HexFormat.of().parseHex(hex));

        assertThat(decoded.fault()).isEqualTo(fault);
        assertThat(decoded.file().text()).isEqualTo(text);
    }
}
