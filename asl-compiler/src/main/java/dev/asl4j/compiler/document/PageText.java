package dev.asl4j.compiler.document;

/** A page as it is written: blocks with an empty line between. */
final class PageText {
    private final StringBuilder text = new StringBuilder();

    /** A heading with a name that links can lead to; empty: it has none but its own words. */
    void heading(int level, String anchor, String words) {
        block("#".repeat(level) + " " + (anchor.isEmpty() ? "" : Anchors.mark(anchor)) + words);
    }

    /** Inline Markdown; nothing if it is empty. */
    void paragraph(String words) {
        if (!words.isEmpty()) {
            block(words);
        }
    }

    /** A table; nothing if it has no rows. */
    void table(Table table) {
        if (!table.isEmpty()) {
            block(table.text());
        }
    }

    void fence(String language, String lines) {
        block(Markdown.fence(language, lines));
    }

    private void block(String lines) {
        text.append(text.isEmpty() ? "" : "\n").append(lines).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
