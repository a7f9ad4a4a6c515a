package dev.asl4j.runtime;

/** An execution of that name has ended already, or runs with another input. */
public final class ExecutionAlreadyExistsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;

    ExecutionAlreadyExistsException(String name) {
        super("an execution named " + name + " already exists");
        this.name = name;
    }

    /** The name. */
    public String name() {
        return name;
    }
}
