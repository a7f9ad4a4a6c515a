package dev.asl4j.compiler.schema;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import java.util.Set;

/** What a validator asserts of the schemas in a {@link SchemaBundle}. */
public final class Validated {
    /** Those of both drafts. A test of the validator has an example of each. */
    static final Set<String> FORMATS = Set.of(
            "date",
            "date-time",
            "duration",
            "email",
            "hostname",
            "idn-email",
            "idn-hostname",
            "ipv4",
            "ipv6",
            "iri",
            "iri-reference",
            "json-pointer",
            "regex",
            "relative-json-pointer",
            "time",
            "uri",
            "uri-reference",
            "uri-template",
            "uuid");

    private static final Set<String> RANGES = Set.of("int32", "int64");

    private Validated() {}

    /**
     * Whether a keyword is asserted.
     *
     * @param at the keyword in the text
     */
    public static boolean is(String keyword, Subject at) {
        return Keyword.of(keyword)
                .map(known -> switch (known.validation()) {
                    case NONE -> false;
                    case SAME, WHOLE -> true;
                    case FORMAT -> isAssertedFormat(at);
                })
                .orElse(false);
    }

    private static boolean isAssertedFormat(Subject at) {
        return at instanceof JsonObject.Member member
                && member.value() instanceof JsonString format
                && (FORMATS.contains(format.value()) || RANGES.contains(format.value()));
    }
}
