package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

// Size: a kind of value after the other.

/**
 * Writes values into bytes that {@link BinaryReader} reads: a tenth of the time that text takes. What was written shortly before, the same
 * container or an equal short text, is only pointed back to. The bytes are not meant to leave the process: their form may change at any
 * time.
 */
public final class BinaryWriter {
    private static final int FIRST_CAPACITY = 512;

    /** Of what may be met again; more as soon as there is more. */
    private static final int FIRST_KNOWN = 32;

    private static final int MOST_KNOWN = 2_048;
    private static final int GROWTH = 4;

    /** So many bytes for each that is known. */
    private static final int BYTES_OF_KNOWN = 32;

    /** Looking for a longer text takes as long as writing it. */
    private static final int LONGEST_KNOWN = 48;

    /** What is shorter is written again. */
    private static final int SHORTEST_KNOWN = 3;

    /** Up to here a text is copied character by character. */
    private static final int PIECE = 32;

    private static final int LONGEST_NUMBER = 10;

    /** In a byte of a number that is not the last one. */
    private static final int MORE = 1 << BinaryTags.BITS;

    private static final int SPREAD = 0x9E3779B1;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;

    /** Texts, names of objects, containers and long texts: each in a place that its content gives, with where it was written. */
    private @Nullable Object[] known = new @Nullable Object[FIRST_KNOWN];

    private int[] places = new int[FIRST_KNOWN];

    /** How much was written. */
    public int size() {
        return size;
    }

    /** What was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Reads what was written from there on, before more is written. */
    public BinaryReader readFrom(int at) {
        BinaryReader reader = new BinaryReader(bytes);
        reader.at(at);
        return reader;
    }

    /** Forgets what was written from there on. */
    public void cut(int at) {
        size = at;
        Arrays.fill(known, null); // some of it may be gone
    }

    // ---- pieces

    public void octet(int octet) {
        room(1);
        bytes[size++] = (byte) octet;
    }

    /** Writes over a byte. */
    public void octetAt(int at, int octet) {
        bytes[at] = (byte) octet;
    }

    /** Four bytes. */
    public void fixed(int number) {
        room(Integer.BYTES);
        size += Integer.BYTES;
        fixedAt(size - Integer.BYTES, number);
    }

