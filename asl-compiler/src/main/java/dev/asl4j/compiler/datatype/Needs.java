package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.SchemaId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the generated types that are needed in the end. Some were drafted for nothing: for a property that turned out to tell the records of a
 * union apart, or for a branch of what has no type.
 */
final class Needs implements JavaType.Visitor<Boolean> {
    private final Drafts drafts;
    private final UseFinder finder;
    private final Set<SchemaId> needed = new HashSet<>();
    private final Deque<SchemaId> open = new ArrayDeque<>();

    Needs(Drafts drafts, UseFinder finder) {
        this.drafts = drafts;
        this.finder = finder;
    }

    void add(JavaType.Use use) {
        use.type().accept(this);
    }

    /** The types that are needed for those that were added. */
    Set<SchemaId> all() {
        while (!open.isEmpty()) {
            SchemaId id = open.remove();
            Draft draft = drafts.get(id);
            if (draft instanceof Draft.OfObject object) {
                addObject(object.shape(), drafts.tag(id));
            } else if (draft instanceof Draft.OfUnion union) {
                union.branches().forEach(branch -> add(branch.id()));
            }
        }
        return needed;
    }

    private void addObject(ObjectShape shape, @Nullable String tag) {
        for (Schema.Property property : shape.properties()) {
            if (!(property.schema() instanceof Schema.Nothing)
                    && !property.name().equals(tag)) {
                add(finder.use(property.schema()));
            }
        }
        Schema others = shape.others();
        if (others != null && !(others instanceof Schema.Nothing)) {
            add(finder.use(others));
        }
    }

    private void add(SchemaId id) {
        if (needed.add(id)) {
            open.add(id);
        }
    }

    @Override
    public Boolean scalar(JavaType.Scalar type) {
        return false;
    }

    @Override
    public Boolean list(JavaType.ListOf type) {
        return type.element().type().accept(this);
    }

    @Override
    public Boolean map(JavaType.MapOf type) {
        return type.value().type().accept(this);
    }

    @Override
    public Boolean generated(JavaType.Generated type) {
        add(type.id());
        return true;
    }

    @Override
    public Boolean existing(JavaType.Existing type) {
        return false;
    }
}
