package dev.asl4j.maven;

import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.CompilerOptions;
import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/** What the goals have in common: their parameters, and how these become a request. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
abstract class AbstractAslMojo extends AbstractMojo {
    private static final List<String> EVERY_DEFINITION = List.of("**/*.asl.json", "**/*.asl.yaml", "**/*.asl.yml");

    /**
     * Ant patterns of the files that are definitions, relative to the source directory. Default: every file that ends in
     * {@code .asl.json}, {@code .asl.yaml} or {@code .asl.yml}. Example: {@code <includes><include>orders/**}{@code /*.asl.json</include></includes>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.includes")
    private @Nullable List<String> includes;

    /**
     * Ant patterns of files that are left out although {@code includes} has them. Default: none, apart from backups of editors and files of
     * version control. Example: {@code <excludes><exclude>drafts/**</exclude></excludes>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.excludes")
    private @Nullable List<String> excludes;

    /**
     * The package in front of the packages that come from folders. Default: none. Example: with {@code com.acme.workflows} the definition
     * {@code orders/ship.asl.json} becomes {@code com.acme.workflows.orders.Ship}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.packageName")
    private @Nullable String packageName;

    /**
     * Values of placeholders, by their names: {@code <ChargeFunctionArn>arn:...</ChargeFunctionArn>} is put in wherever a definition has
     * <code>${ChargeFunctionArn}</code>. Default: none. Example: {@code <substitutions><Limit>5</Limit></substitutions>}. What cannot be the name
     * of an XML element goes into the {@code substitutionsFile}; of a name in both, the value here counts.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable Map<String, @Nullable String> substitutions;

    /**
     * A properties file (UTF-8) with values of placeholders; a colon in a name is written with a backslash: {@code AWS\:\:Region=eu-west-1}.
     * Default: none. Example: {@code <substitutionsFile>src/main/asl/local.properties</substitutionsFile>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.substitutionsFile")
    private @Nullable File substitutionsFile;

    /**
     * What becomes of placeholders without a value. With {@code warn} there is a warning; as text they are taken literally, and a state that needs
     * such a value fails when it is reached. With {@code error} the build fails. In the resource of a task they are neither: the task is bound by
     * their name. Default: {@code warn}. Example: {@code <unresolvedSubstitutions>error</unresolvedSubstitutions>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.unresolvedSubstitutions", defaultValue = "warn")
    private String unresolvedSubstitutions;

    /**
     * The type that the machines are created with, {@code standard} or {@code express}; AWS refuses more in an Express one. Default:
     * {@code standard}. Example: {@code <machineType>express</machineType>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.machineType", defaultValue = "standard")
    private String machineType;

    /**
     * By whose rules the definitions are judged: {@code aws} refuses what AWS refuses and warns where it warns, {@code spec} goes by the
     * specification, and {@code portable} by both, and reports what they run differently. Default: {@code aws}. Example:
     * {@code -Dasl.profile=portable}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.profile", defaultValue = "aws")
    private String profile;

    /**
     * Levels of rules in all definitions, by the codes in brackets at the end of messages: {@code off}, {@code note}, {@code warning} or
     * {@code error}. A file beside a definition, {@code order.rules.json} beside {@code order.asl.json}, sets them for it or for a state,
     * and counts before this. Default: the levels of the profile. Example: {@code <rules><no-dollar>error</no-dollar></rules>}.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable Map<String, @Nullable String> rules;

    /**
     * The Java type of numbers that may have a fraction, in the types that are made of schemas: {@code double}, or {@code decimal} for
     * {@code BigDecimal}. Default: {@code double}. Example: {@code <numbers>decimal</numbers>} where money is counted.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.numbers", defaultValue = "double")
    private String numbers;

    /**
     * What becomes of properties that a schema neither names nor forbids: {@code keep} gives records a component that has them, {@code refuse}
     * makes objects that have one no values of the type. Default: {@code keep}. Example:
     * {@code <unknownProperties>refuse</unknownProperties>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.unknownProperties", defaultValue = "keep")
    private String unknownProperties;

    /**
     * Whether generated code checks data by the schemas in files with types, also by what no Java type holds, such as {@code pattern}: what is
     * not valid is refused as what is not of the type. The project needs {@code dev.asl4j:asl4j-validation} at run time then. Default:
     * {@code false}. Example: {@code <schemaValidation>true</schemaValidation>} where data comes from outside.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.schemaValidation", defaultValue = "false")
    private boolean schemaValidation;

    /**
     * Whether warnings fail the build as errors do; the goal {@code document} hears of none. Default: {@code false}. Example:
     * {@code -Dasl.failOnWarnings=true} in continuous integration.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.failOnWarnings", defaultValue = "false")
    private boolean failOnWarnings;

    /**
     * Whether it is a mistake that there is no definition at all. Default: {@code false}, so that a parent POM can bind the goal for modules
     * with and without definitions. Example: {@code <failOnMissingSources>true</failOnMissingSources>} guards against a misspelt
     * {@code sourceDirectory}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.failOnMissingSources", defaultValue = "false")
    private boolean failOnMissingSources;

    /**
     * Whether the goal does nothing; classes generated earlier are not compiled then either. Default: {@code false}. Example:
     * {@code mvn -Dasl.skip clean}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asl.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final BuildContext ide;

    AbstractAslMojo(BuildContext ide) {
        this.ide = ide;
    }

    abstract File sources();

    /** Where the report goes; null: nobody wants one. */
    abstract @Nullable File sarif();

    final MavenProject project() {
        return project;
    }

    /** Tells an IDE to look at a folder again. */
    final void refresh(File folder) {
        ide.refresh(folder);
    }

    /** What the goal asks of the compiler. */
    CompilationResult compile(Sources sources, CompilerOptions options) {
        return AslCompiler.compile(sources.definitions(), sources.schemas(), options);
    }

    /** What the goal does once it has its request; the closing line of the log comes back. */
    abstract String run(Generation generation) throws IOException, MojoFailureException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped (asl.skip)");
            return;
        }
        long start = System.nanoTime();
        try {
            GenerationRequest request = request();
            boolean isInIde = session.getUserProperties().containsKey("m2e.version")
                    || session.getSystemProperties().containsKey("m2e.version");
            DiagnosticLog log = new DiagnosticLog(getLog(), ide, isInIde, request);
            String done = run(new Generation(request, this::compile, log));
            getLog().info(done + " (" + (System.nanoTime() - start) / 1_000_000 + " ms)");
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read definitions or write sources: " + e, e);
        } catch (RuntimeException e) {
            throw new MojoExecutionException("asl4j failed; this is not the fault of a definition: " + e, e);
        }
    }

    private GenerationRequest request() throws IOException, MojoFailureException {
        Path root =
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
        Path base = project.getBasedir().toPath().toAbsolutePath().normalize();
        PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
        File sarif = sarif();
        String key = execution.getGoal() + "-" + URLEncoder.encode(execution.getExecutionId(), StandardCharsets.UTF_8);
        return new GenerationRequest(
                sources().toPath().toAbsolutePath().normalize(),
                base.startsWith(root) ? root : base,
                Path.of(project.getBuild().getDirectory(), "asl4j", key + ".state"),
                plugin.getVersion(),
                identity(plugin),
                includes == null || includes.isEmpty() ? EVERY_DEFINITION : includes,
                excludes == null ? List.of() : excludes,
                options(),
                sarif == null ? null : sarif.toPath().toAbsolutePath().normalize(),
                failOnWarnings,
                failOnMissingSources);
    }

    private CompilerOptions options() throws IOException, MojoFailureException {
        return new OptionsReader(
                        packageName,
                        substitutions,
                        substitutionsFile,
                        unresolvedSubstitutions,
                        machineType,
                        new TypesReader(numbers, unknownProperties, schemaValidation),
                        new RulesReader(profile, rules))
                .read();
    }

    /** The version; of a snapshot also the checksums of its archives, because a snapshot changes under one version. */
    private static String identity(PluginDescriptor plugin) throws IOException {
        StringBuilder identity = new StringBuilder(plugin.getVersion());
        if (plugin.getVersion().endsWith("-SNAPSHOT")) {
            for (Artifact artifact : plugin.getArtifacts()) {
                File file = artifact.getFile();
                if (artifact.getGroupId().equals(plugin.getGroupId()) && file != null && file.isFile()) {
                    identity.append(' ').append(checksum(file.toPath()));
                }
            }
        }
        return identity.toString();
    }

    /** Not SHA-256: in a young JVM that takes longer than all the rest of a build that has nothing to do. */
    private static String checksum(Path archive) throws IOException {
        CRC32 checksum = new CRC32();
        byte[] content = Files.readAllBytes(archive);
        checksum.update(content);
        return content.length + "-" + Long.toHexString(checksum.getValue());
    }
}
