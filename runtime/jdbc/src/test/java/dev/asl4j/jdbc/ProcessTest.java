package dev.asl4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoreSession.Committed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several processes on one SQLite file. */
@Timeout(180)
final class ProcessTest {
    private final String url = StoreUnderTest.SQLITE.newUrl();

    @Test
    void whatAKilledProcessHeldIsTakenOverAtOnce() throws Exception {
        try (JdbcExecutionStore store = JdbcExecutionStore.open(url, StoreUnderTest.OPTIONS);
                Guest guest = new Guest(store)) {
            Process other = start("hold");
            long key = Long.parseLong(firstLine(other));
            assertThat(guest.session().claim(key)).isEmpty();
            other.destroyForcibly();
            assertThat(guest.awaitClaim()).isEqualTo(key);
            assertThat(guest.commit(Sample.next(key, 2))).isEqualTo(Committed.DONE);
        }
    }

    @Test
    void whatAKilledProcessHeldIsDueForWhoOpensTheFile() throws Exception {
        Process other = start("hold");
        long key = Long.parseLong(firstLine(other));
        other.destroyForcibly().waitFor();
        try (JdbcExecutionStore store = JdbcExecutionStore.open(url);
                Guest guest = new Guest(store)) {
            assertThat(guest.session().claim(key)).isPresent();
        }
    }

    @Test
    void bothProcessesWrite() throws Exception {
        int count = 200;
        try (JdbcExecutionStore store = JdbcExecutionStore.open(url, StoreUnderTest.OPTIONS);
                Guest guest = new Guest(store)) {
            Process other = start("write");
            for (int i = 0; i < count; i++) {
                guest.start();
            }
            assertThat(firstLine(other)).isEqualTo(Integer.toString(count));
            assertThat(StoreUnderTest.number(store, "SELECT count(*) FROM asl4j_executions"))
                    .isEqualTo(2L * count);
        }
    }

    @Test
    void turnsWaitForAProcessThatHasLockedTheFile() throws Exception {
        try (JdbcExecutionStore store = JdbcExecutionStore.open(url, StoreUnderTest.OPTIONS);
                Guest guest = new Guest(store)) {
            long key = guest.start();
            Process other = start("lock");
            assertThat(firstLine(other)).isEqualTo("locked");
            CompletableFuture<Committed> next = guest.commitLater(Sample.next(key, 2));
            assertThat(store.get(key)).as("who reads does not wait").isPresent();
            assertThat(next).isNotDone();
            other.getOutputStream().close();
            assertThat(next.join()).isEqualTo(Committed.DONE);
        }
    }

    /** Each opens a new file twice at once, while the others do the same. */
    @Test
    void severalProcessesMakeTheSameFile() throws Exception {
        List<Process> others = List.of(start("open"), start("open"), start("open"));
        List<BufferedReader> answers = others.stream().map(ProcessTest::reader).toList();
        for (BufferedReader answer : answers) {
            assertThat(answer.readLine()).isEqualTo("ready");
        }
        for (int round = 0; round < 150; round++) {
            String next = StoreUnderTest.SQLITE.newUrl() + "\n";
            for (Process other : others) {
                other.getOutputStream().write(next.getBytes(StandardCharsets.UTF_8));
                other.getOutputStream().flush();
            }
            for (BufferedReader answer : answers) {
                assertThat(answer.readLine()).isEqualTo("opened");
            }
        }
        for (Process other : others) {
            other.getOutputStream().close();
            assertThat(other.waitFor()).isZero();
        }
    }

    private Process start(String task) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        url,
                        task)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        return reader(process).readLine();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What the other process does. */
    static final class OtherProcess {
        private OtherProcess() {}

        /**
         * {@code hold}: holds an execution and prints its key; {@code write}: writes 200; {@code lock}: locks the file until told; {@code
         * open}: opens what it is told to.
         */
        public static void main(String[] arguments) throws Exception {
            String task = arguments[1];
            if (task.equals("open")) {
                openEach();
                return;
            }
            JdbcExecutionStore store = JdbcExecutionStore.open(arguments[0]);
            if (task.equals("lock")) {
                store.calls().transact(link -> {
                    System.out.println("locked");
                    awaitEnd();
                    return true;
                });
                return;
            }
            Guest guest = new Guest(store);
            if (task.equals("hold")) {
                System.out.println(guest.start());
                awaitEnd();
                return;
            }
            int count = 200;
            for (int i = 0; i < count; i++) {
                guest.start();
            }
            System.out.println(List.of(count).get(0));
        }

        private static void openEach() throws IOException {
            BufferedReader urls = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            System.out.println("ready");
            for (String next = urls.readLine(); next != null; next = urls.readLine()) {
                String url = next;
                CompletableFuture<String> one = CompletableFuture.supplyAsync(() -> opened(url));
                String other = opened(url);
                System.out.println(other.equals("opened") ? one.join() : other);
            }
        }

        private static String opened(String url) {
            try {
                JdbcExecutionStore.open(url).close();
                return "opened";
            } catch (StoreException e) {
                return String.valueOf(e.getCause());
            }
        }

        private static void awaitEnd() {
            try {
                while (System.in.read() >= 0) {
                    // until the end
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
