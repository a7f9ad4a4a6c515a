package dev.asl4j.compiler.diagnostic;

import dev.asl4j.compiler.source.Location;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what there is to tell about the definitions. Keeps the first {@value #LIMIT} of each severity: a definition made to be wrong
 * everywhere must not fill the memory.
 */
public final class Diagnostics {

    /** How many diagnostics of one severity are kept. */
    public static final int LIMIT = 1_000;

    private final @Nullable Diagnostics whole;
    private final List<Diagnostic> reported = new ArrayList<>();
    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    private final RuleSet rules;
    // Parts ask for their own files while the whole hears of others.
    private final Map<String, FileRules> fileRules = new ConcurrentHashMap<>();
    private final Map<String, Map<Code, Level>> defaults = new ConcurrentHashMap<>();
    private final Map<Code, Code> raised;
    private int errors;
    private final Set<String> faulty = ConcurrentHashMap.newKeySet();
    private List<String> postponed = new ArrayList<>();
    private @Nullable AwsReport words;

    /** An empty collection for AWS's rules. */
    public Diagnostics() {
        this(RuleSet.DEFAULT, Map.of());
    }

    /**
     * An empty collection.
     *
     * @param rules what becomes of each rule
     * @param raised the codes that are reported in the place of others, and without their hints: these say what else would happen
     */
    public Diagnostics(RuleSet rules, Map<Code, Code> raised) {
        this(null, rules, Map.copyOf(raised));
    }

    private Diagnostics(@Nullable Diagnostics whole, RuleSet rules, Map<Code, Code> raised) {
        this.whole = whole;
        this.rules = rules;
        this.raised = raised;
    }

    /**
     * An empty collection for what one thread finds in a definition, while others look at others. All that was said here of this definition
     * counts in it as well; nothing is known here of what is reported there, until it is {@linkplain #add(Diagnostics) added}.
     */
    public Diagnostics part() {
        return new Diagnostics(this, rules, raised);
    }

    /** Adds all that a part has, as if it had been reported here. */
    public void add(Diagnostics part) {
        fileRules.putAll(part.fileRules);
        defaults.putAll(part.defaults);
        part.reported.forEach(this::add);
        part.counts.forEach((severity, count) -> {
            int left = Math.max(0, count - part.limit());
            counts.merge(severity, left, Integer::sum);
            errors += severity == Severity.ERROR ? left : 0;
        });
    }

    /** A part keeps one more than is shown: the whole says that it is left out, and where. */
    private int limit() {
        return whole == null ? LIMIT : LIMIT + 1;
    }

    /** From now on these count in a file, before those of all files. */
    public void rules(String displayPath, FileRules rulesOfFile) {
        fileRules.put(displayPath, rulesOfFile);
    }

    /** From now on these count in a file for rules that nobody has set otherwise. */
    public void defaults(String displayPath, Map<Code, Level> levels) {
        defaults.put(displayPath, Map.copyOf(levels));
    }

    /** Adds a diagnostic without a hint. */
    public void report(Code code, Subject subject, String message) {
        report(code, subject, message, null);
    }

    /** Adds a diagnostic about a value or a key. */
    public void report(Code code, Subject subject, String message, @Nullable String hint) {
        report(code, subject, message, hint, null);
    }

    /** Adds a diagnostic about a value or a key for which AWS's own words are known. */
    public void report(Code code, Subject subject, String message, @Nullable String hint, @Nullable AwsReport aws) {
        report(code, subject.location(), subject.pointer(), message, hint, aws);
    }

    /** Does some work; errors that it reports without AWS's words get these. */
    public <T extends @Nullable Object> T inWords(AwsReport aws, Supplier<T> work) {
        AwsReport outside = words;
        words = aws;
        try {
            return work.get();
        } finally {
            words = outside;
        }
    }

    /** Adds a diagnostic about a place; see {@link Diagnostic} for the parameters. */
    public void report(Code code, Location location, String pointer, String message, @Nullable String hint) {
        report(code, location, pointer, message, hint, null);
    }

    private void report(
            Code code,
            Location location,
            String pointer,
            String message,
            @Nullable String hint,
            @Nullable AwsReport aws) {
        Code reported = raised.getOrDefault(code, code);
        String kept = reported == code ? hint : null;
        level(reported, location.file().path(), pointer).severity().ifPresent(severity -> {
            AwsReport known = aws == null && severity == Severity.ERROR ? words : aws;
            add(new Diagnostic(reported, severity, location, pointer, message, kept, known));
        });
    }

    /** Whether a rule may be on anywhere in a file: if it is not, nobody need look for what it reports. */
    public boolean isHeard(Code code, String displayPath) {
        return level(code, displayPath) != Level.OFF || rulesOf(displayPath).name(code);
    }

    private Level level(Code code, String file, String pointer) {
        return rulesOf(file).level(code, pointer).orElseGet(() -> level(code, file));
    }

    private FileRules rulesOf(String file) {
        FileRules own = fileRules.get(file);
        return own != null ? own : whole == null ? FileRules.NONE : whole.rulesOf(file);
    }

    private Level level(Code code, String file) {
        Level byDefault = defaultsOf(file).get(code);
        return byDefault == null || rules.levels().containsKey(code) ? rules.level(code) : byDefault;
    }

    private Map<Code, Level> defaultsOf(String file) {
        Map<Code, Level> own = defaults.get(file);
        return own != null ? own : whole == null ? Map.of() : whole.defaultsOf(file);
    }

    /** Keeps as many errors as others, so that the one that matters is not hidden by what does not. */
    private void add(Diagnostic diagnostic) {
        if (diagnostic.severity() == Severity.ERROR) {
            faulty.add(diagnostic.location().file().path());
        }
        int kept = counts.merge(diagnostic.severity(), 1, Integer::sum);
        errors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
        if (kept <= limit()) {
            reported.add(diagnostic);
        } else if (kept == LIMIT + 1) {
            level(Code.TOO_MANY_DIAGNOSTICS, diagnostic.file(), "")
                    .severity()
                    .ifPresent(severity -> addTooMany(severity, diagnostic));
        }
    }

    private void addTooMany(Severity severity, Diagnostic left) {
        String message = "only the first " + LIMIT + " " + left.severity().word() + "s are shown";
        reported.add(new Diagnostic(Code.TOO_MANY_DIAGNOSTICS, severity, left.location(), "", message, null, null));
        errors += severity == Severity.ERROR ? 1 : 0;
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

    /** Whether anything keeps a definition from compiling, so that not all of it is known. */
    public boolean hasErrors(String displayPath) {
        return faulty.contains(displayPath) || (whole != null && whole.hasErrors(displayPath));
    }

    /** Whether anything keeps the definitions from compiling. */
    public boolean hasErrors() {
        return errorCount() > 0;
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
