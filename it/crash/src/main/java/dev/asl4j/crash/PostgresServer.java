package dev.asl4j.crash;

import dev.asl4j.crash.child.Place;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server in a folder of its own. It refuses to run as root, so then it runs as the user {@code postgres}. */
final class PostgresServer implements Database {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path binaries;
    private final Path folder;
    private final int port;
    private final Guard guard;

    private PostgresServer(Path binaries, Path folder, int port, Guard guard) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
        this.guard = guard;
    }

    /** Whether there is one to start. */
    static boolean isInstalled() throws IOException {
        return installed().isPresent();
    }

    /** Makes one, and starts it. */
    static PostgresServer create() throws IOException, InterruptedException {
        return create(Files.createTempDirectory("asl4j-crash-postgresql-"));
    }

    /** Makes one in an empty folder, which is gone when it is closed. */
    static PostgresServer create(Path folder) throws IOException, InterruptedException {
        PostgresServer server = new PostgresServer(binaries(), folder, freePort(), Guard.of(folder));
        boolean good = false;
        try {
            if (isRoot()) {
                run(List.of("chown", "postgres", folder.toString()));
            }
            server.tool("initdb", "-A", "trust", "-U", "asl4j", "-E", "UTF8", "--locale=C", "-D", server.data());
            server.start();
            good = true;
            return server;
        } finally {
            if (!good) {
                server.clear();
            }
        }
    }

    /** Starts it again. */
    void start() throws IOException, InterruptedException {
        String options = "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1";
        tool("pg_ctl", "-D", data(), "-l", folder.resolve("log").toString(), "-o", options, "-w", "start");
    }

    /** Whether its first process is there. */
    boolean isRunning() throws IOException {
        Path pid = Path.of(data(), "postmaster.pid");
        return Files.exists(pid)
                && ProcessHandle.of(
                                Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                        .isPresent();
    }

    /** Ends it without ado, as if it had crashed. */
    void stop() throws IOException, InterruptedException {
        tool("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    /** Holds all of its processes, as if the machine did not answer; or has them go on. */
    void freeze(boolean frozen) throws IOException, InterruptedException {
        String postmaster =
                Files.readAllLines(Path.of(data(), "postmaster.pid")).get(0);
        List<String> pids = new ArrayList<>(List.of("kill", frozen ? "-STOP" : "-CONT", postmaster));
        ProcessHandle.of(Long.parseLong(postmaster)).stream()
                .flatMap(ProcessHandle::descendants)
                .forEach(process -> pids.add(Long.toString(process.pid())));
        run(pids);
    }

    @Override
    public Place place() {
        return new Place(Place.Kind.POSTGRESQL, "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=asl4j");
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        clear();
    }

    private void clear() throws IOException {
        Folders.delete(folder);
        guard.close();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void tool(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(binaries.resolve(name).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path binaries() throws IOException {
        return installed()
                .orElseThrow(() -> new IllegalStateException("PostgreSQL's initdb is not found; is it installed?"));
    }

    /** Where {@code initdb} is: on the path, or where Debian keeps it, the newest. */
    private static Optional<Path> installed() throws IOException {
        List<Path> places = new ArrayList<>();
        for (String place : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            places.add(Path.of(place));
        }
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.map(version -> version.resolve("bin"))
                        .sorted(Comparator.reverseOrder())
                        .forEach(places::add);
            }
        }
        return places.stream()
                .filter(place -> Files.isExecutable(place.resolve("initdb")))
                .findFirst();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("asl4j-crash-", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + Files.readString(output, StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(output);
        }
    }
}
