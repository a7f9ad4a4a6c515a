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
    public static final JsonPointer ROOT = new JsonPointer(null, "");

    private final @Nullable JsonPointer parent;
    private final String step;

    private JsonPointer(@Nullable JsonPointer parent, String step) {
        this.parent = parent;
        this.step = step;
    }

    /** The member of that key. */
    public JsonPointer at(String key) {
        return new JsonPointer(this, key);
    }

    /** The element of that index. */
    public JsonPointer at(int index) {
        return new JsonPointer(this, Integer.toString(index));
    }

    /** The pointer in the form of RFC 6901, for example {@code /States/Ship/Next}. */
    @Override
    public String toString() {
        Deque<String> steps = new ArrayDeque<>();
        for (JsonPointer place = this; place.parent != null; place = place.parent) {
            steps.push(place.step);
        }
        StringBuilder text = new StringBuilder();
        for (String each : steps) {
            text.append('/').append(each.replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }
}
