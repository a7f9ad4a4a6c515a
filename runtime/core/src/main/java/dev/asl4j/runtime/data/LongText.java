package dev.asl4j.runtime.data;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;

/** A string that remembers how many bytes its text has: whoever carries it along does not look at each character again. */
final class LongText extends TextNode {
    /** Characters from which on counting costs more than remembering. */
    private static final int SHORTEST = 256;

    /** See {@link TextSize}; 0 until it is asked for. */
    private int textSize;

    private LongText(String text) {
        super(text);
    }

    /** The text as a node. */
    static TextNode of(String text) {
        return isLong(text) ? new LongText(text) : TextNode.valueOf(text);
    }

    static boolean isLong(String text) {
        return text.length() >= SHORTEST;
    }

    int textSize() {
        int size = textSize;
        if (size == 0) {
            size = TextSize.ofText(textValue());
            textSize = size;
        }
        return size;
    }

    /** With the type of an ordinary node, as nobody else knows this one. */
    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider provider, TypeSerializer types)
            throws IOException {
        TextNode.valueOf(textValue()).serializeWithType(generator, provider, types);
    }

    /** Java serialization: an ordinary node comes out. */
    private Object writeReplace() {
        return TextNode.valueOf(textValue());
    }
}
