package dev.asl4j.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is known not to work yet: a file with an id, a colon and the reason in each line; lines that begin with {@code #} are remarks. */
final class Gaps {
    private final Map<String, String> reasons = new TreeMap<>();

    private Gaps() {}

    /** Reads a resource of this module. */
    static Gaps of(String resource) {
        Gaps gaps = new Gaps();
        try (InputStream file = Gaps.class.getResourceAsStream(resource)) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(gaps::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gaps;
    }

    private void add(String line) {
        int blank = line.indexOf(": ");
        if (blank < 0) {
            throw new IllegalArgumentException("a gap without a reason: " + line);
        }
        reasons.put(line.substring(0, blank), line.substring(blank + 2));
    }

    Stream<String> ids() {
        return reasons.keySet().stream();
    }

    Optional<String> reason(String id) {
        return Optional.ofNullable(reasons.get(id));
    }
}
