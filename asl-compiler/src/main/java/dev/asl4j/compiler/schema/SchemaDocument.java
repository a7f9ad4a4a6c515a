package dev.asl4j.compiler.schema;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import java.net.URI;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document that has schemas, with the names that these give themselves. */
final class SchemaDocument {
    /** Members that are not looked through one by one each time. */
    private static final int MANY = 16;

    private static final Set<String> DATA = Set.of("const", "enum", "default", "examples", "example");

    private final String path;
    private final @Nullable JsonValue root;
    private final List<Diagnostic> faults;
    private final Draft draft;
    private final Map<String, Place> named = new HashMap<>();

    /** What references are relative to in the schemas that say so; by identity, since comparing values takes long. */
    private final IdentityHashMap<JsonValue, URI> bases = new IdentityHashMap<>();

    /** The members of large objects by their keys. */
    private final IdentityHashMap<JsonObject, Map<String, JsonValue>> members = new IdentityHashMap<>();

    /**
     * A document.
     *
     * @param root null: it could not be read
     * @param faults why not
     */
    SchemaDocument(String path, @Nullable JsonValue root, List<Diagnostic> faults, Draft draft) {
        this.path = path;
        this.root = root;
        this.faults = faults;
        this.draft = draft;
        if (root != null) {
            name(root, Uris.ofFile(path));
        }
    }

    /**
     * Where a schema stands.
     *
     * @param base what references in it are relative to
     */
    record Place(JsonValue value, SchemaDocument document, URI base) {
        /** The same for a part of it. */
        Place of(JsonValue part) {
            return document.place(part, base);
        }
    }

    String path() {
        return path;
    }

    Draft draft() {
        return draft;
    }

    List<Diagnostic> faults() {
        return faults;
    }

    /** The whole; null: it could not be read. */
    @Nullable
    Place whole() {
        return root == null ? null : place(root, Uris.ofFile(path));
    }

    /** Where a schema in it stands, inside another of that base. */
    Place place(JsonValue schema, URI around) {
        return new Place(schema, this, bases.getOrDefault(schema, around));
    }

    /** The schemas that have an {@code $id} or an anchor, by the URI that follows. */
    Map<String, Place> named() {
        return named;
    }

    /** What a pointer leads to, from a place on; null: nothing. */
    static @Nullable Place at(Place start, String pointer) {
        Place place = start;
        for (String token : List.of(pointer.substring(1).split("/", -1))) {
            JsonValue next = place.document()
                    .child(place.value(), token.replace("~1", "/").replace("~0", "~"));
            if (next == null) {
                return null;
            }
            place = place.of(next);
        }
        return place;
    }

    private @Nullable JsonValue child(JsonValue value, String token) {
        if (value instanceof JsonObject object) {
            return object.members().size() < MANY
                    ? object.get(token)
                    : members.computeIfAbsent(object, SchemaDocument::byKey).get(token);
        }
        boolean isIndex = value instanceof JsonArray && token.matches("0|[1-9][0-9]{0,8}");
        if (!isIndex) {
            return null;
        }
        List<JsonValue> elements = ((JsonArray) value).elements();
        int index = Integer.parseInt(token);
        return index < elements.size() ? elements.get(index) : null;
    }

    private static Map<String, JsonValue> byKey(JsonObject object) {
        Map<String, JsonValue> map = new HashMap<>();
        object.members().forEach(member -> map.put(member.name(), member.value()));
        return map;
    }

    /** Finds the names. Also in what is no schema: a name there that nobody meant does no harm. */
    private void name(JsonValue value, URI base) {
        if (value instanceof JsonArray array) {
            array.elements().forEach(element -> name(element, base));
        } else if (value instanceof JsonObject object) {
            URI own = Uris.baseOf(object, base);
            name(object, own, new Place(object, this, own));
            object.members().stream()
                    .filter(member -> !DATA.contains(member.name()))
                    .forEach(member -> name(member.value(), own));
        }
    }

    private void name(JsonObject object, URI own, Place place) {
        if (object.get("$id") instanceof JsonString id) {
            bases.put(object, own);
            String fragment = Uris.fragment(id.value());
            named.putIfAbsent(fragment.isEmpty() ? own.toString() : own + "#" + fragment, place);
        }
        for (String keyword : List.of("$anchor", "$dynamicAnchor")) {
            if (object.get(keyword) instanceof JsonString anchor) {
                named.putIfAbsent(own + "#" + anchor.value(), place);
            }
        }
    }
}
