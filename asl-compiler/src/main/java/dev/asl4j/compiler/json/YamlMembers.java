package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members of a mapping while they are read. A key that is there twice is reported; one that is merged gives way to one that is there. */
final class YamlMembers {

    private final JsonPointer place;
    private final Anchors anchors;
    private final Diagnostics diagnostics;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, JsonString> keys = new HashMap<>();

    /** A member, or what a merge key brings in. */
    private record Entry(JsonObject.Member member, boolean merged) {}

    YamlMembers(JsonPointer place, Anchors anchors, Diagnostics diagnostics) {
        this.place = place;
        this.anchors = anchors;
        this.diagnostics = diagnostics;
    }

    void add(JsonString key, JsonValue value) {
        if (JsonReader.isFirst(key, keys, diagnostics)) {
            entries.add(new Entry(new JsonObject.Member(key, value), false));
        }
    }

    /**
     * Adds the members of a mapping, or of several in a sequence.
     *
     * @param depth how many arrays and objects there are around the mapping that they are merged into
     */
    void merge(JsonString key, JsonValue value, int depth) {
        if (value instanceof JsonObject object) {
            mergeOne(key, object, depth);
            return;
        }
        List<JsonValue> several = value instanceof JsonArray array ? array.elements() : List.of();
        if (several.isEmpty() || !several.stream().allMatch(JsonObject.class::isInstance)) {
            String message = "the merge key \"<<\" takes a mapping or a sequence of mappings";
            diagnostics.report(Code.SYNTAX_ERROR, key.location(), place.toString(), message, null);
            return;
        }
        several.forEach(object -> mergeOne(key, (JsonObject) object, depth));
    }

    private void mergeOne(JsonString key, JsonObject object, int depth) {
        JsonValue copy = anchors.copy(object, key.location().span(), depth, place);
        ((JsonObject) copy).members().forEach(member -> entries.add(new Entry(member, true)));
    }

    /** All members, in their order; of merged ones of the same key the first. */
    List<JsonObject.Member> all() {
        List<JsonObject.Member> members = new ArrayList<>();
        Set<String> merged = new HashSet<>();
        for (Entry entry : entries) {
            String name = entry.member().name();
            if (!entry.merged() || (!keys.containsKey(name) && merged.add(name))) {
                members.add(entry.member());
            }
        }
        return members;
    }
}
