package dev.asl4j.compiler.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the program prints to.
 *
 * @param text standard output for people, in the encoding of their terminal
 * @param data standard output for programs, in UTF-8
 * @param err standard error
 * @param colours whether people see colours there
 * @param progress whether people see how far a long run is
 */
record Terminal(PrintStream text, PrintStream data, PrintStream err, boolean colours, boolean progress) {

    /** The streams of this process. */
    static Terminal ofProcess() {
        PrintStream data = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.UTF_8);
        String noColour = System.getenv("NO_COLOR"); // no-color.org
        boolean plain = (noColour != null && !noColour.isEmpty()) || "dumb".equals(System.getenv("TERM"));
        return new Terminal(System.out, data, System.err, !plain && isTerminal(1), isTerminal(2));
    }

    void flush() {
        text.flush();
        data.flush();
        err.flush();
    }

    /**
     * Whether a person reads a stream. Linux tells where it leads. Elsewhere the virtual machine only knows whether input and output are
     * both a terminal, and from 22 on has a console even if they are not.
     */
    private static boolean isTerminal(int stream) {
        Path link = Path.of("/proc/self/fd", Integer.toString(stream));
        try {
            if (Files.isSymbolicLink(link)) {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            }
        } catch (IOException | UnsupportedOperationException e) {
            // then as elsewhere
        }
        return Optional.ofNullable(System.console()).map(Terminal::isTerminal).orElse(false);
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true; // before 22 there is a console only on a terminal
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
