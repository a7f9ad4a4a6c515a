package dev.asl4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.task.TaskFailedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither this module nor a driver logs data above TRACE, nor do exceptions show it: databases quote rows in their messages. */
@Timeout(120)
final class NoDataInLogsTest {
    private static final String SECRET = "s3cr3t";
    private static final JsonNode INPUT = Json.parse("{\"card\": \"" + SECRET + "\"}");
    private static final JsonNode LONG =
            Json.parse("{\"card\": \"" + SECRET + "\", \"note\": \"" + "x".repeat(500) + "\"}");

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Log log = new Log();

    @BeforeEach
    void listen() {
        root.setLevel(Level.FINE); // DEBUG
        root.addHandler(log);
    }

    @AfterEach
    void listenNoMore() {
        root.removeHandler(log);
        root.setLevel(before);
    }

    @ParameterizedTest
    @EnumSource
    void ofARun(StoreUnderTest database) throws InterruptedException {
        OneTask workflow = new OneTask((input, task) -> {
            if (input.has("fails")) {
                throw new TaskFailedException("Refused", SECRET);
            }
            return input;
        });
        try (JdbcExecutionStore store = database.open();
                Engine engine = Engine.builder().store(store).register(workflow).build()) {
            assertThat(engine.run(workflow, "works", INPUT)).isEqualTo(INPUT);
            JsonNode fails = Json.parse("{\"fails\": \"" + SECRET + "\"}");
            assertThat(catchThrowable(() -> engine.run(workflow, "fails", fails)))
                    .isNotNull();
            assertThat(engine.find(workflow, "works").orElseThrow().history()).isNotEmpty();
        }
        assertThat(log.lines).noneMatch(line -> line.contains(SECRET));
    }

    @ParameterizedTest
    @EnumSource
    void ofWhatTheDatabaseRefuses(StoreUnderTest database) {
        OneTask workflow = new OneTask((input, task) -> INPUT);
        try (JdbcExecutionStore store = database.open();
                Guest guest = new Guest(store);
                Engine engine = Engine.builder().store(store).register(workflow).build()) {
            long key = guest.start();
            refuseLong(database, store, "asl4j_frames", "input");
            refuseLong(database, store, "asl4j_messages", "data");
            Throwable start = catchThrowable(() -> engine.start(workflow, "refused", LONG));
            assertThat(start).isInstanceOf(StoreException.class);
            StoredMessage.Body body = new StoredMessage.Body("token", LONG, SECRET, SECRET);
            Throwable answer = catchThrowable(() -> store.send(key, StoredMessage.Kind.TASK_SUCCESS, body));
            assertThat(answer).isInstanceOf(StoreException.class).hasMessageEndingWith("refuses the data.");
            assertThat(text(start) + text(answer)).doesNotContain(SECRET);
        }
        assertThat(log.lines).anyMatch(line -> line.contains("refuses a turn of execution"));
        assertThat(log.lines).noneMatch(line -> line.contains(SECRET));
    }

    /** At no level at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&password=" + SECRET,
                "&sslpassword=" + SECRET + "&password=%73" + SECRET + "&tcpKeepAlive=true"
            })
    void ofThePasswordOfTheDatabase(String inUrl) {
        root.setLevel(Level.ALL);
        String url = StoreUnderTest.POSTGRESQL.newUrl() + inUrl;
        JdbcOptions options = StoreUnderTest.OPTIONS.withUser("tests").withPassword(SECRET);
        OneTask workflow = new OneTask((input, task) -> input);
        try (JdbcExecutionStore store = JdbcExecutionStore.open(url, options);
                Engine engine = Engine.builder().store(store).register(workflow).build()) {
            engine.start(workflow, "one", Json.EMPTY).result().join();
            assertThat(store + options.toString()).doesNotContain(SECRET);
        }
        String nowhere = url.replaceFirst(":[0-9]+/", ":1/");
        Throwable refused =
                catchThrowable(() -> JdbcExecutionStore.open(nowhere, options.withPatience(Duration.ofMillis(300))));
        assertThat(refused).isInstanceOf(StoreException.class);
        assertThat(text(refused)).doesNotContain(SECRET);
        assertThat(log.lines)
                .anyMatch(line -> line.startsWith("asl4j - configuration")) // of the pool: then this is worth something
                .noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void ofAPasswordThatIsWronglyEncoded() {
        String url = "jdbc:postgresql://127.0.0.1:1/postgres?password=%zz" + SECRET;
        Throwable refused = catchThrowable(() -> JdbcExecutionStore.open(url));
        assertThat(refused).isInstanceOf(IllegalArgumentException.class);
        assertThat(text(refused)).doesNotContain(SECRET);
    }

    private static void refuseLong(StoreUnderTest database, JdbcExecutionStore store, String table, String column) {
        String sql = switch (database) {
            case SQLITE ->
                "CREATE TRIGGER short_" + column + " BEFORE INSERT ON " + table + " WHEN length(NEW." + column
                        + ") > 400 BEGIN SELECT RAISE(ABORT, 'too long'); END";
            case POSTGRESQL -> "ALTER TABLE " + table + " ADD CHECK (length(" + column + ") <= 400)";
        };
        store.calls().transact(link -> link.execute(sql));
    }

    private static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    /** All that is logged, with what was thrown. */
    private static final class Log extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            String thrown = entry.getThrown() == null ? "" : text(entry.getThrown());
            lines.add(new SimpleFormatter().formatMessage(entry) + thrown);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
