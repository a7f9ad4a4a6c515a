package dev.asl4j.maven;

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
 * Generates workflow classes for tests from state machine definitions; does nothing when nothing has changed.
 *
 * @since 0.1.0
 */
@Mojo(name = "generate-test", defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
final class GenerateTestMojo extends AbstractAslMojo {
    /**
     * Where the definitions are; folders below it become packages. Default: {@code src/test/asl}. Example:
     * {@code <sourceDirectory>workflows</sourceDirectory>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.testSourceDirectory", defaultValue = "${project.basedir}/src/test/asl")
    private File sourceDirectory;

    /**
     * Where the sources are written. Default: {@code target/generated-test-sources/asl}. Example:
     * {@code <outputDirectory>target/workflows</outputDirectory>}.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "asl.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/asl")
    private File outputDirectory;

    /**
     * Whether the output directory is compiled with the test sources of the project. Default: {@code true}. Example: {@code false} where
     * another plugin takes the sources.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.addTestCompileSourceRoot", defaultValue = "true")
    private boolean addCompileSourceRoot;

    /**
     * A file for all diagnostics in the format SARIF 2.1.0, for code-review tools; written also where they fail the build. Paths in it are
     * relative to the folder that Maven was started in. Default: none. Example: {@code <sarifFile>target/asl-test.sarif</sarifFile>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.testSarifFile")
    private @Nullable File sarifFile;

    @Inject
    GenerateTestMojo(BuildContext ide) {
        super(ide);
    }

    @Override
    File sources() {
        return sourceDirectory;
    }

    @Override
    @Nullable
    File sarif() {
        return sarifFile;
    }

    @Override
    String run(Generation generation) throws IOException, MojoFailureException {
        if (addCompileSourceRoot) { // first, because javac needs the root also when nothing is generated anew
            project().addTestCompileSourceRoot(outputDirectory.getPath());
        }
        String done = generation.generate(outputDirectory.toPath());
        refresh(outputDirectory);
        return done;
    }
}
