package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.schema.SchemaFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What is compiled together.
 *
 * @param schemas those that the types of the definitions can refer to, sorted by path
 */
record Inputs(List<Definition> definitions, List<SchemaFile> schemas) {
    Inputs {
        definitions = List.copyOf(definitions);
        schemas = List.copyOf(schemas);
    }

    /** Reads all files of the arguments of a command; what is wrong with these is told. */
    static Inputs read(DefinitionFiles found, CommandSpec spec) throws IOException {
        if (!found.faults().isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("\n", found.faults()));
        }
        List<Definition> definitions = new ArrayList<>();
        Map<String, SchemaFile> schemas = new TreeMap<>();
        for (DefinitionFile file : found.files()) {
            Definition definition = file.read();
            definitions.add(definition);
            file.schemasFor(definition).forEach(schema -> add(schema, schemas, spec));
        }
        return new Inputs(definitions, List.copyOf(schemas.values()));
    }

    /** Two folders may have schemas of one path only if these are the same file: one type is made of each. */
    private static void add(SchemaFile schema, Map<String, SchemaFile> schemas, CommandSpec spec) {
        SchemaFile other = schemas.putIfAbsent(schema.path(), schema);
        if (other != null && !other.displayPath().equals(schema.displayPath())) {
            throw new ParameterException(
                    spec.commandLine(),
                    other.displayPath() + " and " + schema.displayPath()
                            + " would give the same class; generate from one folder at a time");
        }
    }
}
