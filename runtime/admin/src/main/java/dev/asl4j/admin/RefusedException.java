package dev.asl4j.admin;

/** What was asked for is not there, or cannot be done. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
