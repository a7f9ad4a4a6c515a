package dev.asl4j.runtime.store;

import dev.asl4j.runtime.spi.StateType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of packed values: tags, and words that come so often that a number stands for them. */
final class Words {
    /** In place of a text or a value that there is not. */
    static final int ABSENT = 0;

    /** A text that is no word follows. */
    static final int TEXT = 1;

    static final int ARRAY = 2;
    static final int OBJECT = 3;

    /** Any other value follows. */
    static final int OTHER = 4;

    /** From here on it is a word; there are fewer than a byte has room for. */
    static final int FIRST_WORD = 8;

    /** Of the notes on frames, of items and services. */
    private static final String OFTEN = """
            input output name error cause length index state child
            event entered before slot order retries token mapRun scheduledAt startedAt due timeout heartbeat credentials
            until concurrency distribution scheduled delivery sign submitted handled answer polled taken TASK WAIT CHOICE
            PASS PARALLEL MAP SUCCEED FAIL
            Index Key Value Source FunctionName Payload lambda invoke activity invoke.waitForTaskToken states sqs sns
            us-east-1 {}
            """;

    private static final List<String> WORDS = Stream.of(
                    Stream.of(OFTEN.split("\\s+")),
                    Stream.of(StoredFrame.Phase.values()).map(Enum::name),
                    Stream.of(StateType.values()).map(Enum::name))
            .flatMap(words -> words)
            .distinct()
            .toList();

    /** Of the longest word, so that longer texts need not be looked up. */
    static final int LONGEST = WORDS.stream().mapToInt(String::length).max().orElse(0);

    private static final Map<String, Integer> NUMBERS = numbers();

    private Words() {}

    static @Nullable Integer numberOf(String word) {
        return NUMBERS.get(word);
    }

    static String word(int number) {
        return WORDS.get(number);
    }

    static List<String> all() {
        return WORDS;
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (String word : WORDS) {
            numbers.put(word, numbers.size());
        }
        return numbers;
    }
}
