package dev.asl4j.compiler.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** JSON on one line. */
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** Writes one value. */
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    static String of(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes everything", e);
        }
        return escaped(text.toString());
    }

    /**
     * The same JSON with escapes for what may not survive on the way: lone halves of surrogate pairs, which UTF-8 does not have, and the
     * ends of lines that are not ASCII.
     */
    private static String escaped(String json) {
        StringBuilder escaped = null;
        for (int i = 0; i < json.length(); ) {
            int c = json.codePointAt(i);
            if (isEscaped(c)) {
                escaped = escaped == null ? new StringBuilder(json.length() + 16).append(json, 0, i) : escaped;
                escaped.append("\\u").append(String.format(Locale.ROOT, "%04x", c));
            } else if (escaped != null) {
                escaped.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return escaped == null ? json : escaped.toString();
    }

    private static boolean isEscaped(int c) {
        return c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029 || (c >= 0xD800 && c <= 0xDFFF);
    }
}
