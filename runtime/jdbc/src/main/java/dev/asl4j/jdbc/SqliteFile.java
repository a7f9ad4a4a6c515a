package dev.asl4j.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A database file, once in a JVM however many stores are open on it. Beside it lies a file in which each session has locked the byte of
 * its number: the operating system takes the lock away when the process dies, in whatever way, so whoever gets it knows. That file is
 * opened here only, because closing it anywhere in a process would give up all locks of the process.
 */
final class SqliteFile {
    private static final String SUFFIX = "-engines";
    private static final Map<Path, SqliteFile> OPEN = new HashMap<>(); // guarded by itself

    /** Held while something is written: SQLite has one writer at a time, and lets others only ask again and again. */
    final ReentrantLock writing = new ReentrantLock(true);

    /** Held while a connection asks for the log that is written ahead: of two that do so at once SQLite refuses one. */
    final ReentrantLock modeChange = new ReentrantLock();

    private final Path path;
    private @Nullable FileChannel channel; // guarded by this; null until somebody asks for a lock
    private final Map<Long, FileLock> sessions = new HashMap<>(); // guarded by this
    private int users; // guarded by OPEN

    private SqliteFile(Path path) {
        this.path = path;
    }

    /** The file of locks; makes it if it is not there. */
    private synchronized FileChannel channel() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            Path locks = path.resolveSibling(path.getFileName() + SUFFIX);
            open = FileChannel.open(
                    locks, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel = open;
        }
        return open;
    }

    /** Opens it; makes it if it is not there. */
    static SqliteFile open(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        synchronized (OPEN) {
            make(file);
            Path path = file.toRealPath();
            SqliteFile shared = OPEN.get(path);
            if (shared == null) {
                shared = new SqliteFile(path);
                OPEN.put(path, shared);
            }
            shared.users++;
            return shared;
        }
    }

    /** Makes it if it is not there. That closes it again, which would give up the locks of whoever in this JVM is faster to open it. */
    private static void make(Path file) throws IOException {
        if (Files.notExists(file)) {
            try {
                Files.createFile(file);
            } catch (FileAlreadyExistsException e) {
                // another process was faster
            }
        }
    }

    Path path() {
        return path;
    }

    /** Tells everyone that the session is alive, as long as this process is. */
    synchronized void lock(long session) throws IOException {
        FileLock lock = channel().tryLock(session, 1, false);
        if (lock == null) {
            throw new IOException("session " + session + " is locked by another process");
        }
        sessions.put(session, lock);
    }

    synchronized void unlock(long session) {
        FileLock lock = sessions.remove(session);
        if (lock != null) {
            try {
                lock.release();
            } catch (IOException e) {
                // the file was closed, which gave the lock up
            }
        }
    }

    synchronized boolean isAlive(long session) throws IOException {
        if (sessions.containsKey(session)) {
            return true;
        }
        try (FileLock lock = channel().tryLock(session, 1, false)) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true; // another copy of this class
        }
    }

    void close() {
        synchronized (OPEN) {
            users--;
            if (users == 0) {
                OPEN.remove(path);
                closeChannel();
            }
        }
    }

    private synchronized void closeChannel() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // the locks go with the process at the latest
            }
        }
    }
}
