package dev.asl4j.maven;

import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.diagnostic.Severity;
import java.io.File;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes a page in Markdown about each state machine definition, and one that lists them; does nothing when nothing has changed.
 *
 * @since 0.1.0
 */
@Mojo(name = "document", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
final class DocumentMojo extends AbstractAslMojo {
    /**
     * Where the definitions are; folders below it become packages. Default: {@code src/main/asl}. Example:
     * {@code <sourceDirectory>workflows</sourceDirectory>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.sourceDirectory", defaultValue = "${project.basedir}/src/main/asl")
    private File sourceDirectory;

    /**
     * Where the pages are written, in the folders of their definitions, with a {@code README.md} that lists them. Pages of definitions that
     * are no longer there are deleted, other files are not. Default: {@code target/asl4j-docs}. Example:
     * {@code <documentationDirectory>docs/workflows</documentationDirectory>} where they are kept with the sources.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.documentationDirectory", defaultValue = "${project.build.directory}/asl4j-docs")
    private File documentationDirectory;

    @Inject
    DocumentMojo(BuildContext ide) {
        super(ide);
    }

    @Override
    File sources() {
        return sourceDirectory;
    }

    @Override
    @Nullable
    File sarif() {
        return null;
    }

    /** Only errors are told: the others are heard of by the goals that generate or check, in the same build. */
    @Override
    CompilationResult compile(Sources sources, CompilerOptions options) {
        CompilationResult result = AslCompiler.document(sources.definitions(), sources.schemas(), options);
        return new CompilationResult(
                result.files(),
                result.diagnostics().stream()
                        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                        .toList(),
                result.variableReferences(),
                result.failures());
    }

    @Override
    String run(Generation generation) throws IOException, MojoFailureException {
        String done = generation.document(documentationDirectory.toPath());
        refresh(documentationDirectory);
        return done;
    }
}
