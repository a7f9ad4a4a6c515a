package dev.asl4j.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * Lets callers wait for a random time without a clock: each call of {@link #pass} blocks until it is drawn, in an order that a seed
 * decides among those that wait.
 */
final class RandomOrder implements AutoCloseable {
    private final List<CountDownLatch> waiting = new ArrayList<>();
    private final Random random;
    private final Thread drawer;
    private boolean closed;

    RandomOrder(long seed) {
        random = new Random(seed);
        drawer = new Thread(this::draw, "random-order");
        drawer.start();
    }

    void pass() throws InterruptedException {
        CountDownLatch turn = new CountDownLatch(1);
        synchronized (this) {
            waiting.add(turn);
            notifyAll();
        }
        turn.await();
    }

    private void draw() {
        try {
            while (true) {
                next().countDown();
            }
        } catch (InterruptedException end) {
            // Closed: nobody waits any more.
        }
    }

    private synchronized CountDownLatch next() throws InterruptedException {
        while (waiting.isEmpty()) {
            if (closed) {
                throw new InterruptedException();
            }
            wait();
        }
        return waiting.remove(random.nextInt(waiting.size()));
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            drawer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
