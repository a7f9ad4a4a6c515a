package dev.asl4j.compiler.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What a run of the program printed and returned. */
record Run(int code, String out, String err) {

    static Run of(String... arguments) {
        return of(false, Run::noChanges, arguments);
    }

    static Run coloured(String... arguments) {
        return of(true, Run::noChanges, arguments);
    }

    static Run of(boolean colours, Changes.Source changes, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        int code = Aslc.run(new Terminal(both, both, errors, colours, false), changes, arguments);
        return new Run(code, text(out), text(err));
    }

    List<String> lines() {
        return out.lines().toList();
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static Changes noChanges() {
        return new Changes() {
            @Override
            public boolean watch(Set<Path> folders) {
                return false;
            }

            @Override
            public boolean await() {
                return false;
            }

            @Override
            public void close() throws IOException {}
        };
    }
}
