package dev.asl4j.compiler.report;

import dev.asl4j.compiler.diagnostic.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the documentation says of a rule. The build packs {@code docs/diagnostics.md} beside this class, so that there is one text.
 *
 * @param markdown the whole section, without its heading and the line of its levels
 */
record RuleText(String markdown) {
    private static final String RESOURCE = "diagnostics.md";
    private static final Pattern HEADING = Pattern.compile("### `([a-z0-9-]+)`.*");

    /** Below the heading stands what follows from the code: its levels. */
    private static final Pattern LEVELS = Pattern.compile("\\A\\*\\*(?:always )?[a-z]+(?:\\*\\*.*\\n|\\.\\*\\*)\\s*");

    /** They lead to other parts of the documentation, which is elsewhere. */
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\([^)]*\\)");

    private static final Pattern SENTENCE = Pattern.compile("^(.*?[.])(?:\\s|$)", Pattern.DOTALL);

    /** Read at the first question. */
    private static final class Sections {
        private static final Map<String, RuleText> BY_ID = parse(read());
    }

    /** The text of a rule; without its section in the documentation, which a test keeps from happening, the id alone. */
    public static RuleText of(Code code) {
        return Sections.BY_ID.getOrDefault(code.id(), new RuleText(code.id() + "."));
    }

    /** The first paragraph, which says what is wrong; without markup. */
    public String meaning() {
        int end = markdown.indexOf("\n\n");
        String paragraph = end < 0 ? markdown : markdown.substring(0, end);
        return paragraph.replace("`", "").replace('\n', ' ').strip();
    }

    /** The first sentence of the meaning. */
    public String sentence() {
        Matcher sentence = SENTENCE.matcher(meaning());
        return sentence.find() ? sentence.group(1) : meaning();
    }

    static Map<String, RuleText> parse(String document) {
        Map<String, StringBuilder> sections = new HashMap<>();
        StringBuilder section = new StringBuilder();
        boolean fenced = false;
        for (String line : document.lines().toList()) {
            Matcher heading = HEADING.matcher(line);
            if (!fenced && heading.matches()) {
                section = new StringBuilder();
                sections.put(heading.group(1), section);
            } else if (!fenced && (line.startsWith("# ") || line.startsWith("## ") || line.startsWith("### "))) {
                section = new StringBuilder();
            } else {
                section.append(fenced ? line : LINK.matcher(line).replaceAll("$1"))
                        .append('\n');
                fenced ^= line.startsWith("```");
            }
        }
        Map<String, RuleText> texts = new HashMap<>();
        sections.forEach((id, text) -> texts.put(id, new RuleText(withoutLevels(text.toString()))));
        return texts;
    }

    private static String withoutLevels(String section) {
        return LEVELS.matcher(section.strip()).replaceFirst("");
    }

    private static String read() {
        try (InputStream in = RuleText.class.getResourceAsStream(RESOURCE)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
