package dev.asl4j.runtime;

import static dev.asl4j.runtime.RedriveStatus.NOT_REDRIVABLE;
import static dev.asl4j.runtime.RedriveStatus.REDRIVABLE;
import static dev.asl4j.runtime.RedriveStatus.REDRIVABLE_BY_MAP_RUN;
import static dev.asl4j.runtime.States.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** AWS's rules about redriving, each at its border. */
final class RedrivabilityTest {
    private static final Instant NOW = START.plus(Duration.ofDays(1));
    private static final Instant END = START.plusSeconds(60);

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "TIMED_OUT", "ABORTED"})
    void whatDidNotSucceedCanBeRedriven(Status status) {
        assertThat(of(Stored.execution().status(status), NOW)).isEqualTo(new Redrivability(REDRIVABLE, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"RUNNING", "SUCCEEDED"})
    void whatRunsOrSucceededCannot(Status status) {
        assertThat(of(Stored.execution().status(status), NOW))
                .isEqualTo(no("Execution is " + status + " and cannot be redriven"));
        assertThat(of(Stored.execution().status(status).parent(Stored.OF_MAP_RUN), NOW))
                .isEqualTo(no("Execution is " + status + " and cannot be redriven"));
    }

    @Test
    void thePeriodIsFourteenDaysFromTheEnd() {
        Instant over = END.plus(Duration.ofDays(14));
        assertThat(of(Stored.execution(), over.minusNanos(1)).status()).isEqualTo(REDRIVABLE);
        assertThat(of(Stored.execution(), over)).isEqualTo(no("Execution redrivable period exceeded"));
    }

    @Test
    void theLifetimeIsAYearFromTheStart() {
        Instant over = START.plus(Duration.ofDays(365));
        Stored late = new Stored(ExecutionType.STANDARD, Status.FAILED, over.minusSeconds(60), 9, null);
        assertThat(of(late, over.minusNanos(1)).status()).isEqualTo(REDRIVABLE);
        assertThat(of(late, over)).isEqualTo(no("Execution has exceeded the max execution time"));
    }

    @Test
    void twoEventsMustHaveRoomIfThereIsALimit() {
        assertThat(Redrivability.of(Stored.execution().lastEvent(24_998).build(), NOW, Limits.AWS)
                        .status())
                .isEqualTo(REDRIVABLE);
        StoredExecution full = Stored.execution().lastEvent(24_999).build();
        assertThat(Redrivability.of(full, NOW, Limits.AWS)).isEqualTo(no("Execution history event limit exceeded"));
        assertThat(Redrivability.of(full, NOW, Limits.WARN).status()).isEqualTo(REDRIVABLE);
        assertThat(Redrivability.of(full, NOW, Limits.OFF).status()).isEqualTo(REDRIVABLE);
    }

    @Test
    void childrenOfAMapRunAreRedrivenByIt() {
        Stored child = Stored.execution().parent(Stored.OF_MAP_RUN);
        assertThat(of(child, NOW)).isEqualTo(new Redrivability(REDRIVABLE_BY_MAP_RUN, null));
        assertThat(of(child, END.plus(Duration.ofDays(14)))).isEqualTo(no("Execution redrivable period exceeded"));
        Stored express = child.type(ExecutionType.EXPRESS).lastEvent(25_000);
        assertThat(Redrivability.of(express.build(), END.plus(Duration.ofDays(14)), Limits.AWS)
                        .status())
                .isEqualTo(REDRIVABLE_BY_MAP_RUN);
        assertThat(of(Stored.execution().parent(Stored.OF_TASK), NOW).status()).isEqualTo(REDRIVABLE);
        assertThatThrownBy(() -> of(child, NOW).check("child"))
                .isInstanceOfSatisfying(
                        ExecutionNotRedrivableException.class,
                        thrown -> assertThat(thrown.status()).isEqualTo(REDRIVABLE_BY_MAP_RUN))
                .hasMessageContaining("Map Run");
    }

    @Test
    void expressExecutionsCannotBeRedriven() {
        assertThat(of(Stored.execution().type(ExecutionType.EXPRESS), NOW))
                .isEqualTo(no("Execution is of type EXPRESS and cannot be redriven"));
    }

    @Test
    void theExceptionGivesTheReason() {
        assertThatCode(() -> of(Stored.execution(), NOW).check("order-42")).doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> of(Stored.execution().status(Status.RUNNING), NOW).check("order-42"))
                .isInstanceOfSatisfying(ExecutionNotRedrivableException.class, thrown -> {
                    assertThat(thrown.reason()).isEqualTo("Execution is RUNNING and cannot be redriven");
                    assertThat(thrown.status()).isEqualTo(NOT_REDRIVABLE);
                })
                .hasMessage("execution order-42: Execution is RUNNING and cannot be redriven");
    }

    private static Redrivability of(Stored execution, Instant now) {
        return Redrivability.of(execution.build(), now, Limits.OFF);
    }

    private static Redrivability no(String reason) {
        return new Redrivability(NOT_REDRIVABLE, reason);
    }
}
