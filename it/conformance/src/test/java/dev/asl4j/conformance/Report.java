package dev.asl4j.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** All verdicts of a run, as text for people and as JSON for programs. */
final class Report {
    private static final int SHOWN_REASONS = 8;

    private final List<Verdict> verdicts;
    private final Gaps gaps;

    Report(List<Verdict> verdicts, Gaps gaps) {
        this.verdicts = verdicts;
        this.gaps = gaps;
    }

    /** Each case that failed, with what differs; how many there are of each kind; and last the totals. */
    void print(PrintStream out) {
        for (Verdict verdict : verdicts) {
            if (verdict.result() == Verdict.Result.FAILED) {
                printFailure(verdict, out);
            }
        }
        Map<String, Map<Verdict.Result, Integer>> kinds = new TreeMap<>();
        Map<Verdict.Result, Integer> totals = new EnumMap<>(Verdict.Result.class);
        for (Verdict verdict : verdicts) {
            Map<Verdict.Result, Integer> kind =
                    kinds.computeIfAbsent(verdict.subject().kind(), unused -> new EnumMap<>(Verdict.Result.class));
            kind.merge(verdict.result(), 1, Integer::sum);
            totals.merge(verdict.result(), 1, Integer::sum);
        }
        kinds.forEach((kind, counts) -> out.println(kind + ": " + counted(counts)));
        out.println(counted(totals));
    }

    private void printFailure(Verdict verdict, PrintStream out) {
        String known = gaps.reason(verdict.subject().id())
                .map(reason -> " (known: " + reason + ")")
                .orElse("");
        out.println(
                "FAILED " + verdict.subject().kind() + " " + verdict.subject().id() + known);
        List<String> reasons = verdict.reasons();
        reasons.stream().limit(SHOWN_REASONS).forEach(reason -> out.println("    " + reason));
        if (reasons.size() > SHOWN_REASONS) {
            out.println("    and " + (reasons.size() - SHOWN_REASONS) + " more");
        }
    }

    private static String counted(Map<Verdict.Result, Integer> counts) {
        return counts.getOrDefault(Verdict.Result.PASSED, 0) + " passed, "
                + counts.getOrDefault(Verdict.Result.FAILED, 0) + " failed, "
                + counts.getOrDefault(Verdict.Result.SKIPPED, 0) + " skipped";
    }

    /** {@code [{"id":..., "kind":..., "result":"passed|failed|skipped", "reason":...}]}, with a reason of null if it passed. */
    void write(Path file) throws IOException {
        ArrayNode array = Texts.MAPPER.createArrayNode();
        for (Verdict verdict : verdicts) {
            array.addObject()
                    .put("id", verdict.subject().id())
                    .put("kind", verdict.subject().kind())
                    .put("result", verdict.result().name().toLowerCase(Locale.ROOT))
                    .put("reason", verdict.reasons().isEmpty() ? null : String.join("\n", verdict.reasons()));
        }
        Files.createDirectories(file.getParent());
        Texts.MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), array);
    }
}
