package dev.asl4j.compiler.naming;

import java.util.List;
import java.util.stream.Collectors;

/** How words are spelled as Java names. Makes them legal; {@link NameSet} then makes them different. */
public final class Identifiers {
    /** Class files are named after the classes around them, and 255 bytes is the most a file name may have. */
    private static final int LONGEST_NESTED = 48;

    /** The longest of other names; a class file has room for 65,535 bytes in one, a reader for less. */
    private static final int LONGEST = 120;

    private Identifiers() {}

    /** {@code OrderFulfilment}. */
    public static String type(List<String> words, String otherwise) {
        return legal(shortened(capitalised(words), LONGEST), otherwise);
    }

    /**
     * The same for a class inside another: of ASCII letters, as not every machine can have others in the name of a class file, and not too
     * long.
     */
    public static String nested(String name, String otherwise) {
        String ascii = name.codePoints()
                .map(codePoint -> codePoint < 0x80 ? codePoint : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return legal(shortened(capitalised(Words.of(ascii)), LONGEST_NESTED), otherwise);
    }

    /** {@code validateOrder}. */
    public static String member(List<String> words, String otherwise) {
        String name = capitalised(words);
        if (!words.isEmpty()) {
            name = Words.lower(words.get(0)) + capitalised(words.subList(1, words.size()));
        }
        return legal(shortened(name, LONGEST), otherwise);
    }

    /** {@code VALIDATE_ORDER}. */
    public static String constant(List<String> words, String otherwise) {
        String wish = words.stream().map(Words::upper).collect(Collectors.joining("_"));
        return legal(shortened(wish, LONGEST), otherwise);
    }

    private static String capitalised(List<String> words) {
        return words.stream().map(Words::capitalised).collect(Collectors.joining());
    }

    private static String legal(String name, String otherwise) {
        if (name.isEmpty()) {
            return otherwise;
        }
        return Character.isJavaIdentifierStart(name.codePointAt(0)) ? name : "_" + name;
    }

    private static String shortened(String name, int length) {
        if (name.length() <= length) {
            return name;
        }
        return name.substring(0, Character.isHighSurrogate(name.charAt(length - 1)) ? length - 1 : length);
    }
}
