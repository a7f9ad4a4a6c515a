package dev.asl4j.compiler.document;

import dev.asl4j.compiler.shape.Shape;
import dev.asl4j.compiler.shape.ShapeText;
import java.util.List;

/** A shape on a page: on one line where it is short. */
final class ShapeBlock {
    /** Nobody reads more. */
    private static final int MOST_LINES = 80;

    private static final int LONGEST_INLINE = 80;

    private ShapeBlock() {}

    /** Whether a shape says anything. */
    static boolean tells(Shape shape) {
        return !shape.isNever() && !shape.isMissing() && !shape.present().equals(Shape.ANY);
    }

    /**
     * Shows a shape; only the words before it if it says nothing.
     *
     * @param label Markdown
     * @param otherwise words for a shape that says nothing
     */
    static void show(PageText page, String label, String otherwise, Shape shape) {
        if (!tells(shape)) {
            page.paragraph(label + otherwise);
            return;
        }
        String text = ShapeText.of(shape.present());
        if (isShort(text)) {
            page.paragraph(label + Markdown.code(text) + ", inferred");
        } else {
            page.paragraph(label.isEmpty() ? "Inferred:" : label + "inferred");
            page.fence("text", cut(text));
        }
    }

    /** A shape in a cell; of a long one its outline; empty if it says nothing. */
    static String inline(Shape shape) {
        String text = tells(shape) ? ShapeText.of(shape.present()) : "";
        return text.isEmpty() ? "" : Markdown.code(isShort(text) ? text : ShapeText.words(shape.present()));
    }

    private static boolean isShort(String text) {
        return text.length() <= LONGEST_INLINE && text.indexOf('\n') < 0;
    }

    private static String cut(String text) {
        List<String> lines = text.lines().toList();
        return lines.size() <= MOST_LINES ? text : String.join("\n", lines.subList(0, MOST_LINES)) + "\n...";
    }
}
