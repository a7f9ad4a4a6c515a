package dev.asl4j.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Clears a folder away if the harness itself is ended, by whatever signal, and stops a PostgreSQL server that runs in it: a shell that reads
 * until its input ends. Processes with engines need none; they end with their input.
 */
final class Guard implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' HUP INT TERM
            read -r word && exit 0
            server=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
            if [ -n "$server" ]; then
              kill -QUIT "$server"; kill -CONT "$server"
              for i in $(seq 100); do kill -0 "$server" 2>/dev/null || break; sleep 0.1; done
            fi
            sleep 1
            rm -rf -- "$1"
            """;

    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    /** Begins. */
    static Guard of(Path folder) throws IOException {
        return new Guard(new ProcessBuilder(List.of("sh", "-c", SCRIPT, "guard", folder.toString()))
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** The folder is left as it is. */
    @Override
    public void close() throws IOException {
        try (OutputStream word = shell.getOutputStream()) {
            word.write("done\n".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
