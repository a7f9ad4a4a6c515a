package dev.asl4j.runtime.internal;

/** Whether a message found what it was for. Set on the turn that delivers it; counts once that turn is committed. */
final class Reply {
    private volatile boolean accepted;

    void set(boolean accepted) {
        this.accepted = accepted;
    }

    boolean isAccepted() {
        return accepted;
    }
}
