package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.QueryLanguage;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code QueryLanguage}. */
final class QueryLanguages {

    private static final List<String> NAMES =
            Arrays.stream(QueryLanguage.values()).map(QueryLanguage::text).toList();

    private QueryLanguages() {}

    /** The value of a field that is there; null: it is none, which was reported. */
    static @Nullable QueryLanguage read(ObjectCursor cursor, Diagnostics diagnostics) {
        JsonString text = cursor.string("QueryLanguage");
        String name =
                text == null || Substitutions.refused(text, diagnostics) ? null : cursor.oneOf("QueryLanguage", NAMES);
        for (QueryLanguage language : QueryLanguage.values()) {
            if (language.text().equals(name)) {
                return language;
            }
        }
        return null;
    }
}
