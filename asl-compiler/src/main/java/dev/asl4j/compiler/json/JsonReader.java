package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.source.Decoded;
import dev.asl4j.compiler.source.Location;
import dev.asl4j.compiler.source.SourceFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259, strictly). Never throws for what is wrong with the text: reports it. Of faults of syntax only the first is
 * reported, since what follows one is guesswork; of repeated keys all are.
 */
public final class JsonReader {

    /** Arrays and objects may be nested that deep; every later phase may then recurse over the tree. */
    public static final int MAX_DEPTH = 1_000;

    /** The characters of the longest definition: AWS refuses a longer one. */
    public static final int MAX_LENGTH = 1_048_576;

    private final SourceFile file;
    private final Diagnostics diagnostics;
    private final Cursor cursor;
    private final Literals literals;
    private int depth;

    private JsonReader(SourceFile file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
        this.cursor = new Cursor(file.text());
        this.literals = new Literals(cursor);
    }

    /**
     * Reads a file.
     *
     * @param path the path as diagnostics show it
     * @param content its bytes, which have to be UTF-8
     * @return the value; null if there is none, which was reported then
     */
    public static @Nullable JsonValue read(String path, byte[] content, Diagnostics diagnostics) {
        Decoded decoded = Decoded.utf8(path, content);
        if (Encoding.isBroken(decoded, diagnostics)) {
            return null;
        }
        if (decoded.fault() == Decoded.Fault.BYTE_ORDER_MARK) {
            String message = "the file starts with a byte order mark, which is not JSON";
            Location start = decoded.file().location(0, 0);
            diagnostics.report(Code.BYTE_ORDER_MARK, start, "", message, "save it as UTF-8 without one");
        }
        return read(decoded.file(), diagnostics);
    }

    /**
     * Reads a text.
     *
     * @return the value; null if there is none, which was reported then
     */
    public static @Nullable JsonValue read(SourceFile file, Diagnostics diagnostics) {
        if (file.text().length() > MAX_LENGTH) {
            Encoding.reportLength(file, diagnostics);
            return null;
        }
        return new JsonReader(file, diagnostics).document();
    }

    private @Nullable JsonValue document() {
        try {
            cursor.skipBlanks();
            if (cursor.peek() == Cursor.END) {
                throw cursor.fault(0, 0, "the file is empty", null);
            }
            JsonValue value = value();
            cursor.skipBlanks();
            if (cursor.peek() != Cursor.END) {
                reportTrailingText();
            }
            return value;
        } catch (SyntaxFault fault) {
            Location location = new Location(file, fault.span());
            diagnostics.report(fault.code(), location, fault.place().toString(), fault.message(), fault.hint());
            return null;
        }
    }

    private void reportTrailingText() {
        int c = cursor.peek();
        String what = c == '{' || c == '['
                ? "a second document starts here; a file holds one"
                : c == '}' || c == ']'
                        ? "this \"" + (char) c + "\" closes nothing"
                        : "there is text after the end of the document";
        int end = Math.max(cursor.endOfWord(), cursor.offset() + Character.charCount(cursor.codePoint()));
        diagnostics.report(Code.TRAILING_TEXT, file.location(cursor.offset(), end), "", what, null);
    }

