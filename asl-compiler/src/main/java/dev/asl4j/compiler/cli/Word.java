package dev.asl4j.compiler.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option whose value is one of some words: for reading it, for help and for completion. */
abstract class Word<T> implements ITypeConverter<T>, Iterable<String> {
    private final List<String> words;

    Word(Stream<String> words) {
        this.words = words.toList();
    }

    /** What the word stands for; empty: it is none of them. */
    abstract Optional<T> find(String word);

    @Override
    public final T convert(String word) {
        return find(word)
                .or(() -> find(word.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new TypeConversionException(
                        "expected one of " + String.join(", ", words) + ", but it is '" + word + "'"));
    }

    @Override
    public final Iterator<String> iterator() {
        return words.iterator();
    }
}
