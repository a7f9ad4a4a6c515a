package dev.asl4j.compiler.schema;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads schemas, and whatever they refer to in other files. Never throws for what is wrong with them: reports it, and puts a schema that
 * takes anything in its place. Nothing is ever fetched: what is not among the files does not exist.
 */
public final class SchemaReader {
    /** Schemas that are referred to, in one compilation; each of their parts may be one. */
    private static final int MOST = 20_000;

    private final Diagnostics diagnostics;
    private final Documents documents;
    private final References references;
    private final Map<SchemaId, Schema> read = new HashMap<>();
    private final Map<SchemaId, SchemaDocument.Place> roots = new HashMap<>();
    private final Deque<SchemaDocument.Place> open = new ArrayDeque<>();
    private boolean tooMany;

    /**
     * A reader for one compilation.
     *
     * @param files all that references can lead to
     */
    public SchemaReader(List<SchemaFile> files, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.documents = new Documents(files, diagnostics);
        this.references = new References(documents, diagnostics);
    }

    /**
     * Reads a schema that stands in a document of another kind.
     *
     * @param path of the document below the source root
     */
    public Schema read(String path, JsonValue document, JsonValue schema) {
        SchemaDocument known = documents.add(path, document);
        documents.use(known);
        SchemaDocument.Place place = known.place(schema, Uris.ofFile(path));
        roots.put(id(place), place);
        return read(place);
    }

    /** Reads what was referred to; nothing can be read afterwards. */
    public Schemas finish() {
        while (!open.isEmpty()) {
            read(open.remove());
        }
        Schemas schemas = new Schemas(read, roots, references);
        Circles.report(schemas, diagnostics);
        return schemas;
    }

    private Schema read(SchemaDocument.Place place) {
        Schema schema = parse(place);
        read.put(id(place), schema);
        return schema;
    }

    /** A schema at its place, inside another or on its own. */
    Schema parse(SchemaDocument.Place place) {
        return new ObjectReader(this, place, diagnostics).schema();
    }

    /** Which schema a reference leads to; it is going to be read. Null: none, which was reported. */
    @Nullable
    SchemaId target(SchemaDocument.Place from, JsonString reference) {
        SchemaDocument.Place place = references.resolve(from, reference);
        if (place == null) {
            return null;
        }
        SchemaId id = id(place);
        if (read.size() + open.size() >= MOST) {
            if (!tooMany) {
                tooMany = true;
                String message = "more than " + MOST + " schemas are referred to";
                diagnostics.report(Code.BAD_SCHEMA, reference, message, "split the module");
            }
            return null;
        }
        if (!read.containsKey(id)) {
            read.put(id, new Schema.Anything(ObjectReader.heading(place))); // until it is read
            open.add(place);
        }
        return id;
    }

    static SchemaId id(SchemaDocument.Place place) {
        return new SchemaId(place.document().path(), place.value().pointer());
    }
}
