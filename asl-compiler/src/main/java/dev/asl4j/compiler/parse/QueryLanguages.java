package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.QueryLanguage;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code QueryLanguage}. */
final class QueryLanguages {

    private static final List<String> NAMES =
            Arrays.stream(QueryLanguage.values()).map(QueryLanguage::text).toList();

    private QueryLanguages() {}

    private static @Nullable JsonString read(JsonObject.Member member, Diagnostics diagnostics) {
        JsonString text = Values.as(JsonString.class, member.value());
        if (text == null) {
            diagnostics.report(
                    Code.WRONG_TYPE,
                    member.value(),
                    "\"QueryLanguage\" must be a string, but is "
                            + member.value().type().words(),
                    null,
                    AwsReport.of("Expected value of type [STRING]", member.value()));
        }
        return text;
    }

    /** The value of a field that is there; null: it is none, which was reported. */
    static @Nullable QueryLanguage read(ObjectCursor cursor, Diagnostics diagnostics) {
        JsonString text = read(Objects.requireNonNull(cursor.member("QueryLanguage")), diagnostics);
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
