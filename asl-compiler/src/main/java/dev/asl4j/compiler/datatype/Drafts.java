package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.schema.Heading;
import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.SchemaId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The types that have to be generated: one for each schema, whoever needs it. */
final class Drafts {
    private final Unions unions;
    private final Map<SchemaId, Draft> drafts = new LinkedHashMap<>();

    /** Those of the drafts that are needed in the end; the others stay known, since their schemas are looked at again. */
    private @Nullable Set<SchemaId> kept;

    private final Deque<ObjectShape> open = new ArrayDeque<>();

    /** What a type could be called, where that says more than its place. */
    private final Map<SchemaId, String> wishes = new HashMap<>();

    Drafts(Unions unions) {
        this.unions = unions;
    }

    /** What a schema says of itself. */
    static TypePlan.Docs docs(Heading heading) {
        String text = heading.description() == null ? heading.title() : heading.description();
        return new TypePlan.Docs(text, heading.deprecated());
    }

    JavaType object(ObjectShape shape) {
        SchemaId id = shape.heading().id();
        if (drafts.putIfAbsent(id, new Draft.OfObject(shape)) == null) {
            open.add(shape);
        }
        return new JavaType.Generated(id);
    }

    JavaType strings(Heading heading, List<Draft.Text> texts) {
        drafts.putIfAbsent(heading.id(), new Draft.OfStrings(heading, texts));
        return new JavaType.Generated(heading.id());
    }

    /** The type of branches that a property tells apart; empty: nothing does. Each of its objects is told to {@code each}. */
    Optional<JavaType> union(
            Schema schema, List<Schema> branches, @Nullable String discriminator, Consumer<ObjectShape> each) {
        SchemaId id = schema.heading().id();
        if (drafts.get(id) instanceof Draft.OfUnion) {
            return Optional.of(new JavaType.Generated(id));
        }
        Optional<Unions.Found> found = unions.find(schema, branches, discriminator);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Draft.OfUnion union = found.get().union();
        drafts.put(id, union);
        found.get().objects().forEach(this::object);
        found.get().objects().forEach(each);
        union.branches().forEach(branch -> wishes.putIfAbsent(branch.id(), branch.value()));
        return Optional.of(new JavaType.Generated(id));
    }

    /** An object whose properties nobody has looked at; null: there is none left. */
    @Nullable
    ObjectShape next() {
        return open.poll();
    }

    /** Leaves out the types that nobody needs after all. */
    void keep(Set<SchemaId> needed) {
        kept = Set.copyOf(needed);
    }

    @Nullable
    Draft get(SchemaId id) {
        return drafts.get(id);
    }

    Collection<Draft> all() {
        Set<SchemaId> needed = kept;
        return needed == null
                ? drafts.values()
                : drafts.values().stream()
                        .filter(draft -> needed.contains(draft.heading().id()))
                        .toList();
    }

    @Nullable
    String wish(SchemaId id) {
        return wishes.get(id);
    }

    @Nullable
    String tag(SchemaId id) {
        return unions.tag(id);
    }

    /** The unions that a record is in, in the order in which they were found. */
    Map<SchemaId, List<SchemaId>> unionsByBranch() {
        Map<SchemaId, List<SchemaId>> byBranch = new HashMap<>();
        for (Draft draft : all()) {
            if (draft instanceof Draft.OfUnion union) {
                union.branches()
                        .forEach(branch -> byBranch.computeIfAbsent(branch.id(), key -> new ArrayList<>())
                                .add(union.heading().id()));
            }
        }
        return byBranch;
    }
}
