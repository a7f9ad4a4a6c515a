package dev.asl4j.compiler.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text of a definition inside Java comments, where it must stay: javac resolves backslash-u escapes in comments too, and
 * the first end-of-comment mark ends one. The only place where such text is made harmless.
 */
final class Comments {
    private static final int WIDTH = 100;

    private Comments() {}

    /** A name in a code tag of javadoc, or of HTML if it has characters that mean something to javadoc. */
    static String code(String name) {
        return name.codePoints().allMatch(Comments::isPlain)
                ? "{@code " + name + "}"
                : "<code>" + html(name) + "</code>";
    }

    private static boolean isPlain(int c) {
        return c == ' ' || isHarmless(c);
    }

    /** A paragraph of javadoc, its lines broken at blanks. */
    static String paragraph(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : html(text.strip()).split(" +", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }

    /** A comment to the end of a line. */
    static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.strip().codePoints().forEach(c -> {
            if (isHarmless(c) || c == ' ' || ASCII_MARKS.indexOf(c) >= 0) {
                line.appendCodePoint(c);
            } else {
                line.append(isBlank(c) ? " " : "?");
            }
        });
        return line.length() <= WIDTH ? line.toString() : line.substring(0, whole(line, WIDTH - 3)) + "...";
    }

    private static int whole(StringBuilder line, int end) {
        return Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
    }

    /** What means something in javadoc and nothing in a line comment: all but the backslash. */
    private static final String ASCII_MARKS = "*/<>&@{}";

    /** The text for javadoc: what could mean something there as a character reference, what does not show by its number. */
    private static String html(String text) {
        StringBuilder html = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isHarmless(c)) {
                html.appendCodePoint(c);
            } else if (isBlank(c)) {
                html.append(' ');
            } else if (c < 0x80 && c > ' ') {
                html.append("&#").append(c).append(';');
            } else {
                html.append(String.format(Locale.ROOT, "[U+%04X]", c));
            }
        });
        return html.toString();
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean isHarmless(int c) {
        if (c == '\\' || ASCII_MARKS.indexOf(c) >= 0) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
