package dev.asl4j.compiler.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SourceFileTest {

    @Test
    void aLineEndsAtLfCrOrCrLf() {
        SourceFile file = new SourceFile("a.json", "ab\ncd\r\nef\rgh");

        assertThat(List.of(file.line(1), file.line(2), file.line(3), file.line(4)))
                .containsExactly("ab", "cd", "ef", "gh");
        assertThat(file.position(0)).isEqualTo(new Position(1, 1, 0));
        assertThat(file.position(2)).isEqualTo(new Position(1, 3, 2));
        assertThat(file.position(3)).isEqualTo(new Position(2, 1, 3));
        assertThat(file.position(6)).as("between CR and LF").isEqualTo(new Position(2, 4, 6));
        assertThat(file.position(7)).isEqualTo(new Position(3, 1, 7));
        assertThat(file.position(10)).isEqualTo(new Position(4, 1, 10));
        assertThat(file.position(12)).isEqualTo(new Position(4, 3, 12));
    }

    @Test
    void anyOffsetHasAPosition() {
        SourceFile file = new SourceFile("a.json", "ab\n");

        assertThat(file.position(-1)).isEqualTo(new Position(1, 1, 0));
        assertThat(file.position(3)).isEqualTo(new Position(2, 1, 3));
        assertThat(file.position(99)).isEqualTo(new Position(2, 1, 3));
        assertThat(new SourceFile("empty.json", "").position(0)).isEqualTo(new Position(1, 1, 0));
    }

    @Test
    void columnsAreUtf16Units() {
        SourceFile file = new SourceFile("a.json", "\uD83D\uDE00x");

        assertThat(file.position(2).column()).isEqualTo(3);
    }

    @Test
    void aLineThatIsNotThereIsEmpty() {
        SourceFile file = new SourceFile("a.json", "a\n\nb\n");

        assertThat(List.of(file.line(0), file.line(2), file.line(4), file.line(5)))
                .containsOnly("");
    }

    @Test
    void positionsAgreeWithCountingAlong() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(300); i > 0; i--) {
                text.append("ab\r\n".charAt(random.nextInt(4)));
            }
            SourceFile file = new SourceFile("random", text.toString());
            int line = 1;
            int column = 1;
            for (int i = 0; i <= text.length(); i++) {
                assertThat(file.position(i)).isEqualTo(new Position(line, column, i));
                boolean ends = i < text.length()
                        && (text.charAt(i) == '\n'
                                || (text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')));
                line += ends ? 1 : 0;
                column = ends ? 1 : column + 1;
            }
        }
    }

    @Test
    void aLocationKnowsItsText() {
        Location location = new SourceFile("a.json", "{\n\"Next\": 1}").location(2, 8);

        assertThat(location.text()).isEqualTo("\"Next\"");
        assertThat(location).hasToString("a.json:2:1");
        assertThat(location.end()).isEqualTo(new Position(2, 7, 8));
    }

    @Test
    void aSpanDoesNotEndBeforeItStarts() {
        assertThatThrownBy(() -> new Span(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Span(1, 3).shifted(4)).isEqualTo(new Span(5, 7));
    }
}
