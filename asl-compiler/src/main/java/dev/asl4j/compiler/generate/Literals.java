package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Text of a definition as Java string literals. Everything but printable ASCII is escaped, so that the literal means the
 * same in whatever encoding the file is compiled, and shows what it holds.
 */
final class Literals {
    /** A class file has room for 65,535 bytes of modified UTF-8 in one string constant, javac takes one less. */
    private static final int MOST_BYTES = 65_534;

    /** More lines than these are nothing to read any more. */
    private static final int MOST_LINES = 200;

    private Literals() {}

    /** {@code "text"}; text that is too long for one literal comes as a call that joins several. */
    static CodeBlock string(String text, Statics statics) {
        List<String> chunks = chunks(text);
        return chunks.size() == 1
                ? CodeBlock.of("$L", quoted(text))
                : CodeBlock.of("$L($L)", statics.use(RuntimeTypes.JSON, "text"), joined(chunks));
    }

    /**
     * Text of several lines with a literal for each, joined by plus signs, which javac makes one of:
     *
     * <pre>{@code
     * "(\n"
     *     + "  $total := $sum($states.input.items.price);\n"
     * + ")"
     * }</pre>
     */
    static CodeBlock lines(String text, Statics statics) {
        List<String> lines = List.of(text.split("(?<=\n)"));
        if (lines.size() == 1 || lines.size() > MOST_LINES || chunks(text).size() > 1) {
            return string(text, statics);
        }
        CodeBlock joined =
                lines.stream().map(line -> CodeBlock.of("$L", quoted(line))).collect(CodeBlock.joining("\n+ "));
        return CodeBlock.of("$>$>\n$L$<$<", joined);
    }

    /** {@code "text"}, or {@code "te", "xt"} where that is too long for one literal. */
    static CodeBlock chunked(String text) {
        return joined(chunks(text));
    }

    private static CodeBlock joined(List<String> chunks) {
        return chunks.stream().map(chunk -> CodeBlock.of("$L", quoted(chunk))).collect(CodeBlock.joining(", "));
    }

    private static List<String> chunks(String text) {
        List<String> chunks = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            int size = bytes(text.charAt(i));
            if (bytes + size > MOST_BYTES) {
                chunks.add(text.substring(from, i));
                from = i;
                bytes = 0;
            }
            bytes += size;
        }
        chunks.add(text.substring(from));
        return chunks;
    }

    private static int bytes(char unit) {
        if (unit == 0 || unit >= 0x80) {
            return unit < 0x800 ? 2 : 3;
        }
        return 1;
    }

    /** The text in quotation marks. */
    static String quoted(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i), literal);
        }
        return literal.append('"').toString();
    }

    private static void append(char unit, StringBuilder literal) {
        switch (unit) {
            case '"' -> literal.append("\\\"");
            case '\\' -> literal.append("\\\\");
            case '\n' -> literal.append("\\n");
            case '\r' -> literal.append("\\r");
            case '\t' -> literal.append("\\t");
            default -> {
                if (unit >= ' ' && unit < 0x7f) {
                    literal.append(unit);
                } else {
                    String digits = Integer.toHexString(unit);
                    literal.append("\\u")
                            .append("0".repeat(4 - digits.length()))
                            .append(digits);
                }
            }
        }
    }
}
