package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.data.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The first run of a JVM: what it does not need is not made, and not even loaded. */
final class StartTest {
    private static final String RESULT = "{\"two\":{\"one\":1}}";

    @Test
    void aRunThatWaitsForNothingLoadsNeitherTimersNorThreadsNorLogging() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-verbose:class", "-cp", System.getProperty("java.class.path"), Main.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThat(lines)
                .anyMatch(line -> line.endsWith(RESULT))
                .anyMatch(line -> line.contains(" dev.asl4j.runtime.internal.CallerThread "))
                .noneMatch(line -> line.contains(" java.util.logging."))
                .noneMatch(line -> line.contains(" java.util.concurrent.ThreadPoolExecutor "))
                .noneMatch(line -> line.contains(" java.util.regex.Matcher "));
    }

    /** A machine of two tasks. */
    static final class Main {
        public static void main(String[] args) {
            // not by toString, for which Jackson makes a mapper, and that a calendar
            System.out.println(Json.write(states().task("One", task((input, call) -> json("{\"one\":1}")), 1)
                    .task("Two", task((input, call) -> json("{\"two\":" + Json.write(input) + "}")), END)
                    .workflow()
                    .run(json("{}"))));
        }
    }
}
