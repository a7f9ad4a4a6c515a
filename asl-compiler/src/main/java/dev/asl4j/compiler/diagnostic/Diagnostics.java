package dev.asl4j.compiler.diagnostic;

import dev.asl4j.compiler.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects what there is to tell about the definitions. Keeps the first {@value #LIMIT} diagnostics: a definition made to be wrong
 * everywhere must not fill the memory.
 */
public final class Diagnostics {

    /** How many diagnostics are kept. */
    public static final int LIMIT = 1_000;

    private final List<Diagnostic> reported = new ArrayList<>();
    private int errors;
    private boolean full;
    private final Map<Code, Code> raised;
    private List<String> postponed = new ArrayList<>();

    /** An empty collection. */
    public Diagnostics() {
        this(Map.of());
    }

    /**
     * An empty collection that makes errors of some warnings.
     *
     * @param raised the codes that are reported in the place of others, and without their hints: these say what else would happen
     */
    public Diagnostics(Map<Code, Code> raised) {
        this.raised = Map.copyOf(raised);
    }

    /** Adds a diagnostic without a hint. */
    public void report(Code code, Subject subject, String message) {
        report(code, subject, message, null);
    }

    /** Adds a diagnostic about a value or a key. */
    public void report(Code code, Subject subject, String message, @Nullable String hint) {
        report(code, subject.location(), subject.pointer(), message, hint);
    }

    /** Adds a diagnostic about a place; see {@link Diagnostic} for the parameters. */
    public void report(Code code, Location location, String pointer, String message, @Nullable String hint) {
        Code reported = raised.getOrDefault(code, code);
        if (admits(reported)) {
            add(reported, location, pointer, message, reported == code ? hint : null);
        }
    }

    private void add(Code code, Location location, String pointer, String message, @Nullable String hint) {
        reported.add(new Diagnostic(code, location, pointer, message, hint));
        if (reported.size() == LIMIT) {
            full = true;
            reported.add(new Diagnostic(
                    Code.TOO_MANY_DIAGNOSTICS,
                    location,
                    "",
                    "only the first " + LIMIT + " diagnostics are shown",
                    null));
        }
    }

    private boolean admits(Code code) {
        if (code.severity() == Severity.ERROR) {
            errors++;
        }
        return !full;
    }

    /** Notes a fault of the state that is being read, which is to show when the state is reached. */
    public void postpone(String fault) {
        postponed.add(fault);
    }

    /** The faults noted since the last call, in their order; they are forgotten. */
    public List<String> takePostponed() {
        List<String> taken = postponed;
        postponed = new ArrayList<>();
        return taken;
    }

    /** Whether anything keeps the definitions from compiling. */
    public boolean hasErrors() {
        return errors > 0;
    }

    /** How many errors were reported; compared before and after a phase it tells whether the phase found any. */
    public int errorCount() {
        return errors;
    }

    /** All diagnostics in their order, each once. */
    public List<Diagnostic> sorted() {
        return reported.stream().sorted().distinct().toList();
    }
}
