package dev.asl4j.crash.work;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.task.TaskContext;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the handlers of one process did. A line is one write at the end of the file, so what was written before a {@code kill -9} is there
 * after it.
 */
public final class SideLog implements AutoCloseable {
    private final String process;

    /** No channel: a handler that is interrupted would close it for all. */
    private final FileOutputStream file;

    private SideLog(String process, FileOutputStream file) {
        this.process = process;
        this.file = file;
    }

    /** The log of a process: {@code <folder>/<process>.log}. */
    public static SideLog of(Path folder, String process) throws IOException {
        Files.createDirectories(folder);
        return new SideLog(
                process, new FileOutputStream(folder.resolve(process + ".log").toFile(), true));
    }

    /** Of a handler's call. */
    public void write(SideEntry.Kind kind, TaskContext task, JsonNode note) {
        write(kind, task.executionId(), task.stateName(), task.idempotencyKey(), task.delivery(), note);
    }

    /** Of anything. */
    public void write(SideEntry.Kind kind, String execution, String state, String call, int delivery, JsonNode note) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        SideEntry entry = new SideEntry(micros, process, kind, execution, state, call, delivery, note);
        try {
            file.write(entry.line().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Reads the logs of a folder as they grow: each entry is given once. */
    public static final class Tail {
        private final Path folder;
        private final Map<Path, Long> read = new HashMap<>();

        /** From the beginning. */
        public Tail(Path folder) {
            this.folder = folder;
        }

        /** What has come since the last time, in the order of the files' names. */
        public List<SideEntry> news() throws IOException {
            List<SideEntry> news = new ArrayList<>();
            if (!Files.isDirectory(folder)) {
                return news;
            }
            List<Path> files;
            try (Stream<Path> found = Files.list(folder)) {
                files = found.sorted().toList();
            }
            for (Path log : files) {
                long from = read.getOrDefault(log, 0L);
                if (Files.size(log) > from) {
                    read.put(log, from + lines(log, from, news));
                }
            }
            return news;
        }

        /** Adds the whole lines from there on; gives how many bytes they have. */
        private static long lines(Path log, long from, List<SideEntry> news) throws IOException {
            byte[] bytes;
            try (FileChannel channel = FileChannel.open(log)) {
                ByteBuffer rest = ByteBuffer.allocate((int) (channel.size() - from));
                int count = channel.read(rest, from);
                bytes = new byte[Math.max(0, count)];
                rest.flip().get(bytes);
            }
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            new String(bytes, 0, end, StandardCharsets.UTF_8)
                    .lines()
                    .map(SideEntry::parse)
                    .forEach(news::add);
            return end;
        }
    }
}
