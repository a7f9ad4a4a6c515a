package dev.asl4j.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.asl4j.runtime.spi.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Virtual time by itself. */
final class VirtualTimeTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final List<String> fired = new ArrayList<>();

    @Test
    void timersFireInOrderOfTheirTimesThenOfTheirSetting() {
        time.busy();
        schedule("c", 20);
        schedule("a", 10);
        schedule("b", 10);
        assertThat(fired).isEmpty();
        time.idle();
        assertThat(fired).containsExactly("a@10", "b@10", "c@20");
    }

    @Test
    void itStandsStillWhileAnythingIsBusy() {
        time.busy();
        time.busy();
        schedule("a", 10);
        time.idle();
        assertThat(time.now()).isEqualTo(START);
        time.idle();
        assertThat(fired).containsExactly("a@10");
    }

    @Test
    void itStopsWhenATimerMakesSomethingBusy() {
        time.busy();
        time.schedule(START.plusSeconds(10), time::busy);
        schedule("later", 20);
        time.idle();
        assertThat(time.now()).isEqualTo(START.plusSeconds(10));
        time.idle();
        assertThat(fired).containsExactly("later@20");
    }

    @Test
    void aCancelledTimerDoesNotFireAndCostsNoTime() {
        time.busy();
        schedule("a", 10).cancel();
        time.idle();
        assertThat(fired).isEmpty();
        assertThat(time.now()).isEqualTo(START);
    }

    @Test
    void whilePausedOnlyWhatIsDueWhenItIsSetFires() {
        time.pause();
        time.busy();
        schedule("now", 0);
        schedule("later", 10);
        time.idle();
        assertThat(fired).containsExactly("now@0");
        time.advance(Duration.ofSeconds(9));
        assertThat(fired).hasSize(1);
        assertThat(time.now()).isEqualTo(START.plusSeconds(9));
        time.resume();
        assertThat(fired).containsExactly("now@0", "later@10");
    }

    @Test
    void advanceFiresOnTheWayEvenWhatIsSetOnTheWay() {
        time.schedule(START.plusSeconds(5), () -> schedule("chained", 7));
        schedule("beyond", 11);
        time.advance(Duration.ofSeconds(10));
        assertThat(fired).containsExactly("chained@7");
        assertThat(time.now()).isEqualTo(START.plusSeconds(10));
        assertThatIllegalArgumentException().isThrownBy(() -> time.advance(Duration.ofSeconds(-1)));
    }

    @Test
    void theSameSeedDrawsTheSame() {
        VirtualTime twin = VirtualTime.startingAt(START);
        VirtualTime other = VirtualTime.startingAt(START, 7);
        assertThat(ids(time)).isEqualTo(ids(twin)).doesNotHaveDuplicates().isNotEqualTo(ids(other));
        assertThat(time.random()).isEqualTo(twin.random()).isBetween(0.0, 1.0).isNotEqualTo(other.random());
        assertThat(time.newId().version()).isEqualTo(4);
        assertThat(time.newId().variant()).isEqualTo(2);
    }

    private static List<String> ids(Environment environment) {
        return Stream.generate(() -> environment.newId().toString()).limit(10).toList();
    }

    private Environment.Timer schedule(String name, long seconds) {
        return time.schedule(
                START.plusSeconds(seconds),
                () -> fired.add(name + "@" + Duration.between(START, time.now()).toSeconds()));
    }
}
