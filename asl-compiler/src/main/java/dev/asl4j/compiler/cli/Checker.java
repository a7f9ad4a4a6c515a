package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Checks files side by side and tells of them in their order; only a few are held in memory at any time. */
final class Checker {
    private static final int AHEAD = 8;

    private final CompilerOptions options;

    Checker(CompilerOptions options) {
        this.options = options;
    }

    /**
     * Checks the files.
     *
     * @param hearer hears of each file, on the caller's thread; says whether to go on
     */
    void check(List<DefinitionFile> files, Predicate<Checked> hearer) throws InterruptedException {
        int threads = Math.max(1, Math.min(files.size(), Runtime.getRuntime().availableProcessors()));
        ExecutorService executor = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "aslc-check");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Queue<Future<Checked>> running = new ArrayDeque<>();
            Iterator<DefinitionFile> waiting = files.iterator();
            boolean goOn = true;
            while (goOn && (waiting.hasNext() || !running.isEmpty())) {
                while (waiting.hasNext() && running.size() < threads * AHEAD) {
                    DefinitionFile file = waiting.next();
                    running.add(executor.submit(() -> check(file)));
                }
                goOn = hearer.test(running.remove().get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private Checked check(DefinitionFile file) {
        try {
            Definition definition = file.read();
            return new Checked(file, AslCompiler.check(definition, file.schemasFor(definition), options), null);
        } catch (IOException | RuntimeException fault) {
            return new Checked(file, List.of(), fault);
        }
    }
}
