package dev.asl4j.compiler;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Level;
import dev.asl4j.compiler.diagnostic.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An entry of {@code docs/diagnostics.md}.
 *
 * @param head the line below the heading, which follows from the code
 * @param text what the author wrote
 */
record DocumentedCode(String id, String head, String text) {
    static final Path FILE = Path.of("../docs/diagnostics.md");

    /** A heading and what follows up to the next heading. */
    private static final Pattern ENTRY = Pattern.compile("(?ms)^### `([^`\n]+)`\n\n(.*?)(?=\n##|\\z)");

    /** Two stars are how a head line starts; the text behind a level in the older form belongs to the author. */
    private static final Pattern HEAD = Pattern.compile("\\*\\*(?:always )?(?:error|warning|note|off)\\*\\*[^\n]*\n+");

    private static final Pattern OLD_HEAD = Pattern.compile("\\*\\*(?:error|warning|note|off)\\.\\*\\* ");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");

    /** A block of code. */
    record Example(String language, String text) {}

    static List<DocumentedCode> read() throws IOException {
        return ENTRY.matcher(Files.readString(FILE))
                .results()
                .map(DocumentedCode::entry)
                .toList();
    }

    private static DocumentedCode entry(MatchResult match) {
        String body = match.group(2);
        Matcher head = HEAD.matcher(body);
        if (head.lookingAt()) {
            return new DocumentedCode(match.group(1), head.group().strip(), body.substring(head.end()));
        }
        return new DocumentedCode(
                match.group(1),
                "",
                OLD_HEAD.matcher(body).lookingAt() ? body.replaceFirst(OLD_HEAD.pattern(), "") : body);
    }

    /** Writes each head line anew. */
    static void update() throws IOException {
        String document = Files.readString(FILE);
        String updated = ENTRY.matcher(document).replaceAll(match -> {
            DocumentedCode entry = entry(match);
            String head = Code.of(entry.id()).map(DocumentedCode::head).orElse(entry.head());
            return Matcher.quoteReplacement("### `" + entry.id() + "`\n\n" + head + "\n\n" + entry.text());
        });
        if (!updated.equals(document)) {
            Files.writeString(FILE, updated);
        }
    }

    /** What the line below the heading has to be. */
    static String head(Code code) {
        String always = code.isAdjustable() ? "" : "always ";
        List<String> parts = new ArrayList<>();
        parts.add("**" + always + code.level(Profile.AWS).word() + "**" + elsewhere(code));
        if (code.awsCode() != null) {
            parts.add("AWS: `" + code.awsCode() + "`");
        }
        if (code.isAdjustable()) {
            boolean silent = code.level(Profile.AWS) == Level.OFF;
            parts.add(silent ? "switch on: " + setting(code, Level.WARNING) : "silence: " + setting(code, Level.OFF));
        }
        return String.join(" | ", parts);
    }

    private static String elsewhere(Code code) {
        return Stream.of(Profile.SPEC, Profile.PORTABLE)
                .filter(profile -> code.level(profile) != code.level(Profile.AWS))
                .map(profile ->
                        ", in `" + profile.word() + "` **" + code.level(profile).word() + "**")
                .reduce("", String::concat);
    }

    private static String setting(Code code, Level level) {
        return "`<" + code.id() + ">" + level.word() + "</" + code.id() + ">`";
    }

    /** The blocks between the lines {@code Wrong:} and {@code Right:}. */
    List<Example> wrong() {
        return examples(text.substring(after("Wrong:"), after("Right:")));
    }

    /** The blocks behind the line {@code Right:}. */
    List<Example> right() {
        return examples(text.substring(after("Right:")));
    }

    private int after(String line) {
        int start = text.indexOf("\n" + line + "\n");
        if (start < 0) {
            throw new AssertionError(id + ": no line " + line);
        }
        return start + line.length() + 1;
    }

    private static List<Example> examples(String section) {
        return FENCE.matcher(section)
                .results()
                .map(match -> new Example(match.group(1), match.group(2).stripTrailing()))
                .toList();
    }

    @Override
    public String toString() {
        return id;
    }
}
