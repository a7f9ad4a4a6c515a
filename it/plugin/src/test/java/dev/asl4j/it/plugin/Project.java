package dev.asl4j.it.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The copy of a project that the invoker has built once; it can be changed, and built again. */
public final class Project {
    private final Path folder;
    private final Path repository;
    private int builds = 1;

    /** Both are variables that the invoker gives to a script: {@code basedir} and {@code localRepositoryPath}. */
    public Project(File basedir, File localRepositoryPath) {
        this.folder = basedir.toPath();
        this.repository = localRepositoryPath.toPath();
    }

    /** The build that the invoker ran. */
    public Build firstBuild() throws IOException {
        return build(Files.readAllLines(folder.resolve("build.log")));
    }

    /** Builds again, as another process without a network, into {@code build-2.log} and so on; {@code arguments} are goals and options. */
    public Build mvn(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", isWindows() ? "mvn.cmd" : "mvn")
                        .toString(),
                "-B",
                "-o",
                "-Daether.enhancedLocalRepository.trackingFilename=none", // what is there counts, not where it came
                // from
                "-Dmaven.repo.local=" + repository));
        command.addAll(List.of(arguments));
        Map<String, String> environment = Map.of("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
        Build build = build(run(command, environment));
        builds++;
        Files.write(folder.resolve("build-" + builds + ".log"), build.lines());
        return build;
    }

    /**
     * Runs a class of the project with the runtime beside it; what it prints comes back.
     *
     * @param more folders of the repository with other archives that it needs
     */
    public String java(String mainClass, String... more) throws IOException, InterruptedException {
        List<String> classpath = new ArrayList<>(List.of(path("target/classes").toString()));
        List<String> groups =
                new ArrayList<>(List.of("dev/asl4j/asl4j-runtime", "com/fasterxml/jackson", "org/jspecify"));
        groups.addAll(List.of(more));
        for (String group : groups) {
            try (Stream<Path> files = Files.walk(repository.resolve(group))) {
                files.map(Path::toString).filter(file -> file.endsWith(".jar")).forEach(classpath::add);
            }
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> printed =
                run(List.of(java, "-cp", String.join(File.pathSeparator, classpath), mainClass), Map.of());
        return String.join("\n", printed);
    }

    public Path path(String relative) {
        return folder.resolve(relative);
    }

    public boolean exists(String relative) {
        return Files.exists(path(relative));
    }

    public String read(String relative) throws IOException {
        return Files.readString(path(relative));
    }

    /** Replaces text that has to be there. */
    public void edit(String relative, String old, String replacement) throws IOException {
        String text = read(relative);
        if (!text.contains(old)) {
            throw new AssertionError(relative + " does not contain " + old);
        }
        Files.writeString(path(relative), text.replace(old, replacement));
    }

    public void write(String relative, String text) throws IOException {
        Files.createDirectories(path(relative).getParent());
        Files.writeString(path(relative), text);
    }

    public void delete(String relative) throws IOException {
        Files.delete(path(relative));
    }

    /** The files below a folder, relative to it, with {@code /}. */
    public List<String> files(String relative) throws IOException {
        return new ArrayList<>(times(relative).keySet());
    }

    /**
     * When each file below a folder was last written. The files are set back by an hour first: whatever is written from now on shows,
     * however coarse the clock of the file system.
     */
    public Map<String, FileTime> age(String relative) throws IOException {
        for (String file : files(relative)) {
            Path path = path(relative).resolve(file);
            Instant earlier = Files.getLastModifiedTime(path).toInstant().minusSeconds(3600);
            Files.setLastModifiedTime(path, FileTime.from(earlier));
        }
        return times(relative);
    }

    public Map<String, FileTime> times(String relative) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        Path root = path(relative);
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    times.put(root.relativize(file).toString().replace('\\', '/'), Files.getLastModifiedTime(file));
                }
            }
        }
        return times;
    }

    /** A copy of the project without its target folder, somewhere else below the target folder. */
    public Project copy(String name) throws IOException {
        Path copy = path("target/" + name);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                Path relative = folder.relativize(file);
                if (!relative.startsWith("target") && !relative.toString().endsWith(".log")) {
                    Files.createDirectories(copy.resolve(relative).getParent());
                    Files.copy(file, copy.resolve(relative));
                }
            }
        }
        return new Project(copy.toFile(), repository.toFile());
    }

    /** Installs the plugin a second time, as another version. */
    public void installPlugin(String other) throws IOException {
        Path plugin = repository.resolve("dev/asl4j/asl4j-maven-plugin");
        String version = pluginVersion(plugin);
        Path target = Files.createDirectories(plugin.resolve(other));
        Path jar = target.resolve("asl4j-maven-plugin-" + other + ".jar");
        Files.copy(
                plugin.resolve(version).resolve("asl4j-maven-plugin-" + version + ".jar"),
                jar,
                StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem archive = FileSystems.newFileSystem(jar)) {
            Path descriptor = archive.getPath("META-INF/maven/plugin.xml");
            Files.writeString(descriptor, Files.readString(descriptor).replace(">" + version + "<", ">" + other + "<"));
        }
        Files.writeString(target.resolve("asl4j-maven-plugin-" + other + ".pom"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>dev.asl4j</groupId>
                  <artifactId>asl4j-maven-plugin</artifactId>
                  <version>%s</version>
                  <packaging>maven-plugin</packaging>
                  <dependencies>
                    <dependency>
                      <groupId>dev.asl4j</groupId>
                      <artifactId>asl4j-compiler</artifactId>
                      <version>%s</version>
                    </dependency>
                    <dependency>
                      <groupId>org.codehaus.plexus</groupId>
                      <artifactId>plexus-build-api</artifactId>
                      <version>1.2.0</version>
                    </dependency>
                  </dependencies>
                </project>
                """.formatted(other, version));
    }

    private static String pluginVersion(Path plugin) throws IOException {
        try (Stream<Path> folders = Files.list(plugin)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.endsWith("-SNAPSHOT"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines().toList();
    }

    private static Build build(List<String> lines) {
        return new Build(lines.contains("[INFO] BUILD SUCCESS"), lines);
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }
}
