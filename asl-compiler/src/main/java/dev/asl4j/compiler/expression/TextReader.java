package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.Code;
import java.util.ArrayList;
import java.util.List;

/** Reads the texts in apostrophes of intrinsic function calls. */
final class TextReader {

    private final Chars chars;
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder piece = new StringBuilder();
    private final List<String> pieces = new ArrayList<>();

    TextReader(Chars chars) {
        this.chars = chars;
    }

    /** Reads a text, from apostrophe to apostrophe. */
    Argument text() {
        int start = chars.offset();
        chars.take('\'');
        while (!chars.take('\'')) {
            if (chars.atEnd()) {
                String message = "is not a call: the text has no closing apostrophe";
                throw chars.fault(Code.BAD_INTRINSIC, start, start + 1, message, null);
            }
            if (chars.take("{}")) {
                value.append("{}");
                endPiece();
            } else {
                char c = chars.peek() == '\\' ? escaped() : (char) chars.peek();
                chars.moveTo(chars.offset() + 1);
                value.append(c);
                piece.append(c);
            }
        }
        endPiece();
        return new Argument.Text(value.toString(), pieces, chars.spanFrom(start));
    }

    private void endPiece() {
        pieces.add(piece.toString());
        piece.setLength(0);
    }

    private char escaped() {
        int start = chars.offset();
        int c = chars.peek(1);
        if (c != '\'' && c != '{' && c != '}' && c != '\\') {
            int end = c == Chars.END ? start + 1 : start + 2;
            String message = "is not a call: there is no such escape";
            String hint = "a text has the escapes \\' \\{ \\} and \\\\, with each backslash doubled in JSON";
            throw chars.fault(Code.BAD_INTRINSIC, start, end, message, hint);
        }
        chars.moveTo(start + 1);
        return (char) c;
    }
}
