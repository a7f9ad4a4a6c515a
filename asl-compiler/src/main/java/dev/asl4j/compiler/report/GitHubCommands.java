package dev.asl4j.compiler.report;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Severity;
import dev.asl4j.compiler.source.Position;
import java.nio.charset.StandardCharsets;

/**
 * Commands that a workflow of GitHub Actions prints, one for each diagnostic, to have it shown at its line:
 *
 * <pre>{@code
 * ::error file=a.asl.json,line=2,endLine=2,col=3,endColumn=9,title=unknown-start::state "A" does not exist
 * }</pre>
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">workflow commands</a>
 */
public final class GitHubCommands implements Report {

    @Override
    public String head() {
        return "";
    }

    @Override
    public String entry(Diagnostic diagnostic, boolean first) {
        Position start = diagnostic.start();
        Position end = diagnostic.end();
        String hint = diagnostic.hint();
        // GitHub drops the columns of what goes over several lines, or the whole annotation.
        String columns = start.line() == end.line() ? ",col=" + start.column() + ",endColumn=" + end.column() : "";
        return "::" + command(diagnostic.severity())
                + " file=" + property(diagnostic.file())
                + ",line=" + start.line() + ",endLine=" + end.line() + columns
                + ",title=" + property(diagnostic.code().id())
                + "::" + data(Quotes.plain(diagnostic.message()) + (hint == null ? "" : "; " + Quotes.plain(hint)))
                + "\n";
    }

    @Override
    public String tail() {
        return "";
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    private static String data(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
