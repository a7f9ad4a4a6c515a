package dev.asl4j.benchmarks.durable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreSession;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.Turn;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at the turns that go into a store, and adds up how many characters of text they would be in rows. */
final class TurnSizes {
    /** Numbers, times and words of an execution's row, written out. */
    private static final int PROGRESS = 60;

    private static final int FRAME = 60;
    private static final int EVENT = 40;

    private final LongAdder turns = new LongAdder();
    private final LongAdder characters = new LongAdder();

    /** That store, looked at. */
    ExecutionStore of(ExecutionStore store) {
        return proxy(ExecutionStore.class, (proxy, method, arguments) -> {
            Object result = call(method, store, arguments);
            return result instanceof StoreSession session ? of(session) : result;
        });
    }

    private StoreSession of(StoreSession session) {
        return proxy(StoreSession.class, (proxy, method, arguments) -> {
            if (arguments != null && arguments[0] instanceof Turn turn) {
                turns.increment();
                characters.add(size(turn));
            }
            return call(method, session, arguments);
        });
    }

    int mean() {
        return (int) (characters.sum() / turns.sum());
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Method method, Object target, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static long size(Turn turn) {
        long size = PROGRESS
                + turn.progress().fingerprint().length()
                + text(turn.progress().output());
        for (StoredFrame frame : turn.changed()) {
            size += FRAME + frame.place().length() + frame.state().length();
            size += Stream.of(
                            frame.input(),
                            frame.value(),
                            frame.variables(),
                            frame.work(),
                            frame.items(),
                            frame.item(),
                            frame.detail())
                    .mapToLong(TurnSizes::text)
                    .sum();
        }
        for (HistoryEvent event : turn.events()) {
            size += EVENT + text(event.details());
        }
        return size;
    }

    private static long text(@Nullable JsonNode value) {
        return value == null ? 0 : Json.write(value).length();
    }
}
