package dev.asl4j.admin;

import dev.asl4j.runtime.spi.Environment;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What came of a run of the program in this process.
 *
 * @param out what it printed to standard output
 */
record Ran(int code, String out, String err) {
    /** Runs it. */
    static Ran admin(
            Surroundings.Opener opener,
            Surroundings.Pause pause,
            Environment environment,
            Map<String, String> variables,
            String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(printed, printed, new PrintStream(err, true, StandardCharsets.UTF_8));
        Surroundings surroundings =
                new Surroundings(terminal, variables::get, question -> null, opener, pause, environment);
        int code = Admin.run(surroundings, arguments);
        return new Ran(code, text(out), text(err));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
