package dev.asl4j.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work on many things at a time, on as many threads as there are processors, each with a {@linkplain DeepStack deep stack}. What comes of it
 * is heard in the order of the things, one after the other, so that no order of threads shows in anything.
 */
final class SideBySide<T, R> {
    private final List<T> items;
    private final Function<? super T, ? extends R> work;
    private final BiConsumer<? super T, ? super R> hearer;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Integer, R> early = new HashMap<>();
    private int heard;
    private int failed = Integer.MAX_VALUE;
    private @Nullable Throwable fault;

    private SideBySide(List<T> items, Function<? super T, ? extends R> work, BiConsumer<? super T, ? super R> hearer) {
        this.items = items;
        this.work = work;
        this.hearer = hearer;
    }

    /**
     * Does the work for each of the items, also on the caller's thread, and returns when all is done. What the work or the hearer throws for
     * the first of the items for which anything is thrown is thrown here; nothing is heard of the later ones then.
     *
     * @param work does not know of the others
     * @param hearer hears of each result on any of the threads
     */
    static <T, R> void each(
            List<T> items, Function<? super T, ? extends R> work, BiConsumer<? super T, ? super R> hearer) {
        SideBySide<T, R> all = new SideBySide<>(items, work, hearer);
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), items.size());
        List<FutureTask<Boolean>> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            others.add(DeepStack.start(all::work));
        }
        all.work();
        others.forEach(DeepStack::result);
        all.rethrow();
    }

    /** The results in the order of the items. */
    static <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> work) {
        List<R> results = new ArrayList<>();
        SideBySide.<T, R>each(items, work, (item, result) -> results.add(result));
        return results;
    }

    /** Until there is nothing left to begin: what was begun before something failed is done, so that the first fault is always the same. */
    private boolean work() {
        for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
            try {
                done(i, work.apply(items.get(i)));
            } catch (RuntimeException | Error e) {
                fail(i, e);
            }
        }
        return true;
    }

    private synchronized void done(int number, R result) {
        early.put(number, result);
        while (heard < failed && early.containsKey(heard)) {
            R turn = early.remove(heard);
            try {
                hearer.accept(items.get(heard), turn);
            } catch (RuntimeException | Error e) {
                fail(heard, e);
            }
            heard++;
        }
    }

    private synchronized void fail(int number, Throwable thrown) {
        next.set(items.size());
        if (number < failed) {
            failed = number;
            fault = thrown;
        }
    }

    private synchronized void rethrow() {
        if (fault instanceof RuntimeException exception) {
            throw exception;
        }
        if (fault instanceof Error error) {
            throw error;
        }
    }
}
