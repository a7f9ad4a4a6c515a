package dev.asl4j.it.plugin;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Maven build that has ended.
 *
 * @param succeeded whether Maven said so
 * @param lines the log
 */
public record Build(boolean succeeded, List<String> lines) {
    private static final Pattern CLOSING = Pattern.compile(
            "\\[INFO] (no definitions in .*|\\d+ definitions? (?:unchanged|checked|(?:compiled|documented): .*)) \\((\\d+) ms\\)");

    private static final Pattern FAILURE = Pattern.compile(
            "\\[ERROR] Failed to execute goal dev\\.asl4j:asl4j-maven-plugin:\\S+ \\(\\S+\\) on project \\S+: (.*?)( -> \\[Help 1])?");

    private static final Pattern SUMMARY = Pattern.compile("\\[INFO] (\\d+ definitions?: .*)");

    /** How much the goals had to tell, in order: {@code 2 definitions: 1 warning}. */
    public List<String> summaries() {
        return lines.stream()
                .map(SUMMARY::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .toList();
    }

    /** What the goals said at their end, in order: {@code 2 definitions unchanged}. */
    public List<String> closings() {
        return lines.stream()
                .map(CLOSING::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .toList();
    }

    /** Why the plugin failed the build, in the words of its exception; empty if it did not. */
    public String failure() {
        return lines.stream()
                .map(FAILURE::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .findFirst()
                .orElse("");
    }

    /** How long the slowest goal took by its own account, in milliseconds. */
    public long slowest() {
        return lines.stream()
                .map(CLOSING::matcher)
                .filter(Matcher::matches)
                .mapToLong(line -> Long.parseLong(line.group(2)))
                .max()
                .orElseThrow(() -> new AssertionError("no goal closed: " + text()));
    }

    /** Every diagnostic in the log, in order, each with the two lines of its excerpt if they were printed. */
    public String diagnostics() {
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("\\[(ERROR|WARNING|INFO)] .*:\\d+:\\d+: (error|warning|note): .*")) {
                found.append(lines.get(i)).append('\n');
                for (int k = i + 1; k < lines.size() && lines.get(k).matches(" {4,}\\d* ?\\|.*| +\\d+ \\|.*"); k++) {
                    found.append(lines.get(k).stripTrailing()).append('\n');
                }
            }
        }
        return found.toString();
    }

    public boolean has(String line) {
        return lines.contains(line);
    }

    public boolean mentions(String text) {
        return text().contains(text);
    }

    /** Short, as scripts print it when an assertion fails; the whole is in {@code build-2.log} and so on. */
    @Override
    public String toString() {
        return (succeeded ? "succeeded " : "failed ") + closings() + " " + failure();
    }

    public String text() {
        return String.join("\n", lines);
    }
}
