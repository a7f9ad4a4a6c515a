package dev.asl4j.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of this JVM's own, made with the programs of the machine. It does not run as root, so if this JVM does, it runs as
 * another user.
 */
final class PostgresServer {
    private static final String REQUIRED = "required";
    private static final int START_SECONDS = 60;
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static PostgresServer shared;
    private static boolean tried;

    private final Path binaries;
    private final Path folder;
    private final int port;

    private PostgresServer(Path binaries, Path folder, int port) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
    }

    /** The server that all tests share; empty if there is no PostgreSQL on this machine. */
    static synchronized Optional<PostgresServer> shared() {
        if (!tried) {
            tried = true;
            binaries().ifPresent(found -> {
                shared = start(found);
                Runtime.getRuntime().addShutdownHook(new Thread(shared::remove));
            });
        }
        return Optional.ofNullable(shared);
    }

    /** A server of its own, to be stopped and started. */
    static Optional<PostgresServer> own() {
        return binaries().map(PostgresServer::start);
    }

    private static Optional<Path> binaries() {
        List<Path> candidates = new ArrayList<>();
        Pattern.compile(":").splitAsStream(System.getenv("PATH")).map(Path::of).forEach(candidates::add);
        try (Stream<Path> versions = Files.isDirectory(Path.of("/usr/lib/postgresql"))
                ? Files.list(Path.of("/usr/lib/postgresql"))
                : Stream.empty()) {
            versions.sorted(Comparator.reverseOrder()).forEach(version -> candidates.add(version.resolve("bin")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Optional<Path> found = candidates.stream()
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .findFirst();
        if (found.isEmpty() && REQUIRED.equals(System.getProperty("asl4j.postgresql"))) {
            throw new IllegalStateException("There has to be a PostgreSQL on this machine, and there is none.");
        }
        return found;
    }

    private static PostgresServer start(Path binaries) {
        try {
            Path folder = Files.createTempDirectory("asl4j-postgres");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            PostgresServer server = new PostgresServer(binaries, folder, freePort());
            server.run("initdb", "-D", server.data(), "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-locale", "-N");
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    void start() {
        run(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-t",
                Integer.toString(START_SECONDS),
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c max_connections=200",
                "start");
    }

    /** Ends it as a crash would. */
    void crash() {
        run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    void remove() {
        crash();
        try (Stream<Path> left = Files.walk(folder)) {
            left.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** The URL of an empty schema, which is made in no time, as databases are not. */
    String newSchema() throws SQLException {
        String name = "s" + SCHEMAS.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
        }
        return url() + "&currentSchema=" + name;
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=tests";
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("runuser", "-u", user(), "--"));
        }
        Path own = binaries.resolve(program);
        command.add(Files.isExecutable(own) ? own.toString() : program);
        command.addAll(List.of(arguments));
        try {
            Path log = folder.resolve(program + ".log");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed: " + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String user() {
        try (Stream<String> users = Files.lines(Path.of("/etc/passwd"))) {
            return users.anyMatch(line -> line.startsWith("postgres:")) ? "postgres" : "nobody";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
