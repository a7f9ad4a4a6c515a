package dev.asl4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Who is asked for when: new ones at once, and of many all by turns. */
final class WatchedTest {
    private final Watched watched = new Watched();

    @Test
    void newOnesAreAskedForAtOnceAndTheOthersRegularly() {
        watched.add(1);
        watched.add(2);
        assertThat(watched.next(false)).containsExactly(1L, 2L);
        watched.add(3);
        watched.add(1);
        assertThat(watched.next(false)).containsExactly(3L);
        assertThat(watched.next(false)).isEmpty();
        assertThat(watched.next(true)).containsExactlyInAnyOrder(1L, 2L, 3L);
        watched.remove(2);
        assertThat(watched.next(true)).containsExactlyInAnyOrder(1L, 3L);
        assertThat(watched.areMany()).isFalse();
    }

    @Test
    void ofManyAllAreAskedForByTurns() {
        int looks = 3;
        List<Long> all =
                LongStream.range(0, (long) looks * Watched.MOST).boxed().toList();
        all.forEach(watched::add);
        for (int round = 0; round < 2; round++) { // the first one as new ones
            Set<Long> asked = new HashSet<>();
            for (int look = 0; look < looks; look++) {
                assertThat(watched.areMany()).isTrue();
                List<Long> next = watched.next(round > 0);
                assertThat(next).hasSize(Watched.MOST);
                asked.addAll(next);
            }
            assertThat(asked).hasSameSizeAs(all);
        }
    }
}
