package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link BinaryWriter} has written. */
public final class BinaryReader {
    private static final int MASK = (1 << BinaryTags.BITS) - 1;
    private static final int NAMES = 32;

    private final byte[] bytes;
    private final int end;
    private int at;

    /** Names of objects that were read, each in a place that its position gives. */
    private final @Nullable Keys[] names = new @Nullable Keys[NAMES];

    private final int[] namesAt = new int[NAMES];

    /** Once there are any. */
    private @Nullable Map<Integer, JsonNode> pointedTo;

    public BinaryReader(byte[] bytes) {
        this.bytes = bytes;
        end = bytes.length;
    }

    /** Whether there is more. */
    public boolean hasMore() {
        return at < end;
    }

    public int at() {
        return at;
    }

    public void at(int position) {
        at = position;
    }

    public int octet() {
        return bytes[at++] & 0xFF;
    }

    /** Four bytes. */
    public int fixed() {
        int number = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            number = number << Byte.SIZE | octet();
        }
        return number;
    }

    public long number() {
        long number = 0;
        for (int shift = 0; ; shift += BinaryTags.BITS) {
            byte next = bytes[at++];
            number |= (long) (next & MASK) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    /** A number near 0. */
    public long signed() {
        long number = number();
        return (number >>> 1) ^ -(number & 1);
    }

    /** A text. */
    public String text() {
        int tag = octet();
        if (tag != BinaryTags.SAME) {
            return text(tag);
        }
        int place = back();
        int after = at;
        at = place;
        String text = text(octet());
        at = after;
        return text;
    }

    private String text(int tag) {
        return switch (tag) {
            case BinaryTags.LATIN -> latin((int) number());
            case BinaryTags.WIDE -> wide((int) number());
            default -> {
                if (tag < BinaryTags.SHORT) {
                    throw new IllegalStateException("not a text");
                }
                yield latin(tag - BinaryTags.SHORT);
            }
        };
    }

    private String latin(int length) {
        String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
        at += length;
        return text;
    }

    private String wide(int length) {
        char[] characters = new char[length];
        for (int i = 0; i < length; i++) {
            characters[i] = (char) (octet() << Byte.SIZE | octet());
        }
        return new String(characters);
    }

    /** Where the value that comes next was written: values that are one have one place. */
    public int place() {
        if ((bytes[at] & 0xFF) != BinaryTags.SAME) {
            return at;
        }
        int here = at++;
        int place = back();
        at = here;
        return place;
    }

    /** Passes over a value. */
    public void skip() {
        if ((bytes[at] & 0xFF) == BinaryTags.SAME) {
            at++;
            number();
        } else {
            value();
        }
    }

    /** A value. */
    public JsonNode value() {
        int tag = octet();
        return switch (tag) {
            case BinaryTags.NULL -> NullNode.getInstance();
            case BinaryTags.TRUE -> BooleanNode.TRUE;
            case BinaryTags.FALSE -> BooleanNode.FALSE;
            case BinaryTags.INTEGER -> Numbers.node(signed());
            case BinaryTags.DOUBLE ->
                DoubleNode.valueOf(
                        Double.longBitsToDouble(((long) fixed() << Integer.SIZE) | (fixed() & 0xFFFF_FFFFL)));
            case BinaryTags.BIG_INTEGER -> BigIntegerNode.valueOf(new BigInteger(text()));
            case BinaryTags.DECIMAL -> DecimalNode.valueOf(new BigDecimal(text()));
            case BinaryTags.ARRAY -> array();
            case BinaryTags.OBJECT -> object(keys());
            case BinaryTags.SAME_NAMES -> object(sameKeys());
            case BinaryTags.SAME -> same();
            default ->
                tag < BinaryTags.SMALL_INTEGER || tag >= BinaryTags.SHORT
                        ? LongText.of(text(tag))
                        : Numbers.node(tag - BinaryTags.SMALL_INTEGER);
        };
    }

    private JsonNode array() {
        JsonNode[] elements = new JsonNode[(int) number()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = value();
        }
        return elements.length == 0 ? FrozenArray.EMPTY : new FrozenArray(elements);
    }

    private JsonNode object(Keys keys) {
        JsonNode[] values = new JsonNode[keys.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value();
        }
        return values.length == 0 ? FrozenObject.EMPTY : new FrozenObject(keys, values);
    }

    private Keys keys() {
        int place = at;
        String[] all = new String[(int) number()];
        for (int i = 0; i < all.length; i++) {
            all[i] = text();
        }
        Keys keys = new Keys(all);
        names[place & NAMES - 1] = keys;
        namesAt[place & NAMES - 1] = place;
        return keys;
    }

    private Keys sameKeys() {
        int place = back();
        Keys known = names[place & NAMES - 1];
        if (known != null && namesAt[place & NAMES - 1] == place) {
            return known;
        }
        int after = at;
        at = place;
        Keys keys = keys();
        at = after;
        return keys;
    }

    private JsonNode same() {
        int place = back();
        if (pointedTo == null) {
            pointedTo = new HashMap<>();
        }
        JsonNode known = pointedTo.get(place);
        if (known != null) {
            return known;
        }
        int after = at;
        at = place;
        JsonNode value = value();
        at = after;
        pointedTo.put(place, value);
        return value;
    }

    /** Distances are counted from where they are written. */
    private int back() {
        int here = at;
        return here - (int) number();
    }
}
