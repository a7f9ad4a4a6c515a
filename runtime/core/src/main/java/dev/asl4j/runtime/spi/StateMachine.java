package dev.asl4j.runtime.spi;

/** A compiled definition. */
public final class StateMachine {
    private final String name;
    private final String fingerprint;
    private final long timeoutSeconds;
    private final Scope main;

    private StateMachine(String name, String fingerprint, long timeoutSeconds, Scope main) {
        this.name = name;
        this.fingerprint = fingerprint;
        this.timeoutSeconds = timeoutSeconds;
        this.main = main;
    }

    /**
     * A state machine.
     *
     * @param name the definition's file name without its ending
     * @param fingerprint of the definition's content: two machines with the same one mean the same
     * @param timeoutSeconds budget of a whole execution; 0 means none
     * @param main the top-level scope
     */
    public static StateMachine of(String name, String fingerprint, long timeoutSeconds, Scope main) {
        return new StateMachine(name, fingerprint, timeoutSeconds, main);
    }

    /** The machine's name. */
    public String name() {
        return name;
    }

    /** Identifies the definition's content. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Budget of a whole execution in seconds; 0 means none. */
    public long timeoutSeconds() {
        return timeoutSeconds;
    }

    /** The top-level scope. */
    public Scope main() {
        return main;
    }

    @Override
    public String toString() {
        return "StateMachine[" + name + "]";
    }
}
