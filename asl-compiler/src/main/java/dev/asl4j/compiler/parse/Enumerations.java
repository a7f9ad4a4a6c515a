package dev.asl4j.compiler.parse;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads fields that hold one of a few words, which are the names of the constants. */
final class Enumerations {

    private Enumerations() {}

    /** The constant; null: there is no such field, or it holds another word, which was reported. */
    static <E extends Enum<E>> @Nullable E read(ObjectCursor cursor, String field, E[] constants) {
        List<String> names = Arrays.stream(constants).map(Enum::name).toList();
        String name = cursor.oneOf(field, names);
        return name == null ? null : constants[names.indexOf(name)];
    }
}
