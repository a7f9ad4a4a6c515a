package dev.asl4j.maven;

import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Severity;
import dev.asl4j.compiler.report.Sarif;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.build.BuildContext;

/** Shows diagnostics: in the build log, as markers in an IDE, and in a report for other tools. */
final class DiagnosticLog {
    private final Log log;
    private final BuildContext ide;
    private final boolean marks;
    private final GenerationRequest request;

    /** @param marks whether there is an IDE; the command line's build context would only log everything a second time */
    DiagnosticLog(Log log, BuildContext ide, boolean marks, GenerationRequest request) {
        this.log = log;
        this.ide = ide;
        this.marks = marks;
        this.request = request;
    }

    /** Takes back the markers of an earlier build. */
    void clear(Sources sources) {
        sources.displayPaths().forEach(path -> ide.removeMessages(file(path)));
    }

    /** Tells what a compilation has found: in the log, to the IDE, and to other tools. */
    Told report(CompilationResult result) throws IOException {
        String report = save(result.diagnostics());
        List<Message> messages = Message.of(result);
        messages.forEach(this::print);
        if (marks) {
            result.diagnostics().forEach(this::mark);
        }
        return new Told(request.displayRoot().toString(), report, messages);
    }

    /** Whether the messages of an earlier build are all that there is to do. */
    boolean canRepeat(Told told) throws IOException {
        Path file = request.sarifFile();
        if (file != null && !reports(file).digest(name(file)).equals(Optional.of(told.report()))) {
            return false;
        }
        return told.messages().isEmpty()
                || (!marks && told.root().equals(request.displayRoot().toString()));
    }

    /** Prints the messages of an earlier build. */
    void repeat(Told told) {
        told.messages().forEach(this::print);
    }

    /** Says in one line how much there was to tell. */
    void close(Summary summary) {
        log.info(summary.line());
    }

    /** Writes the report for other tools, where one is wanted, unless it is there. Returns its digest. */
    private String save(List<Diagnostic> diagnostics) throws IOException {
        Path file = request.sarifFile();
        if (file == null) {
            return "";
        }
        String report = new Sarif(request.version()).of(diagnostics);
        reports(file).write(name(file), report);
        return Digest.of(report.getBytes(StandardCharsets.UTF_8));
    }

    private static OutputTree reports(Path file) {
        return new OutputTree(file.resolveSibling(""));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private void print(Message message) {
        String text = message.text().replace("\n", System.lineSeparator());
        switch (message.severity()) {
            case ERROR -> log.error(text);
            case WARNING -> log.warn(text);
            case NOTE -> log.info(text);
        }
    }

    private void mark(Diagnostic diagnostic) {
        if (diagnostic.severity() == Severity.NOTE) {
            return; // a build context knows warnings and errors
        }
        String hint = diagnostic.hint() == null ? "" : "; " + diagnostic.hint();
        ide.addMessage(
                file(diagnostic.file()),
                diagnostic.start().line(),
                diagnostic.start().column(),
                diagnostic.message() + hint + " [" + diagnostic.code().id() + "]",
                diagnostic.severity() == Severity.ERROR ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING,
                null);
    }

    private File file(String displayPath) {
        return request.displayRoot().resolve(displayPath).toFile();
    }
}
