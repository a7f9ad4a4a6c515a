package dev.asl4j.it.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A text in one of the places of a definition that have a syntax of their own. The first byte names the place, a letter from {@code a};
 * the others are the text.
 */
final class ExpressionsFuzzTest {
    /** A definition with the mark {@code @@} in each line; the first is the place {@code a}. New ones go to the end. */
    private static final List<String> PLACES = places();

    private static List<String> places() {
        try (InputStream in = Objects.requireNonNull(ExpressionsFuzzTest.class.getResourceAsStream("places.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<byte[]> seeds() {
        Stream<String> quoted = Stream.of("paths.txt", "calls.txt")
                .flatMap(table -> Seeds.expressions(table).stream())
                .map(text -> text.replaceAll("^\"|\"$", ""));
        List<String> texts =
                Stream.concat(quoted, Seeds.expressions("jsonata.txt").stream()).toList();
        return IntStream.range(0, texts.size())
                .mapToObj(i -> Seeds.utf8((char) ('a' + i % PLACES.size()) + texts.get(i)));
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "asl.dict")
    @FuzzTest(maxDuration = "1m")
    void expressions(byte[] input) {
        int place = input.length == 0 ? 0 : input[0] - 'a';
        String text =
                new String(input, Math.min(1, input.length), Math.max(0, input.length - 1), StandardCharsets.UTF_8);
        String definition = PLACES.get(place < 0 || place >= PLACES.size() ? 0 : place);
        Oracle.judgeJson(definition.replace("@@", escaped(text)));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c != '"' && c != '\\';
            escaped.append(plain ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return escaped.toString();
    }
}
