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
 * Checks state machine definitions and writes nothing: for definitions that are deployed but not compiled to Java.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
final class CheckMojo extends AbstractAslMojo {
    /**
     * Where the definitions are; folders below it become packages. Default: {@code src/main/asl}. Example:
     * {@code <sourceDirectory>workflows</sourceDirectory>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.sourceDirectory", defaultValue = "${project.basedir}/src/main/asl")
    private File sourceDirectory;

    /**
     * A file for all diagnostics in the format SARIF 2.1.0, for code-review tools; written also where they fail the build. Paths in it are
     * relative to the folder that Maven was started in. Default: none. Example: {@code <sarifFile>target/asl.sarif</sarifFile>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.sarifFile")
    private @Nullable File sarifFile;

    @Inject
    CheckMojo(BuildContext ide) {
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
        return generation.check();
    }
}
