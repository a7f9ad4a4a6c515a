package dev.asl4j.runtime.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A future that a handler may wait for: meanwhile its thread does not count, so that handlers never wait for each other in vain. */
final class PatientFuture<T> extends CompletableFuture<T> {
    private final Handlers handlers;

    PatientFuture(Handlers handlers) {
        this.handlers = handlers;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new PatientFuture<>(handlers);
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        boolean left = !isDone() && handlers.leave();
        try {
            return super.get();
        } finally {
            handlers.enter(left);
        }
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        boolean left = !isDone() && handlers.leave();
        try {
            return super.get(timeout, unit);
        } finally {
            handlers.enter(left);
        }
    }

    @Override
    public T join() {
        boolean left = !isDone() && handlers.leave();
        try {
            return super.join();
        } finally {
            handlers.enter(left);
        }
    }
}
