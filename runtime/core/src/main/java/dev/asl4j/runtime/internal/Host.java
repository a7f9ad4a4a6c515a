package dev.asl4j.runtime.internal;

/** What a driver needs of the thing that gives it threads. */
interface Host {
    /** Puts a message into the mailbox; from any thread. */
    void post(Message message);

    /** Has a handler run; its message is to be posted. Called after the commit of a turn. */
    void launch(TaskAttempt attempt);
}
