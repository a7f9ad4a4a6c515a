package dev.asl4j.maven;

import dev.asl4j.compiler.CompilerOptions;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one execution of a goal is asked to do.
 *
 * @param sources where the definitions are
 * @param displayRoot what paths in messages are relative to
 * @param stateFile where the state of this execution is kept between builds
 * @param version the version of the plugin
 * @param identity what tells this plugin from any other build of it
 * @param sarifFile where the report goes; null: nobody wants one
 */
record GenerationRequest(
        Path sources,
        Path displayRoot,
        Path stateFile,
        String version,
        String identity,
        List<String> includes,
        List<String> excludes,
        CompilerOptions options,
        @Nullable Path sarifFile,
        boolean failOnWarnings,
        boolean failOnMissingSources) {
    GenerationRequest {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /** A path as messages show it: relative where that is shorter, with {@code /} on every platform. */
    String display(Path path) {
        Path shown = path.startsWith(displayRoot) ? displayRoot.relativize(path) : path;
        return shown.toString().replace('\\', '/');
    }
}