    /** Writes over four bytes. */
    public void fixedAt(int at, int number) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + i] = (byte) (number >>> ((Integer.BYTES - 1 - i) * Byte.SIZE));
        }
    }

    /** A number, shorter if it is small and not negative. */
    public void number(long number) {
        room(LONGEST_NUMBER);
        if (number >>> BinaryTags.BITS == 0) {
            bytes[size++] = (byte) number;
        } else if (number >>> (2 * BinaryTags.BITS) == 0) {
            bytes[size++] = (byte) (number | MORE);
            bytes[size++] = (byte) (number >>> BinaryTags.BITS);
        } else if (number >>> (3 * BinaryTags.BITS) == 0) {
            bytes[size++] = (byte) (number | MORE);
            bytes[size++] = (byte) ((number >>> BinaryTags.BITS) | MORE);
            bytes[size++] = (byte) (number >>> (2 * BinaryTags.BITS));
        } else {
            longer(number);
        }
    }

    private void longer(long number) {
        byte[] to = bytes;
        int at = size;
        long left = number;
        while ((left & -MORE) != 0) {
            to[at++] = (byte) (left | MORE);
            left >>>= BinaryTags.BITS;
        }
        to[at++] = (byte) left;
        size = at;
    }

    /** A number, shorter if it is near 0. */
    public void signed(long number) {
        number((number << 1) ^ (number >> (Long.SIZE - 1)));
    }

    // ---- texts

    /** A text. */
    public void text(String text) {
        int length = text.length();
        if (length < SHORTEST_KNOWN || length > LONGEST_KNOWN) {
            characters(text);
            return;
        }
        int place = place(text.hashCode());
        if (text.equals(known[place])) {
            same(places[place]);
        } else {
            remember(place, text, size);
            characters(text);
        }
    }

    private void characters(String text) {
        int length = text.length();
        room(LONGEST_NUMBER + 1 + length);
        int begin = size;
        if (length <= BinaryTags.LONGEST_SHORT) {
            bytes[size++] = (byte) (BinaryTags.SHORT + length);
        } else {
            bytes[size++] = BinaryTags.LATIN;
            number(length);
        }
        if (length <= PIECE ? !copyLatin(text) : !isLatin(text)) {
            size = begin;
            wide(text);
            return;
        }
        if (length > PIECE) {
            copyAll(text);
        }
        size += length;
    }

    /** Whether it consists of such characters; then they are there. */
    private boolean copyLatin(String text) {
        byte[] to = bytes;
        int at = size;
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            all |= character;
            to[at + i] = (byte) character;
        }
        return all <= 0xFF;
    }

    @SuppressWarnings("deprecation") // drops the upper half of each character, which is 0 here
    private void copyAll(String text) {
        text.getBytes(0, text.length(), bytes, size);
    }

    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    private void wide(String text) {
        octet(BinaryTags.WIDE);
        number(text.length());
        room(2 * text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            bytes[size++] = (byte) (character >> Byte.SIZE);
            bytes[size++] = (byte) character;
        }
    }

    // ---- values

    /** A value; one that is not frozen as {@link Json#freeze} gives it. */
    public void value(JsonNode value) {
        if (value instanceof FrozenObject object) {
            object(object);
        } else if (value instanceof TextNode) {
            textValue(value, value.textValue());
        } else if (value instanceof IntNode) {
            integer(value.intValue());
        } else if (value instanceof FrozenArray array) {
            array(array);
        } else if (value instanceof DoubleNode && Double.isFinite(value.doubleValue())) {
            fraction(value.doubleValue());
        } else if (value instanceof LongNode) {
            integer(value.longValue());
        } else {
            other(Json.freeze(value));
        }
    }

    private void other(JsonNode value) {
        switch (value.getNodeType()) {
            case NULL -> octet(BinaryTags.NULL);
            case BOOLEAN -> octet(value.booleanValue() ? BinaryTags.TRUE : BinaryTags.FALSE);
            case NUMBER -> {
                if (value.isBigInteger() || value.isBigDecimal()) {
                    octet(value.isBigInteger() ? BinaryTags.BIG_INTEGER : BinaryTags.DECIMAL);
                    text(value.asText());
                } else {
                    value(value); // small after all
                }
            }
            case ARRAY, OBJECT, STRING -> value(value);
            case BINARY, MISSING, POJO -> throw new IllegalStateException("not frozen: " + value.getNodeType());
        }
    }

    private void integer(long value) {
        if (value >= 0 && value < BinaryTags.SMALL_INTEGERS) {
            octet(BinaryTags.SMALL_INTEGER + (int) value);
        } else {
            octet(BinaryTags.INTEGER);
            signed(value);
        }
    }

    private void fraction(double value) {
        octet(BinaryTags.DOUBLE);
        long bits = Double.doubleToRawLongBits(value);
        fixed((int) (bits >>> Integer.SIZE));
        fixed((int) bits);
    }

    private void textValue(JsonNode value, String text) {
        if (text.length() <= LONGEST_KNOWN) {
            text(text);
        } else if (!isSame(value, hash(value))) {
            remember(place(hash(value)), value, size);
            characters(text);
        }
    }

    private void array(FrozenArray array) {
        int hash = hash(array);
        int length = array.size();
        int begin = size;
        if (length > 0 && isSame(array, hash)) {
            return;
        }
        octet(BinaryTags.ARRAY);
        number(length);
        for (int i = 0; i < length; i++) {
            value(array.element(i));
        }
        remember(place(hash), array, begin);
    }

    private void object(FrozenObject object) {
        int hash = hash(object);
        int begin = size;
        if (isSame(object, hash)) {
            return;
        }
        Keys keys = object.keys();
        int length = keys.size();
        int place = place((int) keys.bound());
        if (known[place] == keys) {
            octet(BinaryTags.SAME_NAMES);
            number(size - places[place]);
        } else {
            octet(BinaryTags.OBJECT);
            int names = size;
            number(length);
            for (int i = 0; i < length; i++) {
                text(keys.name(i));
            }
            remember(place((int) keys.bound()), keys, names);
        }
        for (JsonNode value : object.array()) {
            value(value);
        }
        remember(place(hash), object, begin); // and what is in it gives way
    }

    // ---- what was written before

    /** Points back to that container or text, if it was written. */
    private boolean isSame(JsonNode value, int hash) {
        int place = place(hash);
        if (known[place] == value) {
            same(places[place]);
            return true;
        }
        return false;
    }

    private void same(int place) {
        octet(BinaryTags.SAME);
        number(size - place);
    }

    private void remember(int place, Object what, int begin) {
        known[place] = what;
        places[place] = begin;
    }

    private int place(int hash) {
        if (size > known.length * BYTES_OF_KNOWN && known.length < MOST_KNOWN) {
            grow();
        }
        return spread(hash) & known.length - 1;
    }

    private static int spread(int hash) {
        int spread = hash * SPREAD;
        return spread ^ spread >>> 16;
    }

    private void grow() {
        @Nullable Object[] before = known;
        int[] placesBefore = places;
        known = new @Nullable Object[GROWTH * before.length];
        places = new int[known.length];
        for (int i = 0; i < before.length; i++) {
            Object what = before[i];
            if (what != null) {
                int place = spread(hash(what)) & known.length - 1;
                known[place] = what;
                places[place] = placesBefore[i];
            }
        }
    }

    /** Where it is among those that are known. */
    private static int hash(Object what) {
        if (what instanceof String text) {
            return text.hashCode();
        }
        if (what instanceof FrozenObject object) {
            return object.size() == 0 ? 0 : hash(object.measure(), object.value(0));
        }
        if (what instanceof FrozenArray array) {
            return array.size() == 0 ? 0 : hash(array.measure(), array.element(0));
        }
        return what instanceof Keys keys
                ? (int) keys.bound()
                : ~((JsonNode) what).textValue().length();
    }

    /** Many objects have one measure, but their first value is mostly a key or a number of their own. */
    private static int hash(long measure, JsonNode first) {
        int hash = ~(int) (measure ^ measure >>> (Integer.SIZE - 3));
        if (first instanceof TextNode) {
            String text = first.textValue();
            return text.length() <= LONGEST_KNOWN ? hash ^ text.hashCode() : hash;
        }
        return first instanceof IntNode ? hash + first.intValue() : hash;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
