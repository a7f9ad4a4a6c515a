package dev.asl4j.compiler.flow;

/**
 * The errors of a state or a scope.
 *
 * @param catchable those that a retrier or catcher may take
 * @param fatal those that nobody takes, however deep they are raised
 */
public record Raised(ErrorSet catchable, ErrorSet fatal) {

    static final Raised NOTHING = new Raised(ErrorSet.NONE, ErrorSet.NONE);

    Raised or(Raised more) {
        return new Raised(catchable.or(more.catchable), fatal.or(more.fatal));
    }

    /** All of them. */
    public ErrorSet all() {
        return catchable.or(fatal);
    }
}