    private JsonValue value() {
        int start = cursor.offset();
        JsonPointer place = cursor.place();
        int c = cursor.peek();
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new JsonString(literals.string(), from(start), place);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(start, place);
            case '$' -> placeholder(start, place);
            default -> {
                String word = file.text().substring(start, cursor.endOfWord());
                switch (word) {
                    case "true", "false", "null" -> cursor.moveTo(start + word.length());
                    default -> throw cursor.unexpected("a value");
                }
                yield c == 'n' ? new JsonNull(from(start), place) : new JsonBoolean(c == 't', from(start), place);
            }
        };
    }

    /** A placeholder without quotation marks, for which {@link Substitution} puts in a number or a boolean. */
    private JsonString placeholder(int start, JsonPointer place) {
        int end = file.text().indexOf('}', start) + 1;
        String text = file.text().substring(start, Math.max(start, end));
        if (!text.startsWith("${") || !Placeholder.isName(text.substring(2, text.length() - 1))) {
            throw cursor.unexpected("a value");
        }
        cursor.moveTo(end);
        return new JsonString(text, from(start), place, JsonSpelling.BARE);
    }

    private JsonNumber number(int start, JsonPointer place) {
        literals.skipNumber();
        BigDecimal value = literals.value(start);
        return new JsonNumber(file.text().substring(start, cursor.offset()), value, from(start), place);
    }

    private JsonObject object() {
        int start = open();
        JsonPointer place = cursor.place();
        List<JsonObject.Member> members = new ArrayList<>();
        Map<String, JsonString> keys = new HashMap<>();
        boolean more = !closes('}');
        while (more) {
            if (cursor.peek() != '"') {
                throw cursor.peek() == Cursor.END ? unclosed(start, "object") : cursor.unexpected("a key");
            }
            int keyStart = cursor.offset();
            String name = literals.string();
            JsonString key = new JsonString(name, from(keyStart), place.at(name));
            boolean first = isFirst(key, keys, diagnostics);
            cursor.enter(key.place());
            colon(key);
            JsonValue value = value();
            cursor.enter(place);
            if (first) {
                members.add(new JsonObject.Member(key, value));
            }
            more = comma(start, '}', "object");
        }
        depth--;
        return new JsonObject(members, from(start), place);
    }

    /** Whether a key is the first of its name; others are reported. */
    static boolean isFirst(JsonString key, Map<String, JsonString> keys, Diagnostics diagnostics) {
        JsonString first = keys.putIfAbsent(key.value(), key);
        if (first == null) {
            return true;
        }
        String message = "the key " + Quotes.quote(key.value()) + " occurs twice; the first is on line "
                + first.location().start().line();
        diagnostics.report(Code.DUPLICATE_KEY, key, message);
        return false;
    }

    private void colon(JsonString key) {
        int end = cursor.offset();
        cursor.skipBlanks();
        if (!cursor.take(':')) {
            String message = "a colon is missing after the key " + Quotes.quote(key.value());
            throw cursor.fault(end, cursor.peek() == '=' ? cursor.offset() + 1 : end, message, null);
        }
        cursor.skipBlanks();
    }

    private JsonArray array() {
        int start = open();
        JsonPointer place = cursor.place();
        List<JsonValue> elements = new ArrayList<>();
        boolean more = !closes(']');
        while (more) {
            if (cursor.peek() == Cursor.END) {
                throw unclosed(start, "array");
            }
            cursor.enter(place.at(elements.size()));
            elements.add(value());
            cursor.enter(place);
            more = comma(start, ']', "array");
        }
        depth--;
        return new JsonArray(elements, from(start), place);
    }

    private int open() {
        int start = cursor.offset();
        if (++depth > MAX_DEPTH) {
            String message = "more than " + MAX_DEPTH + " arrays and objects are nested here";
            throw cursor.fault(Code.TOO_DEEP, start, start + 1, message, null);
        }
        cursor.moveTo(start + 1);
        cursor.skipBlanks();
        return start;
    }

    private boolean closes(char close) {
        return cursor.take(close);
    }

    /** Reads what stands behind a member or element; returns whether another one follows. */
    private boolean comma(int start, char close, String what) {
        int end = cursor.offset();
        cursor.skipBlanks();
        int comma = cursor.offset();
        if (closes(close)) {
            return false;
        }
        if (cursor.take(',')) {
            cursor.skipBlanks();
            if (cursor.peek() == close) {
                String message = "nothing follows this comma; JSON has no trailing commas";
                throw cursor.fault(comma, cursor.offset() + 1, message, null);
            }
            return true;
        }
        int c = cursor.peek();
        if (c == Cursor.END) {
            throw unclosed(start, what);
        }
        if (c == '}' || c == ']') {
            int line = file.position(start).line();
            String message = "the " + what + " that starts on line " + line + " is closed by the wrong bracket";
            throw cursor.fault(comma, comma + 1, message, "expected \"" + close + "\"");
        }
        if (c == '"' || c == '{' || c == '[' || c == '-' || Character.isLetterOrDigit(c)) {
            int line = file.position(end).line();
            String message = "a comma is missing after the value that ends on line " + line;
            throw cursor.fault(comma, Math.max(cursor.endOfWord(), comma + 1), message, null);
        }
        throw cursor.unexpected("a comma or \"" + close + "\"");
    }

    private SyntaxFault unclosed(int start, String what) {
        int line = file.position(start).line();
        String message = "the text ends inside the " + what + " that starts on line " + line;
        int end = file.text().stripTrailing().length();
        return cursor.fault(end, end, message, null);
    }

    private Location from(int start) {
        return file.location(start, cursor.offset());
    }
}
