package dev.asl4j.compiler.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.diagnostic.Quotes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Names and comments of what means something in Markdown, put together by chance: they are shown, and nothing else comes of them. */
final class HostilePagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MACHINES = 60;

    @Test
    void nothingBecomesMarkup() throws IOException {
        List<String> pieces = MarkdownTest.words().toList();
        for (int seed = 0; seed < MACHINES; seed++) {
            Random random = new Random(seed);
            List<String> names = new ArrayList<>();
            while (names.size() < 8) {
                String name = text(random, pieces, 3);
                if (!names.contains(name) && !name.isBlank() && name.length() <= 80) {
                    names.add(name);
                }
            }
            ReadPage page = ReadPage.of(page(machine(random, pieces, names)));

            assertThat(page.html).as("seed " + seed).isEmpty();
            assertThat(page.kinds)
                    .as("seed " + seed)
                    .doesNotContain(
                            "Emphasis",
                            "BulletList",
                            "OrderedList",
                            "BlockQuote",
                            "IndentedCodeBlock",
                            "ThematicBreak");
            // Six facts, a head for each of three tables, and a row for each state and for each variable.
            assertThat(page.rows).as("seed " + seed).isEqualTo(9 + 2 * names.size());
            assertThat(page.codes)
                    .as("seed " + seed)
                    .containsAll(names.stream().map(Quotes::plain).toList());
            assertThat(page.headings)
                    .as("seed " + seed)
                    .containsExactly("a", "Input", "Output", "Errors", "States", "Variables");
        }
    }

    private static ObjectNode machine(Random random, List<String> pieces, List<String> names) {
        ObjectNode machine = JSON.createObjectNode();
        machine.put("Comment", text(random, pieces, 6)).put("StartAt", names.get(0));
        ObjectNode states = machine.putObject("States");
        for (int i = 0; i < names.size(); i++) {
            ObjectNode state =
                    states.putObject(names.get(i)).put("Type", "Pass").put("Comment", text(random, pieces, 6));
            state.putObject("Result").put(text(random, pieces, 2), text(random, pieces, 2));
            state.putObject("Assign").putObject("v" + i).put("a" + text(random, pieces, 2), text(random, pieces, 2));
            if (i + 1 < names.size()) {
                state.put("Next", names.get(i + 1));
            } else {
                state.put("End", true);
            }
        }
        return machine;
    }

    private static String page(ObjectNode machine) throws IOException {
        Definition definition = new Definition("a.asl.json", "a.asl.json", JSON.writeValueAsBytes(machine));
        CompilationResult result = AslCompiler.document(definition, List.of(), CompilerOptions.DEFAULTS);
        assertThat(result.files()).as(result.diagnostics().toString()).hasSize(1);
        return result.files().get(0).content();
    }

    private static String text(Random random, List<String> pieces, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        // A placeholder is another matter: it is refused where the compiler needs the value.
        return text.toString().replace("${", "$ {");
    }
}
