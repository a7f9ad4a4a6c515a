package dev.asl4j.compiler.json;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document (RFC 6901), linked to the place around it: extending it is one small object, and the text is only made when
 * there is something to report.
 */
public final class JsonPointer {

    /** The document itself. */
    public static final JsonPointer ROOT = new JsonPointer(null, null, 0, false);

    private final @Nullable JsonPointer parent;
    private final @Nullable String key;
    private final int index;
    private final boolean closed;

    private JsonPointer(@Nullable JsonPointer parent, @Nullable String key, int index, boolean closed) {
        this.parent = parent;
        this.key = key;
        this.index = index;
        this.closed = closed;
    }

    /** The member of that key. */
    public JsonPointer at(String key) {
        return closed ? this : new JsonPointer(this, key, 0, false);
    }

    /** The element of that index. */
    public JsonPointer at(int index) {
        return closed ? this : new JsonPointer(this, null, index, false);
    }

    /** The same place for all that is inside of it: of a text whose parts have no place in the document. */
    JsonPointer closed() {
        return new JsonPointer(parent, key, index, true);
    }

    /** The pointer in the form of RFC 6901, for example {@code /States/Ship/Next}. */
    @Override
    public String toString() {
        Deque<JsonPointer> places = new ArrayDeque<>();
        for (JsonPointer place = this; place.parent != null; place = place.parent) {
            places.push(place);
        }
        StringBuilder text = new StringBuilder();
        for (JsonPointer place : places) {
            text.append('/');
            if (place.key == null) {
                text.append(place.index);
            } else {
                text.append(place.key.replace("~", "~0").replace("/", "~1"));
            }
        }
        return text.toString();
    }
}
