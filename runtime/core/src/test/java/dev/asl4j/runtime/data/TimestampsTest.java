package dev.asl4j.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TimestampsTest {
    @TestFactory
    Stream<DynamicTest> timestamps() {
        return Cases.of("timestamps.json", each -> {
            String text = each.required("text").asText();
            Instant instant = Timestamps.parse(text);
            if (each.has("instant")) {
                assertThat(instant).hasToString(each.get("instant").asText());
                assertThat(Timestamps.constant(text)).isEqualTo(instant);
            } else {
                assertThat(instant).isNull();
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Timestamps.constant(text))
                        .withMessage("not an RFC 3339 timestamp: " + text);
            }
        });
    }

    @Test
    void readsWhatJavaWrites() {
        Random random = new Random(9);
        for (int i = 0; i < 10_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 18 * 60) - 18 * 60));
            assertThat(Timestamps.parse(instant.toString())).isEqualTo(instant);
            String text = OffsetDateTime.ofInstant(instant.plusNanos(1), offset).toString();
            assertThat(Timestamps.parse(text)).isEqualTo(instant.plusNanos(1));
        }
    }
}
