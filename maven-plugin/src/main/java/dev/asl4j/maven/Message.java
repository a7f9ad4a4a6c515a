package dev.asl4j.maven;

import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.diagnostic.DiagnosticFormat;
import dev.asl4j.compiler.diagnostic.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a build says about a definition.
 *
 * @param text the line and its excerpt, separated by LF
 */
record Message(Severity severity, String text) {

    /** All that there is to say, in its order. */
    static List<Message> of(CompilationResult result) {
        return result.diagnostics().stream()
                .map(diagnostic -> new Message(diagnostic.severity(), DiagnosticFormat.excerpt(diagnostic)))
                .toList();
    }

    /** The message that was written as this line; empty: none was. */
    static Optional<Message> read(String line) {
        int space = line.indexOf(' ');
        return Stream.of(Severity.values())
                .filter(severity -> space > 0 && severity.word().equals(line.substring(0, space)))
                .findAny()
                .map(severity -> new Message(severity, unescaped(line.substring(space + 1))));
    }

    /** The message as one line, which can be written in UTF-8 whatever is in it. */
    String line() {
        String writable = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return severity.word() + " "
                + writable.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescaped(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                i++;
                text.append(
                        switch (line.charAt(i)) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> line.charAt(i);
                        });
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
