package dev.asl4j.maven;

import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.SideFile;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.DiagnosticFormat;
import dev.asl4j.compiler.diagnostic.Severity;
import dev.asl4j.compiler.report.Sarif;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
    void clear(List<Definition> definitions) {
        for (Definition definition : definitions) {
            ide.removeMessages(file(definition.displayPath()));
            SideFile rules = definition.rules();
            if (rules != null) {
                ide.removeMessages(file(rules.displayPath()));
            }
        }
    }

    void report(CompilationResult result) {
        result.diagnostics().forEach(this::report);
    }

    /** Writes the report for other tools, where one is wanted; not if it is there. */
    void save(List<Diagnostic> diagnostics) throws IOException {
        Path file = request.sarifFile();
        if (file != null) {
            String report = new Sarif(request.version()).of(diagnostics);
            new OutputTree(file.resolveSibling("")).write(file.getFileName().toString(), report);
        }
    }

    /** Says in one line how much there was to tell. */
    void close(Summary summary) {
        log.info(summary.line());
    }

    private void report(Diagnostic diagnostic) {
        String text = DiagnosticFormat.excerpt(diagnostic).replace("\n", System.lineSeparator());
        switch (diagnostic.severity()) {
            case ERROR -> log.error(text);
            case WARNING -> log.warn(text);
            case NOTE -> log.info(text);
        }
        if (marks && diagnostic.severity() != Severity.NOTE) {
            mark(diagnostic);
        }
    }

    private void mark(Diagnostic diagnostic) {
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
