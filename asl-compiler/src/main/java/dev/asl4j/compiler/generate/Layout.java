package dev.asl4j.compiler.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * What JavaPoet has no setting for: fields that follow one another need no blank line between them, short javadoc and
 * empty bodies stand in one line. Works on lines, none of which starts with text of a definition: in comments it stands
 * behind a star, elsewhere inside of literals without line ends.
 */
final class Layout {
    private static final int WIDTH = 120;

    private final List<String> lines = new ArrayList<>();

    private Layout() {}

    static String compact(String java) {
        Layout layout = new Layout();
        for (String line : java.split("\n", -1)) {
            layout.add(line);
        }
        return String.join("\n", layout.lines);
    }

    private void add(String line) {
        if (isShortJavadoc(line)) {
            String text = removeLast().strip().substring(2);
            String start = removeLast();
            lines.add(start + " " + text + " */");
        } else if (line.strip().equals("}") && last().endsWith(" {")) {
            lines.add(removeLast() + "}");
        } else {
            if (isField(line)
                    && last().isEmpty()
                    && lines.size() > 1
                    && kind(line).equals(kind(lines.get(lines.size() - 2)))) {
                removeLast();
            }
            lines.add(line);
        }
    }

    private boolean isShortJavadoc(String end) {
        int size = lines.size();
        return end.strip().equals("*/")
                && size >= 2
                && lines.get(size - 2).strip().equals("/**")
                && last().length() + 6 <= WIDTH;
    }

    private String last() {
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    private String removeLast() {
        return lines.remove(lines.size() - 1);
    }

    private static boolean isField(String line) {
        return line.endsWith(";") && !kind(line).isEmpty();
    }

    /** What has to be the same in two fields that stand together: indentation and modifiers, and whether it is a number. */
    private static String kind(String line) {
        String start = line.stripLeading();
        int end = line.indexOf(" final ");
        if (end < 0 && start.startsWith("private ") && line.endsWith(";")) {
            return line.substring(0, line.length() - start.length()) + "private";
        }
        if (end < 0 || !line.endsWith(";") || !(start.startsWith("private ") || start.startsWith("public static "))) {
            return "";
        }
        String modifiers = line.substring(0, end);
        return line.startsWith(" final int ", end) ? modifiers + " int" : modifiers;
    }
}
