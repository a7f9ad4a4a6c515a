package dev.asl4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages about definitions that others have written: whatever is in these, the page is whole, and its links lead somewhere. */
@NeedsFolder("asl4j.conformance")
class PagesTest {
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([a-z0-9-]+)\"></a>");
    private static final Pattern LINK = Pattern.compile("\\]\\(#([^)]*)\\)");
    private static final Pattern CODE = Pattern.compile("(?<![`\\\\])(`+)(?!`).*?(?<!`)\\1(?!`)");

    @Test
    void everyValidDefinitionHasAPage() throws IOException {
        List<String> faults = new ArrayList<>();
        int pages = 0;
        int longest = 0;
        for (Path file : definitions(Folders.definitions().orElseThrow().resolve("valid"))) {
            String name = file.getFileName().toString();
            CompilationResult result = AslCompiler.document(
                    new Definition(name, name, Files.readAllBytes(file)), List.of(), CompilerOptions.DEFAULTS);
            if (result.files().size() != 1) {
                faults.add(file + ": " + result.diagnostics());
                continue;
            }
            String text = result.files().get(0).content();
            pages++;
            longest = Math.max(longest, text.length());
            fault(text).forEach(fault -> faults.add(file + ": " + fault));
        }
        System.out.printf("pages: %d; longest: %d characters%n", pages, longest);
        assertThat(faults).isEmpty();
        assertThat(pages).isPositive();
    }

    private static List<Path> definitions(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().matches(".*\\.asl\\.(json|ya?ml)"))
                    .sorted()
                    .toList();
        }
    }

    /** What is wrong with a page: fences that stay open, rows with too many cells or too few, HTML, links that lead nowhere. */
    private static List<String> fault(String text) {
        List<String> faults = new ArrayList<>();
        String fence = "";
        int cells = 0;
        StringBuilder words = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.startsWith("```") && (fence.isEmpty() || line.equals(fence))) {
                fence = fence.isEmpty() ? line.replaceAll("[^`]", "") : "";
            } else if (fence.isEmpty()) {
                int own = line.startsWith("|")
                        ? line.replace("\\|", "").replaceAll("[^|]", "").length()
                        : 0;
                if (cells > 0 && own > 0 && own != cells) {
                    faults.add("has another number of cells than the row above it: " + line);
                }
                cells = own;
                words.append(line).append('\n');
            }
        }
        if (!fence.isEmpty()) {
            faults.add("a fence stays open");
        }
        String withoutCode = CODE.matcher(words).replaceAll("");
        String plain =
                ANCHOR.matcher(withoutCode).replaceAll("").replace("<br>", "").replaceAll("\\\\[<>]", "");
        plain.lines().filter(line -> line.contains("<")).forEach(line -> faults.add("has HTML: " + line));
        Set<String> anchors = found(ANCHOR, words.toString());
        Set<String> lost = found(LINK, withoutCode);
        lost.removeAll(anchors);
        lost.forEach(link -> faults.add("leads nowhere: #" + link));
        return faults;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
