package dev.asl4j.runtime.store;

import org.jspecify.annotations.Nullable;

/**
 * The store could not be reached, or refused. Whether what was asked for has happened is not known.
 *
 * @since 0.1.0
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception.
     *
     * @param message shows no data of executions
     */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
