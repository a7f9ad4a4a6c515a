package dev.asl4j.compiler;

import dev.asl4j.compiler.schema.SchemaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder as a source root: definitions with the files beside them, and schemas.
 */
record TypedSources(List<Definition> definitions, List<SchemaFile> schemas) {

    static TypedSources of(Path root) throws IOException {
        List<Definition> definitions = new ArrayList<>();
        List<SchemaFile> schemas = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                byte[] content = Files.readAllBytes(file);
                if (path.endsWith(".asl.json")) {
                    definitions.add(new Definition(path, path, content).withTypes(beside(root, file)));
                } else if (SchemaFile.isOne(path)) {
                    schemas.add(new SchemaFile(path, path, content));
                }
            }
        }
        return new TypedSources(definitions, schemas);
    }

    private static @Nullable SideFile beside(Path root, Path definition) throws IOException {
        Path file = definition.resolveSibling(
                SideFile.Kind.TYPES.nameFor(definition.getFileName().toString()));
        String path = root.relativize(file).toString().replace('\\', '/');
        return Files.exists(file) ? new SideFile(path, Files.readAllBytes(file)) : null;
    }

    CompilationResult compile(CompilerOptions options) {
        return AslCompiler.compile(definitions, schemas, options);
    }
}
