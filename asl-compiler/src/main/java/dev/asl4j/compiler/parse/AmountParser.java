package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonType;
import dev.asl4j.compiler.model.Amount;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number that may be computed.
 *
 * @param field the field of the literal
 */
record AmountParser(FieldReader fields, String field) {

    @Nullable
    Amount whole(long least, long greatest) {
        String present = present();
        if (!field.equals(present) || isExpression()) {
            return computed(present);
        }
        JsonObject.Member member = Objects.requireNonNull(fields.cursor().member(field));
        Long value = fields.cursor().whole(field, least, greatest);
        return value == null ? null : new Amount.Constant(value, member.value());
    }

    @Nullable
    Amount fraction(BigDecimal least, BigDecimal greatest) {
        String present = present();
        if (!field.equals(present) || isExpression()) {
            return computed(present);
        }
        JsonNumber number = Values.as(
                JsonNumber.class,
                Objects.requireNonNull(fields.cursor().member(field)).value());
        BigDecimal value = fields.cursor().decimal(field, least, greatest);
        return value == null || number == null ? null : new Amount.Fraction(value.doubleValue(), number);
    }

    private @Nullable String present() {
        if (fields.isJsonata()) {
            return fields.cursor().has(field) ? field : null;
        }
        return fields.cursor().atMostOneOf(field, field + "Path");
    }

    private boolean isExpression() {
        return text(field) != null && fields.isJsonata();
    }

    private @Nullable Amount computed(@Nullable String present) {
        if (present == null) {
            return null;
        }
        if (present.equals(field)) {
            JsonString text = Objects.requireNonNull(text(field));
            JsonataExpression expression = fields.query(field, "a number", text);
            return expression == null ? null : new Amount.Query(expression, text);
        }
        JsonString path = fields.cursor().string(present);
        return fields.expressions()
                .path(present, path, Expressions.Use.REFERENCE)
                .map(parsed -> new Amount.AtPath(parsed, Objects.requireNonNull(path)))
                .orElse(null);
    }

    private @Nullable JsonString text(String name) {
        JsonObject.Member member = fields.cursor().member(name);
        JsonString text = member == null ? null : Values.as(JsonString.class, member.value());
        return text != null && text.typed().type() == JsonType.STRING ? text : null;
    }
}
