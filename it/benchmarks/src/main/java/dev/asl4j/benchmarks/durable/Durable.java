package dev.asl4j.benchmarks.durable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Measures and prints. Options: {@code --quick} (small numbers, to see that it works), {@code --directory DIR} (where databases are
 * made; it has to be on a real disk), {@code --postgresql URL}, {@code --only throughput|scale|memory} (several times).
 */
public final class Durable {
    private boolean quick;
    private @Nullable Path directory;
    private @Nullable String postgresql;
    private final Set<String> only = new TreeSet<>();

    private Durable(List<String> options) {
        for (int i = 0; i < options.size(); i++) {
            switch (options.get(i)) {
                case "--quick" -> quick = true;
                case "--directory" -> directory = Path.of(options.get(++i));
                case "--postgresql" -> postgresql = options.get(++i);
                case "--only" -> only.add(options.get(++i));
                default -> throw new IllegalArgumentException("What is " + options.get(i) + "?");
            }
        }
    }

    /** Runs. */
    public static void main(String[] options) throws Exception {
        new Durable(List.of(options)).run();
    }

    private void run() throws Exception {
        Path folder = directory == null ? Files.createTempDirectory("asl4j-durable") : directory;
        Surroundings.print(folder);
        if (isWanted("throughput")) {
            throughput(folder);
        }
        if (isWanted("scale")) {
            new Scale(folder, quick).run();
        }
        if (isWanted("memory")) {
            new Memory(quick).run();
        }
    }

    private void throughput(Path folder) throws Exception {
        List<Database> databases = new ArrayList<>();
        databases.add(new Database.Sqlite(Files.createDirectories(folder.resolve("throughput"))));
        if (postgresql != null) {
            databases.add(new Database.Postgresql(postgresql));
        }
        for (Database database : databases) {
            new Throughput(database, quick).run();
        }
    }

    private boolean isWanted(String part) {
        return only.isEmpty() || only.contains(part);
    }

    /** Bytes of a file and those SQLite keeps beside it. */
    static long size(Path file) throws IOException {
        long size = 0;
        for (String end : List.of("", "-wal")) {
            Path part = Path.of(file + end);
            size += Files.exists(part) ? Files.size(part) : 0;
        }
        return size;
    }
}
