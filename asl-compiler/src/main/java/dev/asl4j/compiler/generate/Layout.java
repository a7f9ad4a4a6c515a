package dev.asl4j.compiler.generate;

/** What JavaPoet has no setting for: fields of one kind that follow one another need no blank line between them. */
final class Layout {
    private Layout() {}

    static String compact(String java) {
        String[] lines = java.split("\n", -1);
        StringBuilder compact = new StringBuilder(java.length());
        for (int i = 0; i < lines.length; i++) {
            boolean between = lines[i].isEmpty()
                    && i > 0
                    && i + 1 < lines.length
                    && isField(lines[i - 1])
                    && kind(lines[i - 1]).equals(kind(lines[i + 1]))
                    && isField(lines[i + 1]);
            if (!between) {
                compact.append(lines[i]).append(i + 1 < lines.length ? "\n" : "");
            }
        }
        return compact.toString();
    }

    /** A declaration in one line. Lines of comments start with a star; no other text of a definition starts a line. */
    private static boolean isField(String line) {
        return line.endsWith(";") && !kind(line).isEmpty();
    }

    /** Indentation, modifiers and type of a field; empty for any other line. */
    private static String kind(String line) {
        int end = line.indexOf(" final ");
        String start = line.stripLeading();
        if (end < 0 || !(start.startsWith("private ") || start.startsWith("public static final String "))) {
            return "";
        }
        return line.substring(0, line.indexOf(' ', end + " final ".length()));
    }
}
