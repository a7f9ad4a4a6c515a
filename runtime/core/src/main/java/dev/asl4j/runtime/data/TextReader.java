package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value from text in memory, straight into frozen nodes. Knows what is right and common; of anything else
 * it says that it is {@link Irregular}, for Jackson's parser to read it or to say what is wrong with it.
 */
final class TextReader extends TextTokens {
    private static final int FIRST = 8;
    private static final int GROWTH = 4;

    private final Prefixes prefixes = Prefixes.current();

    /** Values of the containers that are open, the inner ones after the outer ones. */
    private JsonNode[] values = new JsonNode[FIRST];

    private int count;

    private TextReader(String text) {
        super(text);
    }

    /** @throws Irregular if the text is not JSON, and of some that is */
    static JsonNode read(String text) {
        try {
            TextReader reader = new TextReader(text);
            JsonNode value = reader.value(reader.next(), 0);
            reader.end();
            return value;
        } catch (StringIndexOutOfBoundsException endOfText) {
            throw new Irregular(); // within the value: so no character is checked for that
        }
    }

    /** @param level number of containers around */
    private JsonNode value(char first, int level) {
        return switch (first) {
            case '"' -> LongText.of(string());
            case '{' -> object(level + 1);
            case '[' -> array(level + 1);
            case 't' -> literal("true", BooleanNode.TRUE);
            case 'f' -> literal("false", BooleanNode.FALSE);
            case 'n' -> literal("null", NullNode.getInstance());
            default -> number(first);
        };
    }

    private JsonNode array(int level) {
        checkLevel(level);
        int begin = count;
        char next = next();
        if (next == ']') {
            return FrozenArray.EMPTY;
        }
        while (true) {
            add(value(next, level));
            next = next();
            if (next == ']') {
                return new FrozenArray(taken(begin));
            }
            if (next != ',') {
                throw new Irregular();
            }
            next = next();
        }
    }

    private JsonNode object(int level) {
        checkLevel(level);
        int begin = count;
        char next = next();
        if (next == '}') {
            return FrozenObject.EMPTY;
        }
        if (next != '"') {
            throw new Irregular();
        }
        Prefix names = prefixes.root;
        do {
            Prefix longer = longer(names);
            if (longer == null) {
                return wide(names, begin, level);
            }
            names = longer;
            member(level);
        } while (goesOn());
        return new FrozenObject(names.keys(), taken(begin));
    }

    /** What follows a name. */
    private void member(int level) {
        if (next() != ':') {
            throw new Irregular();
        }
        add(value(next(), level));
    }

    /** Whether a name follows a member; its quote is read. */
    private boolean goesOn() {
        char next = next();
        if (next == '}') {
            return false;
        }
        if (next != ',' || next() != '"') {
            throw new Irregular();
        }
        return true;
    }

    /**
     * The names with the one that begins here, if that can be remembered; reads on behind it.
     *
     * @return null if not: then it is still to be read
     */
    private @Nullable Prefix longer(Prefix names) {
        Prefix likely = names.likely();
        if (likely != null && takes(likely.name)) {
            return likely;
        }
        Prefix longer = searched(names);
        if (longer != null) {
            names.expect(longer);
        }
        return longer;
    }

    /** Reads on behind a name, if it is the one that begins here. */
    private boolean takes(String name) {
        if (text.startsWith(name, at)) {
            int end = at + name.length();
            if (text.charAt(end) == '"') {
                at = end + 1;
                return true;
            }
        }
        return false;
    }

    /** {@link #longer}, if it is not the likely one. */
    private @Nullable Prefix searched(Prefix names) {
        int start = at;
        int hash = 0;
        int i = start;
        for (char c = text.charAt(i); c != '"'; c = text.charAt(++i)) {
            if (c == '\\' || c < ' ') {
                return null;
            }
            hash = Prefixes.hash(hash, c);
        }
        Prefix longer = longer(names, start, i, hash);
        if (longer != null) {
            at = i + 1;
        }
        return longer;
    }

    private @Nullable Prefix longer(Prefix names, int start, int end, int hash) {
        Prefix known = prefixes.find(names, text, start, end, hash);
        if (known != null) {
            return known;
        }
        String name = text.substring(start, end);
        return names.has(name, hash) ? null : prefixes.add(names, name, hash);
    }

    /** An object of which some names were read, and more follow than are remembered one by one. */
    private JsonNode wide(Prefix names, int begin, int level) {
        Keys expected = names.wide();
        if (expected == null) {
            return unknown(names, begin, level);
        }
        do {
            int position = count - begin;
            if (position == expected.size() || !takes(expected.name(position))) {
                return unknown(names, begin, level);
            }
            member(level);
        } while (goesOn());
        return count - begin == expected.size()
                ? new FrozenObject(expected, taken(begin))
                : begun(expected, begin).build();
    }

    /** An object with a name twice, with an escape in a name, or with too many names: from the next name on. */
    private JsonNode unknown(Prefix names, int begin, int level) {
        Keys expected = names.wide();
        ObjectBuilder object = begun(expected == null ? names.keys() : expected, begin);
        boolean known = names.size == Prefixes.LONGEST;
        do {
            Prefix name = searched(prefixes.root);
            known &= name != null;
            String text = name == null ? name() : name.name;
            member(level);
            object.set(text, values[--count]);
        } while (goesOn());
        FrozenObject built = (FrozenObject) object.build();
        if (known) {
            names.rememberWide(built.keys());
        }
        return built;
    }

    /** The object that the values since then belong to. */
    private ObjectBuilder begun(Keys names, int begin) {
        ObjectBuilder object = new ObjectBuilder();
        for (int i = begin; i < count; i++) {
            object.set(names.name(i - begin), values[i]);
        }
        count = begin;
        return object;
    }

    private void add(JsonNode value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, GROWTH * count);
        }
        values[count++] = value;
    }

    private JsonNode[] taken(int begin) {
        JsonNode[] taken = Arrays.copyOfRange(values, begin, count);
        count = begin;
        return taken;
    }

    private static void checkLevel(int level) {
        if (level > Measure.DEEPEST) {
            throw new Irregular();
        }
    }
}
