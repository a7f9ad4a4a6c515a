package dev.asl4j.maven;

import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.SideFile;
import dev.asl4j.compiler.schema.SchemaFile;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the output depends on, apart from options.
 *
 * @param definitions sorted by path
 * @param schemas what the types of the definitions can refer to, sorted by path; none is read if no definition has types
 */
record Sources(List<Definition> definitions, List<SchemaFile> schemas) {
    Sources {
        definitions = List.copyOf(definitions);
        schemas = List.copyOf(schemas);
    }

    /** The paths of all files as messages show them. */
    List<String> displayPaths() {
        List<String> paths = new ArrayList<>();
        for (Definition definition : definitions) {
            paths.add(definition.displayPath());
            SideFile rules = definition.rules();
            if (rules != null) {
                paths.add(rules.displayPath());
            }
            SideFile types = definition.types();
            if (types != null) {
                paths.add(types.displayPath());
            }
        }
        schemas.forEach(schema -> paths.add(schema.displayPath()));
        return paths;
    }

    /** Adds the contents of all files, and which file is what. */
    void addTo(Digest digest) {
        for (Definition definition : definitions) {
            digest.add(definition.path()).add(definition.content());
            SideFile rules = definition.rules();
            digest.add(rules == null ? "alone" : "ruled").add(rules == null ? new byte[0] : rules.content());
            SideFile types = definition.types();
            digest.add(types == null ? "untyped" : "typed").add(types == null ? new byte[0] : types.content());
        }
        for (SchemaFile schema : schemas) {
            digest.add(schema.path()).add(schema.content());
        }
    }
}
