package dev.asl4j.runtime.store;

/**
 * What a store has of an execution cannot be read, as somebody or a disk has changed it. Others are not concerned. The message says of which
 * execution and what it is, such as {@code input}, and nothing of what is there now.
 *
 * @since 0.1.0
 */
public final class DamagedExecutionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient StoredExecution remains;

    /**
     * An exception.
     *
     * @param remains what can be read, see {@link #remains}
     * @param what cannot be read
     */
    public DamagedExecutionException(StoredExecution remains, String what) {
        super("what the store has of execution " + remains.head().name() + " of "
                + remains.head().machine() + " (key " + remains.key() + ") cannot be read: " + what);
        this.remains = remains;
    }

    /**
     * What can be read of it, to be shown and nothing else: {@link StoredExecution.Progress#parked} says that it is not all, and JSON null
     * stands for data that cannot be read.
     */
    public StoredExecution remains() {
        return remains;
    }
}
