package dev.asl4j.runtime.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Threads: virtual ones for handlers where the JVM has them (Java 21), daemons from a pool that grows where not. */
final class HandlerThreads {
    private static final String NAME = "asl4j-handler-";

    private HandlerThreads() {}

    /** For runs on callers' threads; idle threads go away by themselves. */
    static ExecutorService shared() {
        return Shared.EXECUTOR;
    }

    /** An executor of one's own, without a bound on its threads. */
    static ExecutorService create() {
        try {
            return virtual();
        } catch (ReflectiveOperationException olderJava) {
            return Executors.newCachedThreadPool(daemons(NAME));
        }
    }

    /** Whether there are virtual threads. */
    static boolean areVirtual() {
        try {
            virtual().shutdown();
            return true;
        } catch (ReflectiveOperationException olderJava) {
            return false;
        }
    }

    /** Daemon threads, numbered. */
    static ThreadFactory daemons(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** {@code Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(NAME, 1).factory())}. */
    private static ExecutorService virtual() throws ReflectiveOperationException {
        Class<?> builderType = Class.forName("java.lang.Thread$Builder");
        Object builder = invoke(Thread.class.getMethod("ofVirtual"), null);
        Object named = invoke(builderType.getMethod("name", String.class, long.class), builder, NAME, 1L);
        Object factory = invoke(builderType.getMethod("factory"), named);
        Method create = Executors.class.getMethod("newThreadPerTaskExecutor", ThreadFactory.class);
        return (ExecutorService) invoke(create, null, factory);
    }

    private static Object invoke(Method method, @Nullable Object target, Object... arguments)
            throws ReflectiveOperationException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) { // a preview feature that is switched off
            throw new ReflectiveOperationException(thrown.getCause());
        }
    }

    /** Made at the first need. */
    private static final class Shared {
        private static final ExecutorService EXECUTOR = create();
    }
}
