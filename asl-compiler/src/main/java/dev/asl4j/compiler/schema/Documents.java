package dev.asl4j.compiler.schema;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.json.YamlReader;
import dev.asl4j.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The documents that references can lead to. What is wrong in one is told once a reference does. */
final class Documents {
    private final Map<String, SchemaFile> files = new TreeMap<>();
    private final Map<String, SchemaDocument> byPath = new HashMap<>();
    private final Map<String, SchemaDocument.Place> named = new HashMap<>();
    private final Set<SchemaDocument> used = new HashSet<>();
    private final Diagnostics diagnostics;
    private boolean complete;

    Documents(List<SchemaFile> schemaFiles, Diagnostics diagnostics) {
        schemaFiles.forEach(file -> files.put(file.path(), file));
        this.diagnostics = diagnostics;
    }

    /** A document that is no schema as a whole but has some. */
    SchemaDocument add(String path, JsonValue root) {
        return byPath.computeIfAbsent(
                path, key -> keep(new SchemaDocument(path, root, List.of(), Draft.DRAFT_2020_12)));
    }

    /** The document of that path; null: there is none. */
    @Nullable
    SchemaDocument byPath(String path) {
        SchemaDocument known = byPath.get(path);
        SchemaFile file = files.get(path);
        if (known == null && file != null) {
            known = keep(load(file));
            byPath.put(path, known);
        }
        return known;
    }

    /** The schema that gives itself that URI, in whatever file; null: there is none. */
    SchemaDocument.@Nullable Place byName(String uri) {
        if (!named.containsKey(uri) && !complete) {
            complete = true;
            List.copyOf(files.keySet()).forEach(this::byPath);
        }
        return named.get(uri);
    }

    /** The paths of all files. */
    Set<String> paths() {
        return files.keySet();
    }

    /** From now on the faults of a document count. */
    void use(SchemaDocument document) {
        if (used.add(document)) {
            for (Diagnostic fault : document.faults()) {
                diagnostics.report(Code.BAD_SCHEMA, fault.location(), fault.pointer(), fault.message(), fault.hint());
            }
        }
    }

    private SchemaDocument keep(SchemaDocument document) {
        document.named().forEach(named::putIfAbsent);
        return document;
    }

    private static SchemaDocument load(SchemaFile file) {
        Diagnostics faults = new Diagnostics();
        JsonValue root = content(file, faults);
        Draft draft = Draft.DRAFT_2020_12;
        if (root instanceof JsonObject object && object.get("$schema") instanceof JsonString uri) {
            draft = Draft.of(uri.value()).orElse(draft);
        }
        return new SchemaDocument(file.path(), root, new ArrayList<>(faults.sorted()), draft);
    }

    private static @Nullable JsonValue content(SchemaFile file, Diagnostics faults) {
        byte[] content = file.content();
        if (content.length > JsonReader.MAX_LENGTH) {
            String message =
                    "the file has " + content.length + " bytes; only " + JsonReader.MAX_LENGTH + " would be read";
            SourceFile unread = new SourceFile(file.displayPath(), "");
            faults.report(Code.BAD_SCHEMA, unread.location(0, 0), "", message, "take it apart into several files");
            return null;
        }
        return file.path().endsWith(".json")
                ? JsonReader.read(file.displayPath(), content, faults)
                : YamlReader.read(file.displayPath(), content, faults);
    }
}
