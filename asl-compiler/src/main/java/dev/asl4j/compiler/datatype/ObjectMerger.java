package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.schema.Heading;
import dev.asl4j.compiler.schema.Schema;
import dev.asl4j.compiler.schema.Schemas;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts objects together of which several schemas speak. */
final class ObjectMerger {
    private final Schemas schemas;

    ObjectMerger(Schemas schemas) {
        this.schemas = schemas;
    }

    /** The object that a schema is about; empty: it is about other data as well. */
    Optional<ObjectShape> object(Schema schema) {
        Merge merge = new Merge();
        Schema resolved = schemas.resolve(schema);
        return merge.add(resolved) && merge.objects > 0
                ? Optional.of(merge.shape(resolved.heading()))
                : Optional.empty();
    }

    /** One object. */
    private final class Merge {
        private final Map<String, Schema.Property> properties = new LinkedHashMap<>();
        private final List<Loss> checks = new ArrayList<>();
        private final Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final List<Schema.ObjectValue> limited = new ArrayList<>();
        private @Nullable Schema others;
        private int objects;

        /** False: the schema is not about objects alone. */
        boolean add(Schema unresolved) {
            Schema schema = schemas.resolve(unresolved);
            if (!seen.add(schema)) {
                return true;
            }
            schema.heading().checks().forEach(check -> check(schema, check.keyword(), check.at()));
            if (schema instanceof Schema.ObjectValue object) {
                addObject(object);
                return true;
            }
            if (schema instanceof Schema.AllOf all) {
                return all.parts().stream().allMatch(this::add);
            }
            if (schema instanceof Schema.OneOf one && areConditions(one.branches())) {
                check(one, "oneOf", one.heading().origin());
                return true;
            }
            if (schema instanceof Schema.AnyOf any && areConditions(any.branches())) {
                check(any, "anyOf", any.heading().origin());
                return true;
            }
            return schema instanceof Schema.Anything;
        }

        private void addObject(Schema.ObjectValue object) {
            objects++;
            for (Schema.Property property : object.properties()) {
                properties.merge(property.name(), property, this::both);
            }
            Schema own = object.others();
            if (own != null && !(own instanceof Schema.Anything)) {
                limited.add(object);
            }
            if (own == null || (others instanceof Schema.Nothing)) {
                return;
            }
            // Of two schemas for all other properties one is as good as the other: only a validator holds both.
            if (others != null && !(own instanceof Schema.Nothing)) {
                check(object, "additionalProperties", own.heading().origin());
                return;
            }
            others = own;
        }

        private Schema.Property both(Schema.Property first, Schema.Property second) {
            boolean required = first.required() || second.required();
            Schema schema = first.schema();
            if (schema instanceof Schema.Anything || isListed(second.schema(), schema)) {
                schema = second.schema();
            } else if (!isListed(schema, second.schema())
                    && !(second.schema() instanceof Schema.Anything)
                    && !schemas.resolve(schema)
                            .heading()
                            .id()
                            .equals(schemas.resolve(second.schema()).heading().id())) {
                schema = new Schema.AllOf(schema.heading(), List.of(schema, second.schema()));
            }
            return new Schema.Property(first.name(), first.at(), schema, required);
        }

        /** Whether one lists strings, and the other only says that it is about strings. */
        private boolean isListed(Schema one, Schema other) {
            return schemas.resolve(one) instanceof Schema.Values
                    && schemas.resolve(other) instanceof Schema.StringValue text
                    && text.format() == null;
        }

        private void check(Schema schema, String keyword, Subject at) {
            checks.add(new Loss(schema.heading().id(), keyword, at, Loss.Kind.UNCHECKED));
        }

        ObjectShape shape(Heading heading) {
            // What one schema says of all other properties goes for those as well that only others name.
            for (Schema.ObjectValue object : limited) {
                if (object.properties().size() < properties.size()) {
                    check(
                            object,
                            "additionalProperties",
                            Objects.requireNonNull(object.others()).heading().origin());
                }
            }
            return new ObjectShape(heading, new ArrayList<>(properties.values()), others, checks);
        }
    }

    /** Whether the branches only say which properties have to be there. */
    private boolean areConditions(List<Schema> branches) {
        return branches.stream().allMatch(this::isCondition);
    }

    private boolean isCondition(Schema unresolved) {
        Schema schema = schemas.resolve(unresolved);
        return schema instanceof Schema.Anything
                || (schema instanceof Schema.ObjectValue object
                        && !object.declared()
                        && object.others() == null
                        && object.properties().stream()
                                .allMatch(property -> property.schema() instanceof Schema.Anything));
    }
}
