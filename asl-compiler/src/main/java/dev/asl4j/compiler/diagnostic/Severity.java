package dev.asl4j.compiler.diagnostic;

/** How much a diagnostic matters. */
public enum Severity {
    /** The definition cannot be compiled. */
    ERROR("error"),
    /** The definition compiles, and probably does not do what was meant. */
    WARNING("warning"),
    /** Worth knowing. */
    NOTE("note");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The word in a printed diagnostic. */
    public String word() {
        return word;
    }
}
