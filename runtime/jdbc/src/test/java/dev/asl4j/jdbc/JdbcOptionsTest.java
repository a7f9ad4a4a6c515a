package dev.asl4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What options may be, and what URLs. */
final class JdbcOptionsTest {
    @Test
    void optionsAreMadeFromOthers() {
        JdbcOptions options =
                JdbcOptions.DEFAULTS.withUser("me").withPassword("secret").withLease(Duration.ofSeconds(3));
        assertThat(options.lease()).isEqualTo(Duration.ofSeconds(3));
        assertThat(options.user()).isEqualTo("me");
        assertThat(options.toString()).doesNotContain("me,", "secret");
        assertThat(JdbcOptions.DEFAULTS.lease()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        JdbcOptions options = JdbcOptions.DEFAULTS;
        assertThatThrownBy(() -> options.withLease(Duration.ofMillis(999))).hasMessageContaining("lease");
        assertThatThrownBy(() -> options.withPollInterval(Duration.ZERO)).hasMessageContaining("poll interval");
        assertThatThrownBy(() -> options.withPoolSize(2)).hasMessageContaining("pool size");
        assertThatThrownBy(() -> options.withPayloadThreshold(0)).hasMessageContaining("payload threshold");
        assertThatThrownBy(() -> options.withPatience(Duration.ofSeconds(-1))).hasMessageContaining("patience");
        Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);
        assertThatThrownBy(() -> options.withLease(forEver)).hasMessageContaining("from PT1S to PT24H");
        assertThatThrownBy(() -> options.withPollInterval(forEver)).hasMessageContaining("poll interval");
        assertThatThrownBy(() -> options.withPatience(forEver)).hasMessageContaining("patience");
        assertThatThrownBy(() -> options.withPoolSize(Integer.MAX_VALUE)).hasMessageContaining("from 3 to 1000");
    }

    @Test
    void otherDatabasesAreRefused() {
        assertThatThrownBy(() -> JdbcExecutionStore.open("jdbc:h2:file"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:sqlite: or jdbc:postgresql:");
        assertThatThrownBy(() -> JdbcExecutionStore.open("jdbc:sqlite::memory:"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ExecutionStore.inMemory()");
    }
}
