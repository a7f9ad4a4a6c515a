package dev.asl4j.runtime.data;

import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes frozen nodes as JSON text into memory, into one of the arrays that Jackson keeps for its own writers. */
final class TextWriter {
    private static final RecyclerPool<BufferRecycler> POOL = JsonRecyclerPools.defaultPool();

    /** Characters of an array that is kept for the next text, at most. */
    private static final int LARGEST = 65_536;

    /** Of a string so many characters are written at a time. */
    private static final int PIECE = 512;

    private static final int LONGEST_ESCAPE = 6;
    private static final int LONGEST_NUMBER = 20;
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private char[] buffer;
    private int size;

    /** What filled the buffer before. */
    private @Nullable List<String> full;

    private TextWriter(char[] buffer) {
        this.buffer = buffer;
    }

    /** @param value frozen */
    static String write(JsonNode value) {
        BufferRecycler recycler = POOL.acquireAndLinkPooled();
        TextWriter writer = new TextWriter(recycler.allocCharBuffer(BufferRecycler.CHAR_CONCAT_BUFFER));
        try {
            writer.value(value);
            return writer.text();
        } finally {
            recycler.releaseCharBuffer(BufferRecycler.CHAR_CONCAT_BUFFER, writer.buffer);
            recycler.releaseToPool();
        }
    }

    private String text() {
        String last = new String(buffer, 0, size);
        if (full == null) {
            return last;
        }
        full.add(last);
        return String.join("", full);
    }

    /** A value, at its first character. The usual classes first: asking for the type is a call that depends on it. */
    private void value(JsonNode value) {
        if (value instanceof TextNode) {
            string(value.textValue());
        } else if (value instanceof FrozenObject object) {
            object(object);
        } else if (value instanceof IntNode) {
            room(LONGEST_NUMBER);
            size = NumberOutput.outputInt(value.intValue(), buffer, size);
        } else if (value instanceof FrozenArray array) {
            array(array);
        } else if (value instanceof DoubleNode) {
            fraction(value.doubleValue());
        } else if (value instanceof LongNode) {
            room(LONGEST_NUMBER);
            size = NumberOutput.outputLong(value.longValue(), buffer, size);
        } else {
            raw(value.asText());
        }
    }

    private void array(FrozenArray array) {
        put('[');
        int length = array.size();
        for (int i = 0; i < length; i++) {
            if (i > 0) {
                put(',');
            }
            value(array.element(i));
        }
        put(']');
    }

    private void object(FrozenObject object) {
        Keys keys = object.keys();
        boolean plain = keys.isPlain();
        int length = keys.size();
        put('{');
        for (int i = 0; i < length; i++) {
            if (i > 0) {
                put(',');
            }
            name(keys.name(i), plain);
            value(object.value(i));
        }
        put('}');
    }

    private void name(String name, boolean plain) {
        int length = name.length();
        if (!plain || length > PIECE) {
            string(name);
            put(':');
            return;
        }
        room(length + 3);
        char[] to = buffer;
        int at = size;
        to[at++] = '"';
        name.getChars(0, length, to, at);
        at += length;
        to[at] = '"';
        to[at + 1] = ':';
        size = at + 2;
    }

    private void string(String text) {
        put('"');
        int length = text.length();
        for (int begin = 0; begin < length; begin += PIECE) {
            piece(text, begin, Math.min(length, begin + PIECE));
        }
        put('"');
    }

    private void put(char c) {
        room(1);
        buffer[size++] = c;
    }

    private void piece(String text, int begin, int end) {
        room(end - begin);
        char[] to = buffer;
        int stop = size + end - begin;
        text.getChars(begin, end, to, size);
        for (int i = size; i < stop; i++) {
            if (isEscaped(to[i])) {
                int plain = i - size;
                size = i;
                escaped(text, begin + plain, end);
                return;
            }
        }
        size = stop;
    }

    /** From the first character on that cannot stand for itself. */
    private void escaped(String text, int begin, int end) {
        room(LONGEST_ESCAPE * (end - begin));
        char[] to = buffer;
        int at = size;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            if (isEscaped(c)) {
                at = escape(c, to, at);
            } else {
                to[at++] = c;
            }
        }
        size = at;
    }

    static boolean isPlain(String[] texts) {
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                if (isEscaped(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isEscaped(char c) {
        return c < ' ' || c == '"' || c == '\\';
    }

    private static int escape(char c, char[] to, int begin) {
        int at = begin;
        to[at++] = '\\';
        switch (c) {
            case '"', '\\' -> to[at++] = c;
            case '\b' -> to[at++] = 'b';
            case '\t' -> to[at++] = 't';
            case '\n' -> to[at++] = 'n';
            case '\f' -> to[at++] = 'f';
            case '\r' -> to[at++] = 'r';
            default -> {
                to[at++] = 'u';
                to[at++] = '0';
                to[at++] = '0';
                to[at++] = HEX[c >> 4];
                to[at++] = HEX[c & 15];
            }
        }
        return at;
    }

    private void fraction(double value) {
        room(LONGEST_NUMBER);
        int end = Numbers.write(value, buffer, size);
        if (end < 0) {
            raw(Double.toString(value));
        } else {
            size = end;
        }
    }

    /** What needs no quotes and no escapes. */
    private void raw(String text) {
        int length = text.length();
        for (int begin = 0; begin < length; begin += PIECE) {
            int end = Math.min(length, begin + PIECE);
            room(end - begin);
            text.getChars(begin, end, buffer, size);
            size += end - begin;
        }
    }

    /** @param more no more than a new array has */
    private void room(int more) {
        if (size + more > buffer.length) {
            extend(more);
        }
    }

    private void extend(int more) {
        if (buffer.length < LARGEST) {
            buffer = Arrays.copyOf(buffer, Math.min(LARGEST, 2 * (buffer.length + more)));
            return;
        }
        if (full == null) {
            full = new ArrayList<>();
        }
        full.add(new String(buffer, 0, size));
        size = 0;
    }
}
