package dev.asl4j.compiler.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.Drawing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds drawings of {@code drawing/*.asl.json} against those beside them; {@code -Dgolden.update=true} draws these anew. */
final class NotationTest {
    private static final Path CASES = Path.of("src/test/resources/drawing");

    static Stream<Arguments> cases() {
        return Stream.of("every-state", "hostile-names", "with-errors")
                .flatMap(name -> Stream.of(Notation.values()).map(notation -> Arguments.of(name, notation)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void draws(String name, Notation notation) throws IOException {
        String file = name + ".asl.json";
        Drawing drawing = draw(file, Files.readString(CASES.resolve(file)), notation);
        String text = drawing.text().orElseThrow();
        Path golden = CASES.resolve(name + "." + notation.word());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, text);
        }
        assertThat(golden).content().isEqualTo(text);
    }

    /** Whatever a name holds, the lines of the drawing are those of harmless names. */
    @ParameterizedTest
    @EnumSource
    void namesDoNotChangeTheShape(Notation notation) throws IOException {
        String hostile = draw("hostile.asl.json", Files.readString(CASES.resolve("hostile-names.asl.json")), notation)
                .text()
                .orElseThrow();
        StringBuilder harmless = new StringBuilder("{\"StartAt\": \"S1\", \"States\": {");
        for (int i = 1; i <= 8; i++) {
            harmless.append("\"S" + i + "\": {\"Type\": \"Pass\", \"Next\": \"S" + (i + 1) + "\"},");
        }
        harmless.append("\"S9\": {\"Type\": \"Succeed\"}}}");

        String plain =
                draw("hostile.asl.json", harmless.toString(), notation).text().orElseThrow();

        assertThat(withoutTexts(hostile)).isEqualTo(withoutTexts(plain));
    }

    private static List<String> withoutTexts(String drawing) {
        return drawing.lines()
                .map(line -> line.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "TEXT"))
                .toList();
    }

    @Test
    void whatCannotBeReadIsNotDrawn() {
        Drawing drawing = draw("broken.asl.json", "{", Notation.MERMAID);

        assertThat(drawing.text()).isEmpty();
        assertThat(drawing.diagnostics()).hasSize(1);
    }

    @Test
    void twoThousandStatesAndDeepScopes() {
        StringBuilder states = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            states.append("\"S" + i + "\": {\"Type\": \"Pass\", \"Next\": \"S" + (i + 1) + "\"},");
        }
        String wide = "{\"StartAt\": \"S0\", \"States\": {" + states + "\"S2000\": {\"Type\": \"Succeed\"}}}";
        String deep = "{\"StartAt\": \"I\", \"States\": {\"I\": {\"Type\": \"Succeed\"}}}";
        for (int i = 0; i < 40; i++) {
            deep = "{\"StartAt\": \"M" + i + "\", \"States\": {\"M" + i
                    + "\": {\"Type\": \"Map\", \"End\": true, \"ItemProcessor\": " + deep + "}}}";
        }
        for (Notation notation : Notation.values()) {
            List<String> lines = draw("wide.asl.json", wide, notation)
                    .text()
                    .orElseThrow()
                    .lines()
                    .toList();
            assertThat(lines).filteredOn(line -> line.contains("->")).hasSize(2_002);
            assertThat(draw("deep.asl.json", deep, notation).text().orElseThrow())
                    .contains("M39", "M0", "\"I");
        }
    }

    private static Drawing draw(String name, String content, Notation notation) {
        Definition definition = new Definition(name, name, content.getBytes(StandardCharsets.UTF_8));
        return AslCompiler.draw(definition, CompilerOptions.DEFAULTS, notation);
    }
}
