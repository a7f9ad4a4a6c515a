package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.naming.Identifiers;
import dev.asl4j.compiler.naming.JavaWords;
import dev.asl4j.compiler.naming.NameSet;
import dev.asl4j.compiler.naming.PackageNames;
import dev.asl4j.compiler.naming.Words;
import dev.asl4j.compiler.schema.SchemaId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names types by where their schemas stand. The types of one file are in one class, so that names of other files never change them; within
 * a file the first in the text has its name first.
 */
final class TypeNaming {
    /** Types that the code of a record names. */
    private static final List<String> USED = List.of("""
            BigDecimal BigInteger Builder Collections Duration Generated JsonAnyGetter JsonAnySetter JsonCreator JsonFormat JsonIgnore
            JsonInclude JsonNode JsonProperty JsonSetter JsonSubTypes JsonTypeInfo JsonTypeName LinkedHashMap List LocalDate Map NullMarked
            Nullable Nulls Objects OffsetDateTime URI UUID
            """.strip().split("\\s+"));

    private final Drafts drafts;
    private final Map<String, TypeName> owners;
    private final String packageName;
    private final Map<SchemaId, TypeName> names = new LinkedHashMap<>();

    TypeNaming(Drafts drafts, Map<String, TypeName> owners, String packageName) {
        this.drafts = drafts;
        this.owners = owners;
        this.packageName = packageName;
    }

    /** The names, by file and in the order of the text. */
    Map<SchemaId, TypeName> names() {
        Map<String, List<Draft>> byPath = new TreeMap<>();
        drafts.all()
                .forEach(draft -> byPath.computeIfAbsent(draft.heading().id().path(), path -> new ArrayList<>())
                        .add(draft));
        byPath.forEach(this::name);
        return names;
    }

    private void name(String path, List<Draft> types) {
        types.sort(Comparator.comparingInt(
                draft -> draft.heading().origin().location().span().start()));
        TypeName owner = owners.getOrDefault(path, ofFile(path));
        List<String> taken = new ArrayList<>(JavaWords.JAVA_LANG);
        taken.addAll(USED);
        taken.add(owner.outer());
        NameSet nested = NameSet.ofClasses(taken);
        for (Draft type : types) {
            SchemaId id = type.heading().id();
            boolean isMain = id.pointer().isEmpty() && !owners.containsKey(path);
            names.put(id, isMain ? owner : new TypeName(owner.packageName(), owner.outer(), nested(id, nested)));
        }
    }

    private String nested(SchemaId id, NameSet taken) {
        TypeWish wish = TypeWish.of(id.pointer());
        String said = drafts.wish(id);
        String name = Identifiers.nested(said == null || wish.isDefinition() ? wish.name() : said, "Type");
        if (taken.isFree(name)) {
            return taken.claim(name);
        }
        return taken.claim(Identifiers.nested(wish.parent() + " " + (said == null ? wish.name() : said), "Type"));
    }

    private TypeName ofFile(String path) {
        List<String> parts = List.of(path.split("/"));
        String file = parts.get(parts.size() - 1)
                .replaceFirst("\\.(json|yaml|yml)$", "")
                .replaceFirst("\\.schema$", "");
        String className = NameSet.ofClasses(JavaWords.JAVA_LANG).claim(Identifiers.type(Words.of(file), "Type"));
        return new TypeName(PackageNames.of(packageName, parts.subList(0, parts.size() - 1)), className, null);
    }
}
