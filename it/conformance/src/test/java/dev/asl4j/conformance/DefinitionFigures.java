package dev.asl4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How well the compiler tells good definitions from bad ones, over a folder with {@code valid}, {@code invalid} and {@code templated}
 * below it. Beside each invalid one lies {@code <name>.expect.json}, which says in which line the fault is, how bad it is and who says so.
 */
final class DefinitionFigures {
    private static final Pattern DEFINITION = Pattern.compile("(.*)\\.asl\\.(?:json|ya?ml)(\\.tmpl)?");

    private final List<DefinitionJudged> all;

    private DefinitionFigures(List<DefinitionJudged> all) {
        this.all = all;
    }

    /** Compiles every definition below the folder, each on its own. */
    static DefinitionFigures of(Path folder) throws IOException {
        List<DefinitionJudged> judged = new ArrayList<>();
        for (DefinitionJudged.Kind kind : DefinitionJudged.Kind.values()) {
            Path files = folder.resolve(kind.name().toLowerCase(Locale.ROOT));
            if (Files.isDirectory(files)) {
                try (Stream<Path> walk = Files.walk(files)) {
                    List<Path> sorted = walk.filter(
                                    file -> DEFINITION.matcher(file.toString()).matches())
                            .sorted()
                            .toList();
                    judged.addAll(sorted.parallelStream()
                            .map(file -> judge(folder, file, kind))
                            .toList());
                }
            }
        }
        return new DefinitionFigures(judged);
    }

    private static DefinitionJudged judge(Path folder, Path file, DefinitionJudged.Kind kind) {
        Matcher name = DEFINITION.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException(file.toString());
        }
        String shown = folder.relativize(file).toString().replace('\\', '/');
        String compiled = name.group(2) == null
                ? name.group()
                : name.group()
                        .substring(0, name.group().length() - name.group(2).length());
        try {
            Path expectation = file.resolveSibling(name.group(1) + ".expect.json");
            JsonNode expect = kind == DefinitionJudged.Kind.INVALID
                    ? Texts.MAPPER.readTree(expectation.toFile())
                    : MissingNode.getInstance();
            Definition definition = new Definition(compiled, shown, Files.readAllBytes(file));
            return new DefinitionJudged(
                    shown,
                    kind,
                    expect,
                    AslCompiler.compile(List.of(definition), CompilerOptions.DEFAULTS)
                            .diagnostics());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** What is less than it has to be, a line each; none: all is well. */
    List<String> shortfalls() {
        List<String> shortfalls = new ArrayList<>();
        if (count(valid(), DefinitionJudged::isRefused) > 0) {
            shortfalls.add("a valid definition is refused");
        }
        List<DefinitionJudged> caught = caught();
        List<DefinitionJudged> lined = lined();
        atLeast(99, caught.size(), faults().size(), "faults refused", shortfalls);
        atLeast(98, count(lined, DefinitionJudged::isAtLine), lined.size(), "faults at their line", shortfalls);
        atLeast(95, count(caught, each -> each.errors().size() <= 2), caught.size(), "at most two errors", shortfalls);
        atLeast(95, reported(harmless()), harmless().size(), "warned of", shortfalls);
        return shortfalls;
    }

    private static void atLeast(int percent, int part, int whole, String what, List<String> shortfalls) {
        if (100L * part < (long) percent * whole) {
            shortfalls.add(what + ": " + share(part, whole) + ", at least " + percent + " % are wanted");
        }
    }

    /** Each definition that did not come out as it is to, the figures, and last the totals. */
    void print(PrintStream out) {
        for (DefinitionJudged each : all) {
            if (each.result() == Verdict.Result.FAILED) {
                out.println(("FAILED " + each.file() + " "
                                + each.expect().path("reason").asText())
                        .strip());
                each.errors().stream().limit(2).forEach(error -> out.println("    " + error));
            }
        }
        out.printf(
                Locale.ROOT,
                "valid: %d of %d with a false error, %d with a warning%n",
                count(valid(), DefinitionJudged::isRefused),
                valid().size(),
                count(valid(), DefinitionJudged::isWarnedOf));
        List<DefinitionJudged> caught = caught();
        List<DefinitionJudged> hearsay = invalid(DefinitionJudged::isHearsay);
        out.println("faults refused " + share(caught.size(), faults().size()) + ", at the line "
                + share(count(lined(), DefinitionJudged::isAtLine), lined().size()) + ", more than two errors "
                + share(count(caught, each -> each.errors().size() > 2), caught.size()) + "; warnings "
                + share(reported(harmless()), harmless().size()) + "; peer-only "
                + share(count(hearsay, DefinitionJudged::isRefused), hearsay.size()));
        List<DefinitionJudged> templated = of(DefinitionJudged.Kind.TEMPLATED);
        out.println(
                "templated: " + count(templated, DefinitionJudged::isRefused) + " of " + templated.size() + " refused");
        out.println(results(Verdict.Result.PASSED) + " passed, " + results(Verdict.Result.FAILED) + " failed, "
                + results(Verdict.Result.SKIPPED) + " skipped");
    }

    /** {@code [{"file":..., "kind":..., "result":..., "line": as expected or null, "diagnostics": [...]}]} */
    void write(Path file) throws IOException {
        ArrayNode array = Texts.MAPPER.createArrayNode();
        for (DefinitionJudged each : all) {
            ObjectNode json = array.addObject()
                    .put("file", each.file())
                    .put("kind", each.kind().name().toLowerCase(Locale.ROOT))
                    .put("result", each.result().name().toLowerCase(Locale.ROOT));
            json.set("line", each.hasLine() ? each.expect().path("line") : Texts.MAPPER.nullNode());
            ArrayNode diagnostics = json.putArray("diagnostics");
            each.diagnostics().forEach(diagnostic -> diagnostics.add(diagnostic.toString()));
        }
        Files.createDirectories(file.getParent());
        Texts.MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), array);
    }

    private List<DefinitionJudged> of(DefinitionJudged.Kind kind) {
        return all.stream().filter(each -> each.kind() == kind).toList();
    }

    private List<DefinitionJudged> valid() {
        return of(DefinitionJudged.Kind.VALID);
    }

    private List<DefinitionJudged> invalid(Predicate<DefinitionJudged> what) {
        return of(DefinitionJudged.Kind.INVALID).stream().filter(what).toList();
    }

    private List<DefinitionJudged> harmless() {
        return invalid(DefinitionJudged::isHarmless);
    }

    private List<DefinitionJudged> faults() {
        return invalid(each -> !each.isHarmless() && !each.isHearsay());
    }

    private List<DefinitionJudged> caught() {
        return faults().stream().filter(DefinitionJudged::isRefused).toList();
    }

    private List<DefinitionJudged> lined() {
        return caught().stream().filter(DefinitionJudged::hasLine).toList();
    }

    private static int reported(List<DefinitionJudged> definitions) {
        return count(definitions, each -> !each.diagnostics().isEmpty());
    }

    private static int count(List<DefinitionJudged> definitions, Predicate<DefinitionJudged> what) {
        return (int) definitions.stream().filter(what).count();
    }

    private int results(Verdict.Result result) {
        return count(all, each -> each.result() == result);
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "0/0" : String.format(Locale.ROOT, "%d/%d (%.1f %%)", part, whole, 100.0 * part / whole);
    }
}
