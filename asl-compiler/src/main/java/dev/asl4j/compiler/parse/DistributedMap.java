package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields of a Map state that only its distributed mode uses: not supported yet, but mistakes in them are told. */
final class DistributedMap {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** At most 40 characters, none of those that AWS forbids. */
    private static final Pattern LABEL =
            Pattern.compile("[^\\s?*<>{}\\[\\]:;,\\\\|^~$#%&`\"\\p{Cntrl}]{1,40}", Pattern.UNICODE_CHARACTER_CLASS);

    private DistributedMap() {}

    /** Reports each field that is there; whether there was one. */
    static boolean report(StateReader reader) {
        ObjectCursor cursor = reader.cursor();
        tolerance(reader);
        label(cursor, reader);
        reader.amount("ToleratedFailureCount", 0, Long.MAX_VALUE);
        object(reader, "ItemReader", true);
        object(reader, "ItemBatcher", false);
        object(reader, "ResultWriter", false);
        boolean found = false;
        for (String field : List.of(
                "ItemReader",
                "ItemBatcher",
                "ResultWriter",
                "Label",
                "ToleratedFailureCount",
                "ToleratedFailureCountPath",
                "ToleratedFailurePercentage",
                "ToleratedFailurePercentagePath")) {
            JsonObject.Member member = cursor.member(field);
            if (member != null) {
                reader.parsing().notSupportedYet(member, Quotes.quote(field));
                found = true;
            }
        }
        return found;
    }

    private static void tolerance(StateReader reader) {
        ObjectCursor cursor = reader.cursor();
        String field = cursor.atMostOneOf("ToleratedFailurePercentage", "ToleratedFailurePercentagePath");
        if (field == null) {
            return;
        }
        if (field.equals("ToleratedFailurePercentage")) {
            cursor.decimal(field, BigDecimal.ZERO, HUNDRED);
        } else {
            reader.expressions().path(field, cursor.string(field), Expressions.Use.REFERENCE);
        }
    }

    private static void label(ObjectCursor cursor, StateReader reader) {
        JsonString label = cursor.string("Label");
        if (label != null
                && Substitutions.first(label.value()) == null
                && !LABEL.matcher(label.value()).matches()) {
            reader.diagnostics()
                    .report(
                            Code.BAD_VALUE,
                            label,
                            "\"Label\" must be 1 to 40 characters, without blanks and ? * < > { } [ ] : ; , \\ | ^ ~ $ # % & ` \"");
        }
    }

    private static void object(StateReader reader, String field, boolean needsResource) {
        JsonObject object = reader.cursor().object(field);
        if (object == null) {
            return;
        }
        JsonObject.Member member = Objects.requireNonNull(reader.cursor().member(field));
        ObjectCursor inner = new ObjectCursor(object, member, Quotes.quote(field), reader.diagnostics());
        if (needsResource) {
            inner.require("Resource").string("Resource");
        }
        object.members().stream()
                .map(JsonObject.Member::name)
                .filter(name -> !name.equals("Arguments"))
                .forEach(inner::ignore);
        inner.done(Set.of("Arguments"));
    }
}
