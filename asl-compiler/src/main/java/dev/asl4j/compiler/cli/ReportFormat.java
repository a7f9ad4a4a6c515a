package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.report.GitHubCommands;
import dev.asl4j.compiler.report.JsonLines;
import dev.asl4j.compiler.report.Report;
import dev.asl4j.compiler.report.Sarif;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of reports. */
enum ReportFormat {
    TEXT,
    JSON,
    SARIF,
    GITHUB;

    Report report(Terminal terminal) {
        return switch (this) {
            case TEXT -> new TextReport(terminal.colours());
            case JSON -> new JsonLines();
            case SARIF -> new Sarif(Version.number());
            case GITHUB -> new GitHubCommands();
        };
    }

    /** Text is for people; all else is data. */
    PrintStream stream(Terminal terminal) {
        return this == TEXT ? terminal.text() : terminal.data();
    }

    /** Whether each entry can be read before the report is complete. */
    boolean isLines() {
        return this != SARIF;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static final class FormatWord extends Word<ReportFormat> {
        FormatWord() {
            super(Stream.of(values()).map(ReportFormat::word));
        }

        @Override
        Optional<ReportFormat> find(String word) {
            return Stream.of(values())
                    .filter(format -> format.word().equals(word))
                    .findAny();
        }
    }
}
