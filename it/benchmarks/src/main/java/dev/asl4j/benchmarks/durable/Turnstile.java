package dev.asl4j.benchmarks.durable;

/** Holds up all threads that come by, or lets them pass; and counts them. */
final class Turnstile {
    private final int all;
    private boolean open; // guarded by this, as all below
    private int waiting;
    private long arrivals;

    /** @param all how many there are to be held up */
    Turnstile(int all) {
        this.all = all;
    }

    synchronized void pass() throws InterruptedException {
        arrivals++;
        if (open) {
            return;
        }
        waiting++;
        notifyAll();
        while (!open) {
            wait();
        }
        waiting--;
    }

    /** Waits until all are held up. */
    synchronized void awaitAll() throws InterruptedException {
        while (waiting < all) {
            wait();
        }
    }

    synchronized void open() {
        open = true;
        notifyAll();
    }

    synchronized void close() {
        open = false;
    }

    synchronized long arrivals() {
        return arrivals;
    }
}
