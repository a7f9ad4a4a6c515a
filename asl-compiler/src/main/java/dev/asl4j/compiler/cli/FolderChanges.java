package dev.asl4j.compiler.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Changes as the operating system tells them. */
final class FolderChanges implements Changes {
    /** Editors write a file in several steps. */
    private static final long QUIET_MILLIS = 100;

    /** Where something always changes, nobody waits for a quiet moment. */
    private static final int MOST_ROUNDS = 20;

    private final WatchService service = FileSystems.getDefault().newWatchService();
    private final Set<WatchKey> known = new HashSet<>();

    FolderChanges() throws IOException {}

    @Override
    public boolean watch(Set<Path> folders) throws IOException {
        boolean any = false;
        for (Path folder : folders) {
            try {
                // One that is known already gives the same key again.
                any |= known.add(folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY));
            } catch (NoSuchFileException e) {
                // gone again
            }
        }
        return any;
    }

    @Override
    public boolean await() throws InterruptedException {
        try {
            WatchKey key = service.take();
            for (int round = 0; key != null && round < MOST_ROUNDS; round++) {
                key.pollEvents();
                if (!key.reset()) {
                    known.remove(key);
                }
                key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (key != null) {
                key.reset();
            }
            return true;
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
